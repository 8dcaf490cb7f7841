import type { CitationGrammar } from '../criteria/index.ts';
import type { Compiled, Body as CompiledBody, Figure, RichText } from '../reports/index.ts';
import type {
  AuditData,
  AuditorData,
  addresseeRoles,
  BodyData,
  BodyTypeData,
  CoarseDate,
  CodeOf,
  CriterionData,
  FollowUpData,
  followUpObjects,
  GlossaryTermData,
  Grade,
  IssuerData,
  MunicipalityData,
  modalities,
  OwnPageData,
  PlainDate,
  ResponseData,
  recommendationKinds,
  recommenders,
  ShownState,
  SystemData,
  ThesaurusGroupData,
  TopicData,
  VerifiedStatus,
} from '../schemas/index.ts';
import type { ClaimEvent, HistoryEntry, State, VerdictEvent } from './history.ts';
import type { Moved } from './moved.ts';
import type { PublishedText } from './published.ts';
import type { CitedRuleOfRegister } from './text-citations.ts';

/*
 * The Archive: every thing in the record, related to every other. All lists are sorted as pages show them, and every thing with
 * a page of its own knows its `path`: an address from the site's root with a trailing slash, before any base path is put before it.
 */

export interface Archive extends Moved {
  /** The day as of which ages and states are computed. */
  readonly asOf: PlainDate;
  /** Is that a day before the archive was built? Then what came later is left out. */
  readonly isOfThePast: boolean;
  /** After how many years a report should be followed up, where its principal states no other. */
  readonly followUpAfterYears: number;
  /** Newest first. */
  readonly audits: readonly Audit[];
  /** Newest audit first, then as printed. */
  readonly recommendations: readonly Recommendation[];
  /** All verdicts on something earlier, the newest first. */
  readonly followUps: readonly FollowUp[];
  /** By place, in Swedish order; so are the other registers by name. */
  readonly municipalities: readonly Municipality[];
  readonly bodyTypes: readonly BodyType[];
  readonly topics: readonly Topic[];
  readonly auditors: readonly Auditor[];
  readonly systems: readonly System[];
  readonly criteria: readonly Criterion[];
  readonly glossary: readonly GlossaryTerm[];
  /** As the file has them. */
  readonly thesaurus: readonly ThesaurusGroup[];
  /** By `order`. */
  readonly pages: readonly OwnPage[];
  /** How reports were published last, by their ids; one that has not been is not among them. */
  readonly publishedTexts: ReadonlyMap<string, PublishedText>;
  /** How legal citations are read and written, by its register of criteria. */
  readonly grammar: CitationGrammar;
}

export interface Municipality extends Omit<Compiled<MunicipalityData>, 'bodies' | 'successors' | 'silence'> {
  /** The file's name: `1490-boras`. */
  readonly id: string;
  /** The last part of its address: `boras`. */
  readonly slug: string;
  readonly path: string;
  readonly successors: readonly Municipality[];
  readonly predecessors: readonly Municipality[];
  readonly bodies: readonly Body[];
  readonly audits: readonly Audit[];
  readonly auditors: readonly Auditor[];
}

export interface Body extends Omit<Compiled<BodyData>, 'type' | 'successors' | 'sharedWith'> {
  /** `1490-boras/servicenamnden`. */
  readonly key: string;
  readonly path: string;
  readonly municipality: Municipality;
  readonly sharedWith: readonly Municipality[];
  readonly type?: BodyType;
  readonly successors: readonly Body[];
  readonly predecessors: readonly Body[];
  /** The audits in which it was audited. */
  readonly audits: readonly Audit[];
  /** The recommendations directed to it, by name or as one of all audited bodies. */
  readonly recommendations: readonly Recommendation[];
  /** The findings that name it. */
  readonly findings: readonly Finding[];
  /** What it has answered, the newest first. */
  readonly responses: readonly Response[];
}

export interface BodyType extends Compiled<BodyTypeData> {
  readonly path: string;
  readonly bodies: readonly Body[];
  readonly audits: readonly Audit[];
  readonly recommendations: readonly Recommendation[];
}

export interface Topic extends Omit<Compiled<TopicData>, 'broader'> {
  readonly path: string;
  readonly broader?: Topic;
  readonly narrower: readonly Topic[];
  readonly audits: readonly Audit[];
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
}

export interface Auditor extends Omit<Compiled<AuditorData>, 'municipality' | 'silence'> {
  readonly id: string;
  readonly path: string;
  readonly municipality?: Municipality;
  readonly commissioned: readonly Audit[];
  readonly assisted: readonly Audit[];
}

export interface System extends Omit<Compiled<SystemData>, 'silence'> {
  readonly id: string;
  readonly path: string;
  readonly audits: readonly Audit[];
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
  readonly measures: readonly Measure[];
  readonly samples: readonly Sample[];
}

export interface Issuer extends Omit<IssuerData, 'successors'> {
  readonly successors: readonly Issuer[];
}

export interface Criterion
  extends Omit<
    Compiled<CriterionData>,
    'issuer' | 'municipality' | 'chapters' | 'sections' | 'replaces' | 'silence'
  > {
  readonly id: string;
  readonly path: string;
  /** What running text calls it: the first short name, else the name. */
  readonly shortName: string;
  readonly issuer?: Issuer;
  readonly municipality?: Municipality;
  readonly replaces: readonly Criterion[];
  readonly replacedBy: readonly Criterion[];
  /** All parts that the register or an audit names, in the order of the text. Chapters only where it has chapters. */
  readonly chapters: readonly CriterionPart[];
  /** All sections or articles; each also stands in its chapter. */
  readonly sections: readonly CriterionPart[];
  /** Every mention in the record, newest audit first, also of its parts. */
  readonly citations: readonly Citation[];
  readonly audits: readonly Audit[];
}

/** A chapter, section or article of a criterion: a page of its own. */
export interface CriterionPart {
  readonly criterion: Criterion;
  readonly kind: 'chapter' | 'section' | 'article';
  /** As authors write it: `6:7`, `6`, `32`. */
  readonly key: string;
  /** As readers see it: `6 kap. 7 §`, `6 kap.`, `artikel 32`. */
  readonly label: string;
  /** With the criterion: `6 kap. 7 § KL`. */
  readonly citation: string;
  readonly path: string;
  readonly title?: string;
  readonly chapter?: CriterionPart;
  /** For a chapter. */
  readonly sections: readonly CriterionPart[];
  readonly replaces: readonly { readonly part: CriterionPart; readonly note?: string }[];
  readonly replacedBy: readonly { readonly part: CriterionPart; readonly note?: string }[];
  /** Mentions of this part; for a chapter also of its sections. Under its own number only. */
  readonly citations: readonly Citation[];
}

/** One place in the record that rests on a criterion. */
export interface Citation {
  readonly criterion: Criterion;
  readonly part?: CriterionPart | undefined;
  /** Where it stands: among the audit's criteria, in its text, in a finding or in a recommendation. */
  readonly place: 'criteria' | 'text' | 'finding' | 'recommendation';
  readonly audit: Audit;
  readonly finding?: Finding | undefined;
  readonly recommendation?: Recommendation | undefined;
}

/** A criterion as an audit, finding or recommendation lists it. */
export interface CitedCriterion {
  readonly criterion: Criterion;
  readonly parts: readonly CriterionPart[];
  readonly printed?: string | undefined;
}

/** A verdict as printed, with its grade. */
export interface Verdict {
  readonly verdict?: string | undefined;
  readonly grade: Grade;
}

type FromData =
  | 'municipality'
  | 'commissionedBy'
  | 'experts'
  | 'people'
  | 'bodies'
  | 'systems'
  | 'topics'
  | 'criteria'
  | 'verdicts'
  | 'questions'
  | 'areas'
  | 'findings'
  | 'recommendations'
  | 'measures'
  | 'samples'
  | 'criticisms'
  | 'discharge'
  | 'sources'
  | 'followsUp'
  | 'responsesRequested'
  | 'silence'
  | 'draft';

export interface Audit extends Omit<Compiled<AuditData>, FromData> {
  /** `1490-boras/2017-informationssakerhet`. */
  readonly id: string;
  readonly slug: string;
  readonly path: string;
  /** The file, from the content folder. */
  readonly file: string;
  /** SHA-256 of its canonical words, in hexadecimal. */
  readonly digest: string;
  readonly municipality: Municipality;
  /** The audited year, else the year of publication: what lists sort and group by. */
  readonly listedYear: number;
  /** Drafts are in the archive only where an author looks at them; no published one holds any. */
  readonly isDraft: boolean;
  readonly commissionedBy?: Auditor | undefined;
  readonly experts: readonly Auditor[];
  readonly people: readonly (Omit<AuditData['people'][number], 'organisation'> & {
    readonly organisation?: Auditor;
  })[];
  readonly bodies: readonly { readonly body: Body; readonly as?: string }[];
  readonly systems: readonly System[];
  readonly topics: readonly Topic[];
  readonly criteria: readonly CitedCriterion[];
  readonly verdicts: readonly OverallVerdict[];
  /** Top-level questions; those under them stand in `subquestions`. */
  readonly questions: readonly Question[];
  readonly areas: readonly Area[];
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
  readonly measures: readonly Measure[];
  readonly samples: readonly Sample[];
  readonly criticisms: readonly (Omit<Compiled<AuditData['criticisms'][number]>, 'body'> & {
    readonly body: Body;
  })[];
  readonly discharge: readonly (Omit<Compiled<AuditData['discharge'][number]>, 'body'> & {
    readonly body: Body;
  })[];
  readonly sources: readonly Source[];
  /** The verdicts that this audit gave on earlier things. */
  readonly followUps: readonly FollowUp[];
  /** The verdicts that later audits gave on this one, or on parts of it, in order of time. */
  readonly followedUpBy: readonly FollowUp[];
  readonly responses: readonly Response[];
  readonly responsesRequested: readonly RequestedResponse[];
  readonly body: CompiledBody;
  /** The rules of the register that its texts name, each once, in the order of the text. */
  readonly citedInText: readonly CitedRuleOfRegister[];
  /** The files in the report's own folder that its figures show. */
  readonly figures: readonly Figure[];
}

export interface OverallVerdict extends Verdict {
  readonly about: string;
  readonly verdict: string;
  readonly bodies: readonly Body[];
  readonly text?: RichText | undefined;
}

export interface Question {
  readonly audit: Audit;
  readonly id: string;
  /** Its place on the report's page, with fragment. */
  readonly path: string;
  readonly label?: string | undefined;
  readonly text: RichText;
  readonly answers: readonly (Verdict & {
    readonly body?: Body | undefined;
    readonly system?: System | undefined;
    /** The follow-up of this audit that the answer is about, where it is about one. */
    readonly followUp?: FollowUp | undefined;
    readonly text?: RichText | undefined;
  })[];
  readonly subquestions: readonly Question[];
  readonly followUps: readonly FollowUp[];
}

export interface Area {
  readonly id: string;
  readonly label?: string | undefined;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** Those of its findings, and those that name the area alone. */
  readonly recommendations: readonly Recommendation[];
}

type Part = 'observation' | 'assessment';

export interface Finding extends Verdict {
  readonly audit: Audit;
  readonly id: string;
  /** Its place on the report's page, with fragment. */
  readonly path: string;
  readonly area?: Area | undefined;
  readonly observation?: RichText | undefined;
  readonly assessment?: RichText | undefined;
  readonly lost?: Part | undefined;
  readonly unseen?: Part | undefined;
  readonly bodies: readonly Body[];
  readonly systems: readonly System[];
  readonly criteria: readonly CitedCriterion[];
  readonly topics: readonly Topic[];
  readonly recommendations: readonly Recommendation[];
  readonly followUps: readonly FollowUp[];
}

export interface Recommendation {
  readonly audit: Audit;
  readonly id: string;
  /** Its number among the report's recommendations, from 1. */
  readonly number: number;
  /** Its own page. */
  readonly path: string;
  readonly label?: string | undefined;
  readonly kind: CodeOf<typeof recommendationKinds>;
  readonly by?: CodeOf<typeof recommenders> | undefined;
  /** The findings that it rests on, as printed. */
  readonly findings: readonly Finding[];
  /** The area of its findings, or the one it names itself. */
  readonly area?: Area | undefined;
  readonly modality?: CodeOf<typeof modalities> | undefined;
  readonly toAll: boolean;
  readonly addressees: readonly Addressee[];
  readonly text: RichText;
  readonly parts: readonly RecommendationPart[];
  readonly systems: readonly System[];
  readonly criteria: readonly CitedCriterion[];
  readonly topics: readonly Topic[];
  /** When the auditors want it done, where they say so. */
  readonly due?: CoarseDate | undefined;
  /** One for each addressee, in their order. */
  readonly standings: readonly Standing[];
  /** How it stands with the addressee where least is done. One that is told for information is asked for nothing. */
  readonly state: ShownState;
  /** Whole years since it was published, at `asOf`: the least and the most that a coarse date allows. */
  readonly ageInYears: readonly [number, number];
  /** When it should have been followed up, by the principal's cadence. */
  readonly followUpExpected: CoarseDate;
  /**
   * Every day that `followUpExpected` may mean has passed, and for some addressee it has been followed up neither by itself, nor in all
   * its parts, nor with its whole audit.
   */
  readonly isFollowUpOverdue: boolean;
}

/** A part of a recommendation that can be followed up by itself. What is said of it is never said of the whole. */
export interface RecommendationPart {
  readonly id: string;
  readonly text: RichText;
  readonly standings: readonly Standing[];
}

/** A recommendation, or a part of one, with one of its addressees. */
export interface Standing {
  readonly addressee: Addressee;
  readonly history: readonly HistoryEntry<RecordedEvent>[];
  readonly state: State<RecordedEvent>;
}

export type RecordedEvent =
  | (VerdictEvent & { readonly followUp: FollowUp })
  | (ClaimEvent & { readonly answer: ResponseAnswer });

/** An auditor's verdict on something earlier. It counts at the level where it was given. */
export interface FollowUp {
  readonly id: string;
  /** Its place on the page of the audit that gave it. */
  readonly path: string;
  readonly audit: Audit;
  readonly target: FollowUpTarget;
  readonly object: CodeOf<typeof followUpObjects>;
  /** Empty where it is on all. */
  readonly bodies: readonly Body[];
  /** Missing where the archive has not seen what the follow-up found. */
  readonly verdict?: string | undefined;
  readonly status?: VerifiedStatus | undefined;
  readonly grade?: Grade | undefined;
  readonly date: CoarseDate;
  readonly comment?: RichText | undefined;
  readonly evidence: readonly string[];
}

export type FollowUpTarget =
  | { readonly kind: 'audit'; readonly audit: Audit }
  | {
      readonly kind: 'recommendation';
      readonly audit: Audit;
      readonly recommendation: Recommendation;
      readonly part?: string | undefined;
    }
  | { readonly kind: 'finding'; readonly audit: Audit; readonly finding: Finding }
  | { readonly kind: 'question'; readonly audit: Audit; readonly question: Question }
  | ({ readonly kind: 'outside' } & Exclude<FollowUpData['target'], string>);

/** A body's own word on an audit. */
export interface Response {
  /** `0380-uppsala/2019-bisysslor-kommunstyrelsen`. */
  readonly id: string;
  /** Its place on its audit's page, with fragment. */
  readonly path: string;
  readonly audit: Audit;
  readonly from: Body;
  readonly date: CoarseDate;
  readonly decision?: string | undefined;
  readonly diaryNumber?: string | undefined;
  readonly url?: string | undefined;
  readonly answers: readonly ResponseAnswer[];
  readonly body: CompiledBody;
}

export interface ResponseAnswer extends Omit<Compiled<ResponseData['answers'][number]>, 'recommendation'> {
  readonly response: Response;
  readonly recommendation: Recommendation;
  /** The part that it is about, where it is about one. */
  readonly part?: string | undefined;
}

/** A response that the auditors asked for. */
export interface RequestedResponse {
  readonly from: Body;
  readonly by: CoarseDate;
  /** Given; found missing by the auditors; or not in the archive, which need not mean that there is none. */
  readonly outcome: 'given' | 'missing' | 'unknown';
}

type Role = CodeOf<typeof addresseeRoles>;

/** A body, or a group as printed. Where a recommendation is to all, every audited body stands here. */
export type Addressee =
  | { readonly kind: 'body'; readonly body: Body; readonly role?: Role }
  | { readonly kind: 'group'; readonly group: string; readonly role?: Role };

export interface Measure extends Omit<Compiled<AuditData['measures'][number]>, 'system' | 'body'> {
  readonly audit: Audit;
  readonly system?: System | undefined;
  readonly body?: Body | undefined;
}

export interface Sample extends Omit<Compiled<AuditData['samples'][number]>, 'system' | 'body'> {
  readonly audit: Audit;
  /** Its place on the report's page, with fragment. */
  readonly path: string;
  readonly system?: System | undefined;
  readonly body?: Body | undefined;
}

export interface Source extends Omit<AuditData['sources'][number], 'criterion'> {
  readonly criterion?: Criterion | undefined;
}

export interface GlossaryTerm extends Omit<Compiled<GlossaryTermData>, 'see'> {
  /** Its place on the glossary's page, with fragment. */
  readonly path: string;
  readonly see: readonly GlossaryTerm[];
}

/** Words that lead to each other in search; its schema tells how. */
export type ThesaurusGroup = Compiled<ThesaurusGroupData>;

export interface OwnPage extends Omit<OwnPageData, 'silence'> {
  readonly slug: string;
  readonly path: string;
  readonly body: CompiledBody;
}

export type { PlainDate };
