import { oneLine } from '../authoring/index.ts';
import { unwrittenMark } from '../problems/index.ts';
import { identifierFrom } from '../schemas/index.ts';
import { bodyOf } from './body.ts';
import { withoutReferences } from './footnotes.ts';
import { asMarkdown } from './markup.ts';
import type { FoundFinding } from './recognise/findings.ts';
import type { Recognised } from './recognise/index.ts';
import type { FoundRecommendation } from './recognise/recommendations.ts';
import type { Confidence, Taken } from './report.ts';
import { type Heading, type Place, placeText } from './source-text.ts';

/** A draft, and what of it was taken from where. */
export interface Draft {
  /** `1490-boras/2017-informationssakerhet`: municipality, year and a few words. */
  readonly id: string;
  /** The text of its file. */
  readonly text: string;
  /** What was taken, in the order of the draft. */
  readonly entries: readonly DraftEntry[];
}

export interface DraftEntry {
  /** `fråga q1`, `titel`. */
  readonly what: string;
  /** The beginning of what was taken. */
  readonly value: string;
  readonly places: readonly Place[];
  readonly confidence: Confidence;
}

/** A report as a draft for the archive, in the office's own words, every field with the line that it was taken from. */
export function draftOf(found: Recognised, thisYear: number): Draft {
  return new DraftWriter(found, thisYear).draft();
}

class DraftWriter {
  readonly #found: Recognised;
  readonly #year: number;
  readonly #published: string | undefined;
  readonly #entries: DraftEntry[] = [];
  readonly #areaIds: ReadonlyMap<Heading, string>;
  readonly #bodies: readonly Taken<string>[];

  constructor(found: Recognised, thisYear: number) {
    this.#found = found;
    // A date that is still to come was read wrongly.
    const published = found.published?.value;
    this.#published =
      published !== undefined && Number(published.slice(0, 4)) <= thisYear ? published : undefined;
    const printed = found.year?.value ?? thisYear;
    this.#year = Math.min(printed, Number(this.#published?.slice(0, 4) ?? thisYear));
    this.#areaIds = areaIdsOf(found.findings.findings);
    this.#bodies = withAddressees(found);
  }

  draft(): Draft {
    const frontmatter = this.#frontmatter();
    const { recommendations } = this.#found.recommendations;
    const body = bodyOf(this.#found, {
      areaIds: this.#areaIds,
      hasRecommendationsApart: recommendations.some(({ finding }) => finding === undefined),
    });
    return {
      id: `${this.#found.municipality.value.id}/${this.#year}-${this.#slug()}`,
      text: `${['---', ...frontmatter, '---', '', body].join('\n')}\n`,
      entries: this.#entries,
    };
  }

  #slug(): string {
    const { title, report } = this.#found;
    const words = title?.value ?? report.source.fileName.replace(/\.[^.]+$/, '');
    const place = identifierFrom(this.#found.municipality.value.place);
    const plain = identifierFrom(words)
      .replace(new RegExp(`^${place}-|-(?:i-)?${place}s?(?:-kommun|-stad)?$`), '')
      .replace(
        /^(?:(?:fordjupad|uppfoljande|grundlaggande|oversiktlig)-)?(?:granskning|uppfoljning|forstudie|lekmannarevision)-(?:av|avseende|om|over)-/,
        '',
      )
      .replace(/-?(?:19|20)\d\d(?=-|$)/g, '')
      .replace(/^-+|-+$/g, '');
    const [first = 'rapport', ...rest] = plain.split('-').slice(0, 6);
    return (
      [first, ...rest].join('-').replace(/-(?:och|av|i|for|med|till|samt|den|det|som)$/, '') || 'rapport'
    );
  }

  #frontmatter(): readonly string[] {
    const {
      report,
      municipality,
      title,
      year,
      type,
      purpose,
      includes,
      excludes,
      commissionedBy,
      publisher,
      experts,
    } = this.#found;
    const { systems, methods, people, overall, sources } = this.#found;
    const printedTitle = title ? oneLine(title.value) : `${unwrittenMark} – rapportens titel`;
    const note = year && this.#year !== year.value ? [] : [this.#field('year', year, String(this.#year))];
    return [
      `# Ett utkast ur ${commentText(report.source.fileName)}: det kontrolleras men publiceras inte. Det som återstår är märkt ${unwrittenMark.toLowerCase()}, med`,
      `# stora bokstäver. Efter varje uppgift står var i filen den är hämtad, och hur säker läsningen är om den inte är säker.`,
      '# När allt är läst och rättat tas raden draft bort. Fälten förklaras i guiden: /guide/falt/',
      this.#field('title', title, printedTitle),
      municipality.places.length > 0
        ? this.#field(
            'municipality',
            { ...municipality, value: municipality.value.id },
            municipality.value.id,
          )
        : `municipality: ${municipality.value.id}`,
      ...(year ? note : []),
      this.#published === undefined
        ? `published: ${this.#year} # ${unwrittenMark}: dagen, månaden eller året då rapporten gavs ut`
        : this.#field('published', this.#found.published, this.#published),
      type
        ? this.#field('type', type, type.value)
        : `type: granskning # ${unwrittenMark}: säger rapporten vad för slags granskning det är, skriv det`,
      'draft: true',
      'rendition: original',
      'source:',
      `  title: ${printedTitle}`,
      ...(publisher === undefined ? [] : [`  publisher: ${oneLine(publisher)}`]),
      commissionedBy
        ? this.#field('commissionedBy', commissionedBy, commissionedBy.value)
        : `# ${unwrittenMark} – commissionedBy: de förtroendevalda revisorerna, ur content/auditors/`,
      ...this.#list('experts', experts, (id) => id),
      ...(experts.length === 0
        ? [`# ${unwrittenMark} – experts: byrån eller kontoret som gjorde granskningen, ur content/auditors/`]
        : []),
      ...this.#list('people', people, (person) => flow(person)),
      ...this.#list('bodies', this.#bodies, (body) => flow({ body })),
      ...(this.#bodies.length === 0
        ? [
            `# ${unwrittenMark} – bodies: de granskade nämnderna, ur content/municipalities/${municipality.value.id}.yaml`,
          ]
        : []),
      ...this.#list('systems', systems, (id) => id),
      `# ${unwrittenMark} – topics: ämnen ur content/topics.yaml`,
      ...this.#list('methods', methods, oneLine),
      purpose
        ? this.#field('purpose', purpose, this.#text(purpose.value))
        : `purpose: ${unwrittenMark} – vad granskningen skulle ta reda på`,
      ...(includes || excludes ? ['scope:'] : []),
      ...(includes ? [this.#field('  includes', includes, this.#text(includes.value))] : []),
      ...(excludes ? [this.#field('  excludes', excludes, this.#text(excludes.value))] : []),
      ...this.#criteria(),
      ...this.#verdicts(overall.verdicts),
      ...this.#questions(),
      ...this.#areas(),
      ...this.#findings(),
      ...this.#recommendations(),
      ...this.#list('measures', this.#found.measures.measures, ({ isApproximate, value, ...rest }) =>
        flow({ ...rest, value, ...(isApproximate && { approximate: 'true' }) }, new Set(['value'])),
      ),
      ...this.#list('sources', sources.sources, ({ isNameLeftOut, ...source }) =>
        flow({
          ...source,
          ...(isNameLeftOut && {
            [source.kind === 'intervju' ? 'with' : 'title']: `${unwrittenMark} – med roll och inte med namn`,
          }),
        }),
      ),
    ];
  }

  #text(value: string): string {
    return oneLine(asMarkdown(withoutReferences(value)));
  }

  /** A field on one line, with where it was taken from; it is noted for the report too. */
  #field(name: string, value: Taken<unknown> | undefined, written: string): string {
    if (!value) return `${name}: ${written}`;
    this.#note(name.trim(), String(value.value), value);
    return `${name}: ${written} # ${this.#origin(value)}`;
  }

  #note(what: string, value: string, { places, confidence }: Taken<unknown>): void {
    this.#entries.push({ what, value: withoutReferences(value), places, confidence });
  }

  #origin({ places, confidence }: Taken<unknown>): string {
    const { unit } = this.#found.report.source;
    const where = places.map((place) => placeText(place, unit)).join(' och ');
    switch (confidence) {
      case 'säker':
        return where;
      case 'trolig':
        return `${where}; trolig`;
      case 'osäker':
        return `${unwrittenMark}: kontrollera detta (${where})`;
    }
  }

  /** A list with an item a line. */
  #list<Value>(
    name: string,
    items: readonly Taken<Value>[],
    written: (value: Value) => string,
  ): readonly string[] {
    if (items.length === 0) return [];
    return [
      `${name}:`,
      ...items.map((item) => {
        const value = written(item.value);
        this.#note(name, value, item);
        return `  - ${value} # ${this.#origin(item)}`;
      }),
    ];
  }

  #criteria(): readonly string[] {
    const { known, unknown } = this.#found.criteria;
    if (known.length + unknown.length === 0)
      return [`# ${unwrittenMark} – criteria: det som granskningen mätte mot, ur content/criteria/`];
    return [
      ...(known.length > 0 ? ['criteria:'] : []),
      ...known.map((item) => {
        const { criterion, sections, printed } = item.value;
        this.#note('criteria', criterion, item);
        const parts =
          sections.length === 0 ? '' : `, sections: [${sections.map((key) => `"${key}"`).join(', ')}]`;
        const words = printed.length > 160 ? '' : `, printed: ${quoted(withoutReferences(printed))}`;
        return `  - { criterion: ${criterion}${parts}${words} } # ${this.#origin(item)}`;
      }),
      ...unknown.map((item) => {
        this.#note('kriterium utanför registret', item.value, item);
        return `# ${unwrittenMark} – criteria: ”${commentText(withoutReferences(item.value))}” finns inte i content/criteria/ (${placeText(item.places[0] ?? { first: 1, last: 1 }, this.#found.report.source.unit)})`;
      }),
    ];
  }

  #verdicts(verdicts: Recognised['overall']['verdicts']): readonly string[] {
    if (verdicts.length === 0) return [];
    return [
      'verdicts:',
      ...verdicts.flatMap((item) => {
        const { about, verdict, bodies, text } = item.value;
        this.#note('verdicts', [about, verdict].filter(Boolean).join(': ') || (text ?? ''), item);
        const isRead = about !== undefined && verdict !== undefined;
        return [
          `  - about: ${isRead ? oneLine(withoutReferences(about)) : `${unwrittenMark} – vad omdömet gäller`} # ${this.#origin(item)}`,
          `    verdict: ${isRead ? oneLine(verdict) : `${unwrittenMark} – omdömet med rapportens egna ord`}`,
          ...(bodies.length > 0 ? [`    bodies: [${bodies.join(', ')}]`] : []),
          ...(text === undefined ? [] : [`    text: ${this.#text(text)}`]),
        ];
      }),
    ];
  }

  #questions(): readonly string[] {
    const { questions } = this.#found;
    if (questions.length === 0) return [];
    return [
      '',
      'questions:',
      ...questions.flatMap(({ text, label, answers }, index) => {
        const id = `q${index + 1}`;
        this.#note(`fråga ${id}`, text.value, text);
        return [
          `  - id: ${id} # ${this.#origin(text)}`,
          ...(label === undefined ? [] : [`    label: ${quoted(label)}`]),
          `    text: ${this.#text(text.value)}`,
          ...(answers.length === 0
            ? [`    # ${unwrittenMark} – answers: svaret, om rapporten ger ett`]
            : [
                '    answers:',
                ...answers.flatMap((answer) => {
                  const { verdict, text: words } = answer.value;
                  this.#note(`svar på ${id}`, [verdict, words].filter(Boolean).join('. '), answer);
                  const origin = ` # ${this.#origin(answer)}`;
                  const lines = [
                    ...(verdict === undefined ? [] : [`verdict: ${oneLine(verdict)}`]),
                    ...(words === undefined ? [] : [`text: ${this.#text(words)}`]),
                  ];
                  return lines.map(
                    (line, at) => `${at === 0 ? '      - ' : '        '}${line}${at === 0 ? origin : ''}`,
                  );
                }),
              ]),
        ];
      }),
    ];
  }

  #areas(): readonly string[] {
    if (this.#areaIds.size === 0) return [];
    return [
      '',
      'areas:',
      ...[...this.#areaIds].map(([{ label, title, place }, id]) => {
        const item: Taken<string> = { value: title, places: [place], confidence: 'säker' };
        this.#note(`område ${id}`, title, item);
        return `  - { id: ${id}${label === undefined ? '' : `, label: "${label}"`}, title: ${quoted(withoutReferences(title))} } # ${this.#origin(item)}`;
      }),
    ];
  }

  #findings(): readonly string[] {
    const { findings } = this.#found.findings;
    if (findings.length === 0) {
      return [`# ${unwrittenMark} – findings: iakttagelserna, om rapporten skriver dem var för sig`];
    }
    return [
      '',
      'findings:',
      ...findings.flatMap((finding, index) => this.#finding(finding, `f${index + 1}`)),
    ];
  }

  #finding(
    { area, observation, lost, assessment, verdict, recommendation }: FoundFinding,
    id: string,
  ): readonly string[] {
    const areaId = area && this.#areaIds.get(area);
    const part = (name: string, value: Taken<string>) => {
      this.#note(
        `${name === 'observation' ? 'iakttagelse' : name === 'assessment' ? 'bedömning' : 'omdöme'} ${id}`,
        value.value,
        value,
      );
      const written = name === 'verdict' ? oneLine(value.value) : this.#text(value.value);
      return [`    ${name}: ${written} # ${this.#origin(value)}`];
    };
    return [
      `  - id: ${id}`,
      ...(areaId === undefined ? [] : [`    area: ${areaId}`]),
      ...(observation ? part('observation', observation) : []),
      ...(!observation && !lost ? [`    observation: ${unwrittenMark} – vad revisorerna såg`] : []),
      ...(lost
        ? [
            `    lost: ${lost} # ${unwrittenMark}: cellen är tom i filen; har den en text, skriv den under ${lost}`,
          ]
        : []),
      ...(assessment ? part('assessment', assessment) : []),
      ...(!assessment && !recommendation && !verdict
        ? [`    assessment: ${unwrittenMark} – bedömningen`]
        : []),
      ...(verdict ? part('verdict', verdict) : []),
    ];
  }

  #recommendations(): readonly string[] {
    const { recommendations } = this.#found.recommendations;
    if (recommendations.length === 0)
      return [`# ${unwrittenMark} – recommendations: rekommendationerna, om rapporten ger några`];
    return [
      '',
      'recommendations:',
      ...recommendations.flatMap((recommendation, index) =>
        this.#recommendation(recommendation, `r${index + 1}`),
      ),
    ];
  }

  #recommendation(
    { text, to, modality, kind, label, finding, area }: FoundRecommendation,
    id: string,
  ): readonly string[] {
    this.#note(`rekommendation ${id}`, text.value, text);
    const areaId = area && this.#areaIds.get(area);
    return [
      `  - id: ${id} # ${this.#origin(text)}`,
      ...(label === undefined ? [] : [`    label: ${quoted(label)}`]),
      ...(kind === undefined ? [] : [`    kind: ${kind}`]),
      ...(finding === undefined ? [] : [`    finding: f${finding + 1}`]),
      ...(finding === undefined && areaId !== undefined ? [`    area: ${areaId}`] : []),
      ...(modality === undefined ? [] : [`    modality: ${modality}`]),
      `    to: ${this.#addressees(to)}`,
      `    text: ${this.#text(text.value)}`,
    ];
  }

  #addressees(to: FoundRecommendation['to']): string {
    const [only, second] = this.#bodies;
    const check = ` # ${unwrittenMark}: vilka den riktas till`;
    if (!to || to.to === 'alla') {
      const isAll = to !== undefined;
      if (only && (!second || isAll))
        return `${isAll && second ? 'alla' : `[${only.value}]`}${isAll ? '' : check}`;
      if (only) return `alla${check}`;
      return `[{ group: ${isAll ? 'samtliga nämnder' : unwrittenMark} }]${check}`;
    }
    const unknown =
      to.unknown.length === 0
        ? ''
        : ` # ${unwrittenMark}: ${commentText(to.unknown.join(', '))} finns inte bland nämnderna i registret`;
    return `[${to.to
      .map(({ body, group, role }) =>
        body !== undefined && role === undefined ? body : flow({ body, group, role }),
      )
      .join(', ')}]${unknown}`;
  }
}

/** The audited bodies; where the report does not say which they are, those that it recommends something. */
function withAddressees({ bodies, recommendations }: Recognised): readonly Taken<string>[] {
  if (bodies.length > 0) return bodies;
  const all: Taken<string>[] = [];
  for (const { to, text } of recommendations.recommendations) {
    for (const { body } of to && to.to !== 'alla' ? to.to : []) {
      if (body !== undefined && !all.some(({ value }) => value === body)) {
        all.push({ value: body, places: text.places.slice(0, 1), confidence: 'trolig' });
      }
    }
  }
  return all;
}

/** Ids for the parts of the report that findings stand in: `a25` for 2.5. */
function areaIdsOf(findings: readonly FoundFinding[]): ReadonlyMap<Heading, string> {
  const ids = new Map<Heading, string>();
  for (const { area } of findings) {
    if (!area || ids.has(area)) continue;
    const taken = new Set(ids.values());
    const wanted = area.label === undefined ? `a${ids.size + 1}` : `a${area.label.replaceAll('.', '')}`;
    let id = wanted;
    for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
    ids.set(area, id);
  }
  return ids;
}

/** Fields between braces on one line. */
function flow(fields: object, inQuotes: ReadonlySet<string> = new Set()): string {
  const written = Object.entries(fields).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const text = String(value);
    return [
      `${name}: ${inQuotes.has(name) || !/^[\p{L}\d][\p{L}\d -]*$/u.test(text) || /^\d|^(?:true|false|null|no|yes)$/.test(text) ? quoted(text) : text}`,
    ];
  });
  return `{ ${written.join(', ')} }`;
}

/** In double quotation marks, as YAML and JSON both read it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A text that can stand in a comment: on one line. */
function commentText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\*\//g, '* /');
}
