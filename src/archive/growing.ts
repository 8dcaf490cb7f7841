import type { ArchiveSettings } from '../schemas/index.ts';
import type {
  Area,
  Audit,
  Auditor,
  Body,
  BodyType,
  Criterion,
  CriterionPart,
  Finding,
  GlossaryTerm,
  Issuer,
  Municipality,
  Question,
  Recommendation,
  System,
  Topic,
} from './types.ts';

/** A thing while the archive is being related: its fields can be set and the named lists grow. Pages get it as readonly. */
export type Growing<T, Lists extends keyof T> = { -readonly [Key in keyof Omit<T, Lists>]: T[Key] } & {
  [Key in Lists]: T[Key] extends readonly (infer Item)[] ? Item[] : never;
};
export type GrowingMunicipality = Growing<
  Municipality,
  'successors' | 'predecessors' | 'bodies' | 'audits' | 'auditors'
>;
export type GrowingBody = Growing<
  Body,
  'successors' | 'predecessors' | 'audits' | 'recommendations' | 'findings' | 'responses'
>;
export type GrowingBodyType = Growing<BodyType, 'bodies' | 'audits' | 'recommendations'>;
export type GrowingTopic = Growing<Topic, 'narrower' | 'audits' | 'findings' | 'recommendations'>;
export type GrowingAuditor = Growing<Auditor, 'commissioned' | 'assisted'>;
export type GrowingSystem = Growing<
  System,
  'audits' | 'findings' | 'recommendations' | 'measures' | 'samples'
>;
export type GrowingIssuer = Growing<Issuer, 'successors'>;
export type GrowingCriterion = Growing<
  Criterion,
  'replaces' | 'replacedBy' | 'chapters' | 'sections' | 'citations' | 'audits'
>;
export type GrowingPart = Growing<CriterionPart, 'sections' | 'replaces' | 'replacedBy' | 'citations'>;
export type GrowingAudit = Growing<
  Omit<Audit, 'questions' | 'findings' | 'recommendations'>,
  | 'areas'
  | 'measures'
  | 'samples'
  | 'followUps'
  | 'followedUpBy'
  | 'responses'
  | 'responsesRequested'
  | 'citedInText'
> & {
  readonly questions: GrowingQuestion[];
  readonly findings: GrowingFinding[];
  readonly recommendations: GrowingRecommendation[];
};
export type GrowingQuestion = Growing<Omit<Question, 'subquestions'>, 'followUps'> & {
  readonly subquestions: GrowingQuestion[];
};
export type GrowingArea = Growing<Area, 'findings' | 'recommendations'>;
export type GrowingFinding = Growing<Finding, 'recommendations' | 'followUps'>;
export type GrowingTerm = Growing<GlossaryTerm, 'see'>;
export type GrowingRecommendation = Growing<Recommendation, never>;

interface AnswersOnFollowUps {
  readonly audit: GrowingAudit;
  readonly question: GrowingQuestion;
  /** As many as there are answers. */
  readonly followUps: readonly (string | undefined)[];
}

/** All that grows while the archive is related, by id. */
export class GrowingArchive {
  /** After how many years a report should be followed up, where its principal states no other. */
  readonly followUpAfterYears: number;
  readonly municipalities = new Map<string, GrowingMunicipality>();
  /** By the municipality's id and their own: `1490-boras/servicenamnden`. */
  readonly bodies = new Map<string, GrowingBody>();
  readonly bodyTypes = new Map<string, GrowingBodyType>();
  readonly topics = new Map<string, GrowingTopic>();
  readonly auditors = new Map<string, GrowingAuditor>();
  readonly systems = new Map<string, GrowingSystem>();
  readonly issuers = new Map<string, GrowingIssuer>();
  readonly criteria = new Map<string, GrowingCriterion>();
  /** By the criterion's id and their own key: `kl-2017 6:7`. */
  readonly parts = new Map<string, GrowingPart>();
  readonly audits = new Map<string, GrowingAudit>();
  /** Questions with answers on what their audit followed up, and for each answer the follow-up's id. */
  readonly answersOnFollowUps: AnswersOnFollowUps[] = [];

  constructor({ followUpAfterYears }: ArchiveSettings) {
    this.followUpAfterYears = followUpAfterYears;
  }
}

/** @throws if the id is not in the register: every reference must have been checked */
export function found<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) throw new Error(`"${id}" is not in the register; the check must come first.`);
  return value;
}
