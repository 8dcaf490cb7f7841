import { columnRole } from '../column-roles.ts';
import type { NameFinder } from '../known.ts';
import { essence, type Report, sentencesOf, type Taken, taken } from '../report.ts';
import type { Heading, Place, Table } from '../source-text.ts';
import { type Addressees, addresseesIn, type Duty, dutyIn } from './bodies.ts';
import type { FoundFinding } from './findings.ts';

export interface FoundRecommendation {
  readonly text: Taken<string>;
  readonly to?: Addressees;
  readonly modality?: Duty['modality'];
  readonly kind?: 'förbättringsområde' | 'åtgärdsförslag';
  readonly label?: string;
  /** Which of the findings it stands beside, from 0. */
  readonly finding?: number;
  readonly area?: Heading;
}

export interface Recommendations {
  readonly recommendations: readonly FoundRecommendation[];
  /** Blocks of the last place where they are listed, which `<Recommendations />` stands for. */
  readonly shown: ReadonlySet<number>;
}

const heading = /rekommendation|förbättringsområde|åtgärdsförslag|förslag till åtgärd|förbättringsförslag/i;
const announces =
  /(?:rekommender(?:ar|as|ationer)|förbättringsområden|åtgärdsförslag|vill vi (?:särskilt )?(?:lyfta|framhålla)|bör (?:därför )?(?:vidta|beakta)|lämnas följande|lämnar (?:vi )?följande)[^.]*:$|\b(?:anser|menar|föreslår)(?: därför)? att [^.]{3,80} (?:bör|ska|behöver):?$|\brekommender(?:ar|as)\b[^.]{0,160}(?:\batt|följande)[:]?$/i;

/**
 * What the report recommends, each once: beside findings, in lists that a sentence or a heading announces, in tables, and, where it sums
 * up, in sentences that say what a body should do.
 */
export function recommendationsOf(
  report: Report,
  findings: readonly FoundFinding[],
  bodies: NameFinder,
): Recommendations {
  const found: FoundRecommendation[] = [];
  const shown = new Set<number>();
  for (const [index, { recommendation, area }] of findings.entries()) {
    if (!recommendation) continue;
    const { text, duty } = recommendation.value;
    found.push({
      text: { ...recommendation, value: text },
      finding: index,
      ...(area && { area }),
      ...directed(duty, toOf(text, bodies)),
    });
  }
  const listed = [...inLists(report, bodies), ...inTables(report, bodies)];
  const lists = distinct(listed);
  for (const each of lists)
    if (!found.some((other) => isSame(other.text.value, each.text.value))) found.push(each);
  for (const index of lastList(listed)) shown.add(index);
  if (lists.length === 0) found.push(...inSummary(report, bodies));
  if (found.length === 0) found.push(...inSentences(report, bodies));
  return { recommendations: found, shown };
}

/** How strongly, and to whom: as the sentence itself says, else as what stands around it does. */
function directed(duty: Duty | undefined, around?: Addressees): Pick<FoundRecommendation, 'to' | 'modality'> {
  const to = duty?.addressees ?? around;
  return { ...(to && { to }), ...(duty?.modality !== undefined && { modality: duty.modality }) };
}

function toOf(text: string, bodies: NameFinder): Addressees | undefined {
  const [opening = ''] = text.split(/\b(?:bör|ska|skall|att|behöver)\b/);
  return opening.length < 160 && opening.length < text.length ? addresseesIn(opening, bodies) : undefined;
}

interface Listed extends FoundRecommendation {
  readonly index: number;
}

/** Items below a sentence or a heading that announces recommendations. */
function inLists(report: Report, bodies: NameFinder): readonly Listed[] {
  const found: Listed[] = [];
  let announcement: { readonly text: string; readonly isOwnList: boolean } | undefined;
  for (const { index, block, under } of report.standing) {
    const title = under.findLast((above) => heading.test(above.title));
    const inSection = title !== undefined && !/uppföljning|tidigare|föregående/i.test(title.title);
    if (block.kind === 'heading') {
      announcement = undefined;
    } else if (block.kind === 'paragraph') {
      const isAnnouncing =
        announces.test(block.text) || isHalfADuty(block.text, bodies) || (inSection && /:$/.test(block.text));
      const isName =
        inSection &&
        block.text.length < 90 &&
        !/[.?]$/.test(block.text) &&
        addresseesIn(block.text, bodies) !== undefined;
      if (isAnnouncing || isName) announcement = { text: block.text, isOwnList: isAnnouncing };
      else {
        announcement = undefined;
        if (inSection)
          found.push(
            ...sentenceRecommendations(block.text, block.place, index, bodies, kindIn(title?.title ?? '')),
          );
      }
    } else if (block.kind === 'item' && (announcement || inSection)) {
      const text = block.text;
      const duty = dutyIn(text, bodies);
      const to =
        (announcement && addresseesIn(announcement.text, bodies)) ??
        toOf(text, bodies) ??
        nearest(under, bodies);
      const kind = kindIn(`${announcement?.text ?? ''} ${title?.title ?? ''}`);
      found.push({
        index,
        text: taken(text, block.place, announcement?.isOwnList || inSection ? 'säker' : 'trolig'),
        ...modalityIn(announcement?.text ?? ''),
        ...directed(duty, to),
        ...(kind && { kind }),
        ...(block.label !== undefined && { label: block.label }),
      });
    }
  }
  return found;
}

/** `Tekniska nämnden behöver`, which the items below it end. */
function isHalfADuty(text: string, bodies: NameFinder): boolean {
  return (
    text.length < 120 &&
    /(?:bör|ska|skall|behöver|måste)(?: att)?:?$/.test(text) &&
    dutyIn(text, bodies) !== undefined
  );
}

/** Those that the nearest heading above names: `Rekommendationer till socialnämnden`. */
function nearest(under: readonly Heading[], bodies: NameFinder): Addressees | undefined {
  for (const { title } of under.toReversed()) {
    const named = addresseesIn(title, bodies);
    if (named) return named;
  }
  return undefined;
}

/** `Kommunstyrelsen bör:` gives its items the word. */
function modalityIn(announcement: string): { readonly modality?: 'ska' | 'bör' | 'kan' } {
  const [, word] = /\b(bör|ska|skall|kan)(?: att)?:?$/i.exec(announcement.replace(/:$/, '').trim()) ?? [];
  if (word === undefined) return {};
  return { modality: /^ska/i.test(word) ? 'ska' : /^bör/i.test(word) ? 'bör' : 'kan' };
}

function kindIn(text: string): FoundRecommendation['kind'] {
  if (/rekommend/i.test(text)) return undefined;
  if (/förbättringsområde/i.test(text)) return 'förbättringsområde';
  return /åtgärdsförslag|förslag till åtgärd/i.test(text) ? 'åtgärdsförslag' : undefined;
}

/** Sentences of a part called recommendations that say what a body should do, or what the auditors recommend it. */
function sentenceRecommendations(
  text: string,
  place: Place,
  index: number,
  bodies: NameFinder,
  kind: FoundRecommendation['kind'],
): readonly Listed[] {
  return sentencesOf(text).flatMap((sentence): Listed[] => {
    const duty = dutyIn(sentence, bodies);
    const recommended =
      /\brekommenderar(?: därför| även| också| vidare)?(?: revisionen| revisorerna)? ([^.]{3,120}?) att\b/iu.exec(
        sentence,
      )?.[1];
    if (!duty && recommended === undefined) return [];
    const to = recommended === undefined ? undefined : addresseesIn(recommended, bodies);
    return [{ index, text: taken(sentence, place, 'trolig'), ...directed(duty, to), ...(kind && { kind }) }];
  });
}

function inTables(report: Report, bodies: NameFinder): readonly Listed[] {
  return report
    .all('table')
    .flatMap(({ index, block, under }) => tableRecommendations(block, index, under.at(-1), bodies));
}

function tableRecommendations(
  table: Table,
  index: number,
  under: Heading | undefined,
  bodies: NameFinder,
): readonly Listed[] {
  const roles = table.header.map(columnRole);
  const textAt = roles.indexOf('recommendation');
  if (textAt < 0 || roles.includes('observation') || roles.includes('question')) return [];
  if (/uppföljning|tidigare|föregående/i.test(under?.title ?? '')) return [];
  const toAt = roles.indexOf('addressee');
  const labelAt = roles.indexOf('number');
  return table.rows.flatMap((row): Listed[] => {
    const cell = row[textAt];
    if (!cell) return [];
    const duty = dutyIn(cell.text, bodies);
    const addressee = toAt < 0 ? undefined : row[toAt];
    const to = addressee && addresseesIn(addressee.text, bodies);
    const label =
      labelAt < 0 || !/^nr|^#|^nummer/i.test(table.header[labelAt] ?? '') ? undefined : row[labelAt]?.text;
    return [
      {
        index,
        text: taken(cell.text, cell.place),
        ...directed(duty, to),
        ...(label !== undefined && { label }),
      },
    ];
  });
}

/** Sentences where the report sums up that begin with a body and say what it should do. */
function inSummary(report: Report, bodies: NameFinder): readonly FoundRecommendation[] {
  return report
    .under(/sammanfattande bedömning|samlad bedömning|slutsats/i)
    .flatMap(({ content, heading: area }) =>
      content.flatMap(({ block }) =>
        block.kind === 'paragraph'
          ? sentencesOf(block.text).flatMap((sentence): FoundRecommendation[] => {
              const duty = dutyIn(sentence, bodies);
              return duty ? [{ text: taken(sentence, block.place, 'trolig'), area, ...directed(duty) }] : [];
            })
          : [],
      ),
    );
}

/** `Vi rekommenderar nämnden att …` in running text, where the report has no list. */
function inSentences(report: Report, bodies: NameFinder): readonly FoundRecommendation[] {
  return distinct(
    report.all('paragraph').flatMap(({ index, block }) =>
      sentencesOf(block.text)
        .filter((sentence) => /\brekommender/i.test(sentence))
        .flatMap((sentence) => sentenceRecommendations(sentence, block.place, index, bodies, undefined)),
    ),
  );
}

/** Each once, with every place where it stands. */
function distinct(listed: readonly Listed[]): readonly FoundRecommendation[] {
  const found: FoundRecommendation[] = [];
  for (const { index: _index, ...each } of listed) {
    const at = found.findIndex((other) => isSame(other.text.value, each.text.value));
    const known = found[at];
    if (!known) found.push(each);
    else {
      found[at] = {
        ...each,
        ...known,
        text: { ...known.text, places: [...known.text.places, ...each.text.places] },
      };
    }
  }
  return found;
}

function isSame(a: string, b: string): boolean {
  return essence(a) === essence(b);
}

/** The blocks of the last run of recommendations, headings between them aside. */
function lastList(listed: readonly Listed[]): readonly number[] {
  const last = listed.findLastIndex(({ index }, at) => at === 0 || index - (listed[at - 1]?.index ?? 0) > 4);
  return listed.slice(Math.max(0, last)).map(({ index }) => index);
}
