import { enumerated, type Problem, personNamesIn, unwrittenMark } from '../problems/index.ts';
import { nameMend } from '../reports/index.ts';
import { modalities } from '../schemas/index.ts';
import type { Checking } from './checking.ts';
import { firstDayOf, lastDayOf } from './dates.ts';
import type { FileChecker, Path } from './file-checker.ts';
import type { AuditContent, AuditFile } from './load.ts';
import { citationsInAudit } from './text-citations.ts';

type Modality = (typeof modalities)[number]['code'];
type RecommendationContent = AuditContent['recommendations'][number];

/**
 * What an experienced colleague would remark on in a report's data. A draft is not told what it lacks, nor is what only catalogues
 * a report.
 */
export function auditAdvice(
  checking: Checking,
  yaml: FileChecker,
  file: AuditFile,
  data: AuditContent,
): readonly Problem[] {
  const isWhole = data.rendition !== 'catalogue' && data.draft !== true;
  return [
    ...namesAdvice(yaml, file, data),
    ...recommendationAdvice(checking, yaml, data),
    ...(isWhole ? [...questionAdvice(yaml, data), ...findingAdvice(yaml, data)] : []),
    ...(isWhole ? criterionAdvice(checking, yaml, file, data) : []),
  ];
}

/** A question that is divided is answered by its parts. */
function questionAdvice(yaml: FileChecker, data: AuditContent): readonly Problem[] {
  const divided = new Set(data.questions.map(({ under }) => under));
  return data.questions.flatMap(({ id, answers }, index) => {
    if (answers.length > 0 || divided.has(id)) return [];
    return [
      yaml.warning(
        'fraga-utan-svar',
        id,
        ['questions', index],
        `fråga ${id} har inget svar.`,
        'Skriv det under answers. Svarar rapporten inte på frågan, tysta varningen med det som skäl (silence).',
      ),
    ];
  });
}

/** A recommendation may be the printed assessment. A report that assesses nothing finding by finding lacks none. */
function findingAdvice(yaml: FileChecker, data: AuditContent): readonly Problem[] {
  const recommendedOn = new Set(data.recommendations.flatMap(({ finding }) => finding ?? []));
  const isAssessed = ({ id, assessment, verdict, grade }: AuditContent['findings'][number]) =>
    Boolean(assessment ?? verdict ?? grade) || recommendedOn.has(id);
  const assesses = data.findings.some(isAssessed);
  return data.findings.flatMap((finding, index) => {
    if (finding.lost !== undefined || finding.unseen !== undefined) return [];
    const { id, observation } = finding;
    if (!observation) {
      return [
        yaml.warning(
          'bedomning-utan-iakttagelse',
          id,
          ['findings', index],
          `iakttagelse ${id} har en bedömning (assessment) men säger inte vad revisorerna såg.`,
          'Skriv observation. Har den gått förlorad i källan, skriv lost: observation; har den inte setts, unseen: observation.',
        ),
      ];
    }
    if (!assesses || isAssessed(finding)) return [];
    return [
      yaml.warning(
        'iakttagelse-utan-bedomning',
        id,
        ['findings', index],
        `iakttagelse ${id} har varken bedömning, omdöme eller rekommendation, men andra i rapporten har det.`,
        'Skriv assessment eller finding på den rekommendation som bygger på den. Har bedömningen gått förlorad i källan, skriv lost: assessment; har den inte setts, unseen: assessment.',
      ),
    ];
  });
}

function recommendationAdvice(checking: Checking, yaml: FileChecker, data: AuditContent): readonly Problem[] {
  return data.recommendations.flatMap((recommendation, index) => [
    ...addresseeAdvice(checking, yaml, data, recommendation, index),
    ...modalityAdvice(yaml, recommendation, index),
  ]);
}

/** Nobody can carry out what is addressed for information alone, or to bodies that were gone when the report was published. */
function addresseeAdvice(
  checking: Checking,
  yaml: FileChecker,
  data: AuditContent,
  { id, to }: RecommendationContent,
  index: number,
): readonly Problem[] {
  const path: Path = ['recommendations', index, 'to'];
  const warning = (message: string) => [
    yaml.warning(
      'rekommendation-utan-ansvarig',
      id,
      path,
      `rekommendation ${id}: ${message}`,
      'Skriv vem som ska genomföra den, så som rapporten säger.',
    ),
  ];
  if (to === 'alla') return [];
  const told = to.map((addressee) => (typeof addressee === 'string' ? { body: addressee } : addressee));
  if (told.every((addressee) => 'role' in addressee && addressee.role === 'for-information')) {
    return warning('alla mottagare har den för kännedom, och ingen ska genomföra den.');
  }
  const bodies = new Map(
    checking.content.municipalities.get(data.municipality)?.data?.bodies.map((body) => [body.id, body]),
  );
  const gone = told.flatMap((addressee) => {
    const until = 'body' in addressee ? bodies.get(addressee.body)?.exists?.until : undefined;
    const isGone = until !== undefined && lastDayOf(until) < firstDayOf(data.published);
    return isGone && 'body' in addressee ? [`${addressee.body} (till ${until})`] : [];
  });
  if (gone.length === 0 || gone.length < told.length) return [];
  return warning(`${enumerated(gone)} fanns inte längre när rapporten gavs ut ${data.published}.`);
}

const modalityWords: ReadonlyMap<string, Modality> = new Map([
  ['ska', 'shall'],
  ['skall', 'shall'],
  ['bör', 'should'],
  ['borde', 'should'],
  ['kan', 'may'],
]);

/** Words that begin a clause in which the verb says nothing of how strong the recommendation is. */
const subordinators = new Set(
  'att som där när om hur vad vem vilka vilken vilket då eftersom så innan medan tills varför för genom utan inklusive även'.split(
    ' ',
  ),
);

/** How strongly the main clauses of a text are worded. A verb in a subordinate clause does not count. */
function modalitiesIn(text: string): ReadonlySet<Modality> {
  const found = new Set<Modality>();
  for (const sentence of text.split(/[.!?:;]\s+/)) {
    for (const word of sentence.toLowerCase().match(/\p{L}+/gu) ?? []) {
      if (subordinators.has(word)) break;
      const modality = modalityWords.get(word);
      if (modality === undefined) continue;
      found.add(modality);
      break;
    }
  }
  return found;
}

function modalityAdvice(
  yaml: FileChecker,
  { id, text, modality }: RecommendationContent,
  index: number,
): readonly Problem[] {
  if (text.text.includes(unwrittenMark)) return [];
  const inText = modalitiesIn(text.text);
  if (inText.size === 0 || (modality !== undefined && inText.has(modality))) return [];
  // "Kan" alone tells of an ability as often as it recommends.
  if (modality === undefined && !inText.has('shall') && !inText.has('should')) return [];
  const words = (codes: readonly Modality[]) =>
    enumerated(modalities.filter(({ code }) => codes.includes(code)).map(({ word }) => `”${word}”`));
  const printed = words([...inText]);
  return [
    yaml.warning(
      'modalitet',
      id,
      modality === undefined ? ['recommendations', index] : ['recommendations', index, 'modality'],
      modality === undefined
        ? `rekommendation ${id}: texten säger ${printed}, men fältet modality saknas.`
        : `rekommendation ${id}: texten säger ${printed}, men modality är ${words([modality])}.`,
      'Skriv modality så som rapporten säger, eller rätta texten.',
    ),
  ];
}

/** Only where the author tells what was measured against what: else a listed criterion that nothing names is no slip. */
function criterionAdvice(
  checking: Checking,
  yaml: FileChecker,
  file: AuditFile,
  data: AuditContent,
): readonly Problem[] {
  const measuredAgainst = [...data.findings, ...data.recommendations].flatMap(({ criteria }) =>
    criteria.map(({ criterion }) => criterion),
  );
  if (measuredAgainst.length === 0) return [];
  const used = new Set([
    ...measuredAgainst,
    ...data.sources.map(({ criterion }) => criterion),
    ...file.cites.map(({ criterion }) => criterion),
    ...citationsInAudit(checking.content, file).map(({ found: { citation } }) =>
      citation.rule.kind === 'known' ? citation.rule.id : undefined,
    ),
  ]);
  return data.criteria.flatMap(({ criterion }, index) => {
    if (used.has(criterion)) return [];
    return [
      yaml.warning(
        'oanvant-kriterium',
        criterion,
        ['criteria', index],
        `kriterium ${criterion}: ingenting i rapporten mäts mot det eller nämner det, fast annat mäts mot andra kriterier.`,
        'Skriv det under criteria på den iakttagelse eller rekommendation som mättes mot det.',
      ),
    ];
  });
}

/** Names in the texts and in the lines that say who told something; not those of who made the audit. */
function namesAdvice(yaml: FileChecker, file: AuditFile, data: AuditContent): readonly Problem[] {
  const lines: readonly (readonly [Path, string | undefined])[] = [
    ...data.sources.map(({ with: who }, index) => [['sources', index, 'with'], who] as const),
    ...data.measures.map(({ source }, index) => [['measures', index, 'source'], source] as const),
    ...data.followsUp.flatMap(({ evidence }, index) =>
      evidence.map((each, place) => [['followsUp', index, 'evidence', place], each] as const),
    ),
  ];
  const inLines = lines.flatMap(([path, text = '']) =>
    personNamesIn(text).map(({ name }) =>
      yaml.warning(
        'personnamn',
        name,
        path,
        `${yaml.place(path)}: "${name}" ser ut att vara en persons namn.`,
        nameMend,
      ),
    ),
  );
  const authors = new Set(data.people.map(({ name }) => name));
  return [...file.advice, ...inLines].filter(
    ({ rule, at = '' }) => rule !== 'personnamn' || !authors.has(at),
  );
}
