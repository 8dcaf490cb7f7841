import type { CitationGrammar } from '../../criteria/index.ts';
import { personNamesIn } from '../../problems/index.ts';
import { type Report, type Taken, taken } from '../report.ts';
import type { Place } from '../source-text.ts';

export interface FoundSource {
  readonly kind:
    | 'intervju'
    | 'enkät'
    | 'författning'
    | 'standard'
    | 'vägledning'
    | 'tillsynsbeslut'
    | 'rapport'
    | 'styrdokument'
    | 'avtal'
    | 'webbsida'
    | 'övrigt';
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  /** With whom, as a role. */
  readonly with?: string;
  readonly criterion?: string;
  /** Names of persons stand in the source, and are left out here. */
  readonly isNameLeftOut?: boolean;
}

export interface Sources {
  readonly sources: readonly Taken<FoundSource>[];
  /** Blocks of the list, which `<Sources />` stands for. */
  readonly shown: ReadonlySet<number>;
}

const heading =
  /^(?:bilaga\b.{0,20})?(?:källor|källförteckning|referenser|granskade dokument|dokumentförteckning|dokument|intervjuer|intervjuade(?: funktioner| personer)?|intervjuförteckning|genomförda intervjuer|källor och intervjuer|intervjuer och dokument|underlag)$/i;
const groupTitle =
  /^(?:lagar|författningar|lagstiftning|normgivande|kommunala styrdokument|styrdokument|kommunens styrdokument|rapporter|dokument|granskade dokument|övrigt|intervjuer|intervjuade|webb|riktlinjer|externa|interna)(?: \p{L}+){0,5}:?$/iu;

/** The list of sources, interviews among them. */
export function sourcesOf(report: Report, grammar: CitationGrammar): Sources {
  const sources: Taken<FoundSource>[] = [];
  const shown = new Set<number>();
  for (const section of report.sections) {
    if (!section.under.some(({ title }) => heading.test(title.replace(/[:.]$/, '')))) continue;
    let group = section.heading.title;
    for (const { index, block } of section.content) {
      if (block.kind === 'table') {
        shown.add(index);
        for (const row of block.rows) {
          const cells = row.flatMap((cell) => cell ?? []);
          const [first] = cells;
          if (first)
            sources.push(sourceFrom(cells.map(({ text }) => text).join(', '), first.place, group, grammar));
        }
      } else if (block.kind === 'paragraph' || block.kind === 'item') {
        shown.add(index);
        const [, title, rest] = /^(Övrigt|Webb|Rapporter) (\p{Lu}.*\d.*)$/u.exec(block.text) ?? [];
        if (title !== undefined) group = title;
        if (block.kind === 'paragraph' && groupTitle.test(block.text)) group = block.text;
        else sources.push(sourceFrom(rest ?? block.text, block.place, group, grammar));
      }
    }
  }
  return { sources, shown };
}

function sourceFrom(text: string, place: Place, group: string, grammar: CitationGrammar): Taken<FoundSource> {
  const kind = kindOf(text, group);
  const hasName = personNamesIn(text).length > 0;
  if (kind === 'intervju') return interviewFrom(text, place, hasName);
  const rule = kind === 'författning' ? grammar.citationsIn(text)[0]?.citation.rule : undefined;
  const [, publisher, year, title] =
    /^(\p{Lu}[\p{L} ]{1,40}?) \(((?:19|20)\d\d)\)[,:]? (\S.*)$/u.exec(text) ?? [];
  return taken(
    {
      kind,
      ...(!hasName && { title: title ?? text }),
      ...(publisher !== undefined && { publisher }),
      ...(year !== undefined && { date: year }),
      ...(rule?.kind === 'known' && { criterion: rule.id }),
      ...(hasName && { isNameLeftOut: true }),
    },
    place,
    hasName ? 'osäker' : 'trolig',
  );
}

function interviewFrom(text: string, place: Place, hasName: boolean): Taken<FoundSource> {
  const [, date] = /\b((?:19|20)\d\d-\d\d-\d\d)\b/.exec(text) ?? [];
  const plain = text.replace(/[.,]?\s*\b(?:19|20)\d\d-\d\d-\d\d\b\.?/, '').trim();
  const [, title, withWhom] = /^(Intervju \d+)[.:,]? (?:med |– )?(\S.*)$/i.exec(plain) ?? [];
  return taken(
    {
      kind: 'intervju',
      ...(title !== undefined && { title }),
      ...(!hasName && { with: (withWhom ?? plain.replace(/^intervju(?:er)? med /i, '')).replace(/\.$/, '') }),
      ...(date !== undefined && { date }),
      ...(hasName && { isNameLeftOut: true }),
    },
    place,
    hasName ? 'osäker' : 'säker',
  );
}

function kindOf(text: string, group: string): FoundSource['kind'] {
  if (/^intervju/i.test(text) || /intervju/i.test(group)) return 'intervju';
  if (/^enkät/i.test(text)) return 'enkät';
  if (/\btillsyn\b/i.test(text)) return 'tillsynsbeslut';
  if (/https?:\/\/|^www\./i.test(text)) return 'webbsida';
  if (
    /^(?:lagar|författning|lagstiftning)/i.test(group) ||
    /lag(?:en)? ?\(\d{4}:\d+\)|^\p{L}*(?:lagen|förordningen)$/iu.test(text)
  )
    return 'författning';
  if (/\bISO\b|\bSS-EN\b/.test(text)) return 'standard';
  if (
    /vägledning|rekommendation|handbok/i.test(text) &&
    /\b(?:MSB|SKR|SKL|Socialstyrelsen|Skolverket|IMY)\b/.test(text)
  )
    return 'vägledning';
  if (/\bavtal|överenskommelse/i.test(text)) return 'avtal';
  if (
    /^(?:granskning|rapport|utredning|utvärdering|kartläggning|årsredovisning|delårsrapport|tertialrapport|kvalitetsberättelse)|\brapport\b/i.test(
      text,
    )
  )
    return 'rapport';
  if (
    /policy|riktlinje|rutin|reglemente|plan\b|instruktion|delegation|anvisning|styrdokument|program\b/i.test(
      text,
    ) ||
    /styrdokument/i.test(group)
  )
    return 'styrdokument';
  return 'övrigt';
}
