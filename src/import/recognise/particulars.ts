import { type Known, type KnownMunicipality, NameFinder } from '../known.ts';
import { type Report, sentencesOf, type Taken, taken } from '../report.ts';
import type { Place } from '../source-text.ts';

interface TextWithPlace {
  readonly text: string;
  readonly place: Place;
}

const beginsTitle =
  /^(?:fördjupad |grundläggande |översiktlig |uppföljande |uppföljning av |förnyad |samordnad )?(?:granskning|uppföljning|förstudie|förstudierapport|kartläggning|lekmannarevision|årsrapport|granskningsrapport avseende|revision av)\b.{6,140}$/i;

/** The report's title as it is printed; where no cover has it, what the text says was to be audited. */
export function titleOf(report: Report): Taken<string> | undefined {
  const onCover = coverTexts(report);
  const titled = onCover.find(({ text }) => beginsTitle.test(text) && !/[.:]$/.test(text));
  if (titled) return taken(titled.text, titled.place);
  const [first] = report.sections;
  if (
    first &&
    first.heading.label === undefined &&
    first.heading.level === 1 &&
    isTitle(first.heading.title)
  ) {
    return taken(first.heading.title, first.heading.place, 'trolig');
  }
  for (const { text, place } of report.texts.slice(0, 60)) {
    const [, what] =
      /\bi uppdrag (?:av .{3,60} )?att (?:genomföra en )?gransk(?:a|ning av) ([^.,:]{8,110}?)(?: samt .*)?[.,]/i.exec(
        text,
      ) ?? [];
    if (what !== undefined) return taken(`Granskning av ${what}`, place, 'osäker');
  }
  return undefined;
}

function isTitle(text: string): boolean {
  return (
    text.length > 12 &&
    !/^(?:sammanfattning|inledning|innehåll|bakgrund|projektbeskrivning|missiv)/i.test(text)
  );
}

/** What stands on the cover: before the first chapter, headings among it that have no number. */
function coverTexts(report: Report): readonly TextWithPlace[] {
  const start = report.standing.findIndex(
    ({ block }) =>
      block.kind === 'heading' &&
      (block.label !== undefined || /^(?:sammanfattning|inledning|bakgrund|innehåll)/i.test(block.title)),
  );
  return report.texts.filter(({ index }) => index < (start < 0 ? 30 : Math.min(start, 40)));
}

/** The principal that is named most, by itself or in the name of its auditors, where the registers know it; the first of those that are named as often. */
export function municipalityOf(report: Report, known: Known): Taken<KnownMunicipality> | undefined {
  const counts = known.municipalities.map((municipality) => {
    const auditors = known.auditors.filter((auditor) => auditor.municipality === municipality.id);
    const finder = new NameFinder([
      { id: municipality.id, names: [...municipality.names, ...auditors.flatMap(({ names }) => names)] },
    ]);
    const named = report.texts.filter(({ text }) => finder.in(text).length > 0);
    return { municipality, named };
  });
  const [most, next] = counts.toSorted((a, b) => b.named.length - a.named.length);
  const [first] = most?.named ?? [];
  if (!most || !first) return byPlace(report, known);
  const isClear = most.named.length >= 2 && most.named.length > 2 * (next?.named.length ?? 0);
  return taken(most.municipality, first.place, isClear ? 'säker' : 'osäker');
}

/** By the name of the place alone, where the report has no other: `Dikthamn i april 2024`. */
function byPlace(report: Report, known: Known): Taken<KnownMunicipality> | undefined {
  const named = known.municipalities.flatMap((municipality) => {
    const finder = new NameFinder([{ id: municipality.id, names: [municipality.place] }]);
    const at = report.texts.find(({ text }) => finder.in(text).length > 0);
    return at ? [taken(municipality, at.place, 'osäker')] : [];
  });
  return named.length === 1 ? named[0] : undefined;
}

const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(
  ' ',
);

/** A date in a text, as fine as it is written: `12 mars 2023`, `2023-03-12`, `mars 2023`. */
function dateIn(text: string): string | undefined {
  const [, iso] = /\b((?:19|20)\d\d-\d\d-\d\d)\b/.exec(text) ?? [];
  if (iso !== undefined) return iso;
  const [, day, month, year] =
    new RegExp(
      `(?<![\\d/])(?:(\\d{1,2})(?: ?:?e)? )?(?<!\\p{L})(${months.join('|')}) ((?:19|20)\\d\\d)(?!\\d)`,
      'iu',
    ).exec(text) ?? [];
  if (month === undefined || year === undefined) return undefined;
  const number = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
  return day === undefined ? `${year}-${number}` : `${year}-${number}-${day.padStart(2, '0')}`;
}

/** When the report was given out: the date on its cover, or the one beside the signatures. */
export function publishedOf(report: Report): Taken<string> | undefined {
  for (const { text, place } of coverTexts(report)) {
    const date = text.length < 120 ? dateIn(text) : undefined;
    if (date !== undefined) return taken(date, place);
  }
  for (const { text, place } of report.texts.slice(-25)) {
    const date =
      text.length < 80 && !/^(?:intervju|dokument|protokoll)/i.test(text) ? dateIn(text) : undefined;
    if (date !== undefined && /^\p{Lu}\p{L}+(?: stad| kommun)?,?(?: den)? \d|^(?:den )?\d/u.test(text)) {
      return taken(date, place, 'trolig');
    }
  }
  return undefined;
}

/** The audited year: as it is called so, in the title, of the report's date, or of the latest interview. */
export function yearOf(
  report: Report,
  title: Taken<string> | undefined,
  published: Taken<string> | undefined,
): Taken<number> | undefined {
  for (const { text, place } of report.texts) {
    const [, year] =
      /\b(?:revisionsår(?:et)?|verksamhetsår(?:et)?|revisionsplan(?:en)? för(?: år)?|granskningsår(?:et)?)\s*:?\s*(20\d\d|19\d\d)\b/i.exec(
        text,
      ) ?? [];
    if (year !== undefined) return taken(Number(year), place);
  }
  // `ÅRSRAPPORT 2023`, `Lekmannarevision 2019`
  for (const { text, place } of coverTexts(report)) {
    const [, year] =
      /^(?:års|gransknings|revisions)?(?:rapport|revision|lekmannarevision|granskning)\b[^.]{0,40}?\b(20\d\d)\b/i.exec(
        text,
      ) ?? [];
    if (year !== undefined) return taken(Number(year), place);
  }
  const inTitle = /\b(20\d\d|19\d\d)\b/.exec(title?.value ?? '')?.[1];
  if (title && inTitle !== undefined) return taken(Number(inTitle), title.places);
  if (published) return taken(Number(published.value.slice(0, 4)), published.places, 'trolig');
  const interviews = report.texts.filter(({ text }) => /^intervju/i.test(text) && dateIn(text) !== undefined);
  const latest = interviews.toSorted((a, b) => (dateIn(b.text) ?? '').localeCompare(dateIn(a.text) ?? ''))[0];
  if (latest) return taken(Number(dateIn(latest.text)?.slice(0, 4)), latest.place, 'osäker');
  return latestYear(report);
}

/** The latest year that the text speaks of as past or present, at least three times. */
function latestYear(report: Report): Taken<number> | undefined {
  const places = new Map<number, Place[]>();
  for (const { text, place } of report.texts) {
    for (const [, year] of text.matchAll(/(?<![\d:])((?:19|20)\d\d)(?![\d:])/g)) {
      places.set(Number(year), [...(places.get(Number(year)) ?? []), place]);
    }
  }
  const [latest] = [...places].filter(([, at]) => at.length >= 3).toSorted((a, b) => b[0] - a[0]);
  return latest && taken(latest[0], latest[1].slice(0, 3), 'osäker');
}

const types: readonly (readonly [string, RegExp])[] = [
  ['uppföljande', /uppföljande granskning|^uppföljning av/i],
  ['förstudie', /förstudie/i],
  ['lekmannarevision', /lekmannarevis(?:ion|or)/i],
  ['grundläggande', /grundläggande granskning/i],
  ['fördjupad', /fördjupad granskning/i],
  ['översiktlig', /översiktlig granskning/i],
  ['kartläggning', /^kartläggning/i],
  ['delårsrapport', /granskning av delårs(?:rapport|bokslut)/i],
  ['årsredovisning', /granskning av årsredovisning/i],
  ['årsrapport per nämnd', /årsrapport/i],
];

/** What kind of audit it is, where its title or cover says so. */
export function typeOf(report: Report, title: Taken<string> | undefined): Taken<string> | undefined {
  const texts = [...(title ? [{ text: title.value, place: title.places[0] }] : []), ...coverTexts(report)];
  for (const { text, place } of texts) {
    const type = types.find(([, words]) => words.test(text))?.[0];
    if (type !== undefined && place) return taken(type, place, 'trolig');
  }
  return undefined;
}

/** What the audit was to find out. */
export function purposeOf(report: Report): Taken<string> | undefined {
  for (const { text, place } of report.texts) {
    const sentence = sentencesOf(text).find((each) =>
      /^(?:det övergripande |granskningens |det )?syftet? (?:med (?:granskningen|uppföljningen|förstudien|uppdraget) |är |har varit )|\bsyftar (?:\p{L}+ )?till att (?:granska|bedöma|pröva|undersöka|besvara|följa upp)|^granskningens syfte (?:är|har varit)/iu.test(
        each,
      ),
    );
    if (sentence !== undefined) return taken(sentence, place);
  }
  return undefined;
}

export interface Scope {
  readonly includes?: Taken<string>;
  readonly excludes?: Taken<string>;
}

/** What the audit takes in, and what it leaves out. */
export function scopeOf(report: Report): Scope {
  const find = (words: RegExp) => {
    for (const { text, place } of report.texts) {
      const sentence = sentencesOf(text).find((each) => words.test(each));
      if (sentence !== undefined) return taken(sentence, place, 'trolig');
    }
    return undefined;
  };
  const includes = find(
    /^(?:granskningen|uppföljningen|förstudien) (?:omfattar|avser|avgränsas till|har avgränsats till|avgränsar sig till|innefattar|har omfattat)\b(?! inte)/i,
  );
  const excludes = find(
    /^(?:granskningen|uppföljningen|förstudien) (?:omfattar inte|har inte omfattat|innefattar inte|avser inte)|^inga tester av|\bingår inte i granskningen/i,
  );
  return { ...(includes && { includes }), ...(excludes && { excludes }) };
}

const methodWords: readonly (readonly [string, RegExp])[] = [
  ['dokumentstudier', /dokumentstudier|dokumentgranskning|genomgång av (?:styrdokument|dokument)/i],
  ['intervjuer', /intervjuer|intervjuats/i],
  ['enkäter', /enkät(?:er|en)?\b/i],
  ['stickprov', /stickprov/i],
  ['registeranalys', /registeranalys/i],
  ['observationer', /platsbesök|observationer på plats/i],
];

/** How the audit was made, in the parts of the report that tell of it. */
export function methodsOf(report: Report): readonly Taken<string>[] {
  const sections = report.under(/metod|genomförande|avgränsning/i);
  const texts = sections.flatMap(({ content }) =>
    content.flatMap(({ block }) => ('text' in block ? [{ text: block.text, place: block.place }] : [])),
  );
  return methodWords.flatMap(([method, words]) => {
    const found = texts.find(({ text }) => words.test(text));
    return found ? [taken(method, found.place)] : [];
  });
}

export interface Auditors {
  readonly commissionedBy?: Taken<string>;
  readonly publisher?: string;
  readonly experts: readonly Taken<string>[];
}

/** Who made the audit and for whom: those of the registers that the report names. */
export function auditorsOf(report: Report, known: Known, municipality: string): Auditors {
  const ours = known.auditors
    .filter((auditor) => auditor.municipality === undefined || auditor.municipality === municipality)
    // At home they are called by their first word alone: Stadsrevisionen, Revisionskontoret.
    .map((auditor) => ({
      ...auditor,
      names: [
        ...auditor.names,
        ...(auditor.municipality === undefined
          ? []
          : auditor.names.flatMap((name) => /^(\p{L}+) i /u.exec(name)?.[1] ?? [])),
      ],
    }));
  const first = (names: readonly string[]) => {
    const finder = new NameFinder([{ id: 'it', names }]);
    return report.texts.find(({ text }) => finder.in(text).length > 0);
  };
  const elected = ours.filter(({ isElected }) => isElected);
  const named = elected.flatMap((auditor) => {
    const at = first(auditor.names);
    return at ? [{ auditor, at, isNamed: true }] : [];
  });
  const [only] = elected;
  const mention = report.texts.find(({ text }) =>
    /förtroendevalda revisor|kommunens revisor|lekmannarevisor|kommunrevision/i.test(text),
  );
  const chosen =
    named[0] ??
    (elected.length === 1 && only && mention ? { auditor: only, at: mention, isNamed: false } : undefined);
  const experts = ours
    .filter(({ isElected }) => !isElected)
    .flatMap(({ id, names }) => {
      const at = first(names);
      return at ? [{ id, at }] : [];
    });
  return {
    ...(chosen && {
      commissionedBy: taken(chosen.auditor.id, chosen.at.place, chosen.isNamed ? 'säker' : 'trolig'),
      publisher: chosen.auditor.name,
    }),
    experts: experts.map(({ id, at }) => taken(id, at.place, experts.length > 1 ? 'trolig' : 'säker')),
  };
}

/** The audited bodies: those that the report says it covers; else those that it speaks of time and again. */
export function bodiesOf(report: Report, finder: NameFinder): readonly Taken<string>[] {
  const counts = new Map<string, number>();
  const first = new Map<string, Place>();
  const said = new Map<string, Place>();
  for (const { text, place, index } of report.texts) {
    const ids = finder.idsIn(text);
    const under = report.standing[index]?.under.at(-1)?.title ?? '';
    const saysSo =
      /ansvarig(?:a|t)? (?:nämnd|styrelse)|avgränsning|granskade nämnder|revisionsobjekt|granskningsobjekt/i.test(
        under,
      ) ||
      /\b(?:granskningen|uppföljningen) (?:ska )?(?:avse|avser|omfattar|har avgränsats|avgränsas|riktas|riktar)\b|granskningsobjekt|revisionsobjekt/i.test(
        text,
      );
    for (const id of ids) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (!first.has(id)) first.set(id, place);
      if (saysSo && !said.has(id)) said.set(id, place);
    }
  }
  const chosen =
    said.size > 0 ? [...said.keys()] : [...counts].filter(([, count]) => count >= 3).map(([id]) => id);
  return chosen.flatMap((id) => {
    const place = said.get(id) ?? first.get(id);
    return place ? [taken(id, place, said.has(id) ? 'säker' : 'trolig')] : [];
  });
}

/** The audited systems: those that stand in the report's limits, in headings or time and again, or whose figures it has. */
export function systemsOf(
  report: Report,
  finder: NameFinder,
  measures: readonly Taken<{ readonly system?: string }>[],
): readonly Taken<string>[] {
  const counts = new Map<string, number>();
  const first = new Map<string, Place>();
  const said = new Set(measures.flatMap(({ value }) => value.system ?? []));
  for (const { text, place, index } of report.texts) {
    const standing = report.standing[index];
    const under = standing?.under.at(-1)?.title ?? '';
    for (const id of finder.idsIn(text)) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (!first.has(id)) first.set(id, place);
      if (/avgränsning|omfattning/i.test(under) || standing?.block.kind === 'heading') said.add(id);
    }
  }
  return [...first].flatMap(([id, place]) => {
    if (!said.has(id) && (counts.get(id) ?? 0) < 4) return [];
    return [taken(id, place, said.has(id) ? 'säker' : 'trolig')];
  });
}
