import type { NameFinder } from '../known.ts';

/** To whom a recommendation goes: bodies by id, groups as printed; or all that were audited. */
export interface Addressee {
  readonly body?: string;
  readonly group?: string;
  readonly role?: 'huvudansvar' | 'medverkar';
}

export interface Addressees {
  readonly to: 'alla' | readonly Addressee[];
  /** Bodies that the registers do not have, as printed; they are among the groups. */
  readonly unknown: readonly string[];
}

const everyone =
  /\b(?:samtliga|alla)(?: (?:av )?(?:de )?granskade| berörda)?(?: styrelser och)? nämnder(?:na)?\b|\b(?:samtliga|alla) granskade\b|^(?:nämnderna|de granskade nämnderna)\b/i;
const groups =
  /(?<!\p{L})(?:övriga|berörda|ansvariga|granskade|aktuella|respektive|två|tre|fyra) nämnd(?:er|erna)?(?: (?:i|inom) de[nt]? \p{L}+ (?:klustret|området|sektorn|verksamheten))?/giu;
const anyBody =
  /(?<![\p{L}-])(?:\p{L}+-(?:,| och| samt) )*(?:\p{L}+-)?\p{L}*(?:nämnden|styrelsen|utskottet|direktionen|fullmäktige|bolaget)(?![\p{L}])/giu;

interface Named {
  readonly from: number;
  readonly to: number;
  readonly body?: string;
  readonly group?: string;
}

/** Bodies and groups in a text, in its order. */
function namedIn(text: string, bodies: NameFinder): readonly Named[] {
  const found: Named[] = bodies.in(text).map(({ id, index, end }) => ({ from: index, to: end, body: id }));
  const isFree = (from: number, to: number) => !found.some((other) => from < other.to && other.from < to);
  for (const match of [...text.matchAll(groups), ...text.matchAll(anyBody)]) {
    const to = match.index + match[0].length;
    // `Nämnden` alone says nothing of which.
    if (isFree(match.index, to) && !/^(?:nämnden|styrelsen|utskottet|bolaget)$/i.test(match[0]))
      found.push({ from: match.index, to, group: match[0] });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** The names that stand next to each other from the first on: `A, B och C`. */
function chained(text: string, names: readonly Named[]): readonly Named[] {
  const chain: Named[] = [];
  for (const name of names) {
    const last = chain.at(-1);
    if (last && !/^[\s,]*(?:och|samt|respektive|eller|och den)?[\s,]*$/i.test(text.slice(last.to, name.from)))
      break;
    chain.push(name);
  }
  return chain;
}

/** Those that a phrase names: `utbildningsnämnden och barn- och skolnämnden`, `samtliga nämnder`. Nothing where it names none. */
export function addresseesIn(phrase: string, bodies: NameFinder): Addressees | undefined {
  const named = namedIn(phrase, bodies);
  if (everyone.test(phrase.trim())) return { to: 'alla', unknown: [] };
  if (named.length === 0) return undefined;
  return asAddressees(named.map((name) => ({ name })));
}

/** A sentence that says what a body should do: how strongly, and who with whom, where it says more than `nämnden`. */
export interface Duty {
  readonly modality?: 'ska' | 'bör' | 'kan';
  readonly addressees?: Addressees;
}

/** What a sentence that begins with a body says that it should do. Nothing where it says something else. */
export function dutyIn(sentence: string, bodies: NameFinder): Duty | undefined {
  const [all] = everyone.exec(sentence)?.index === 0 ? (everyone.exec(sentence) ?? []) : [];
  const chain = all === undefined ? chained(sentence, namedIn(sentence, bodies)) : [];
  const bare = /^(?:nämnden|styrelsen|bolaget|förbundet)(?=\s)/i.exec(sentence)?.[0];
  const last = chain[0]?.from === 0 ? chain.at(-1) : undefined;
  const end = all?.length ?? last?.to ?? bare?.length;
  if (end === undefined) return undefined;
  const [whole = '', verb = ''] =
    /^(?: (?:inom|i) [^,.]{3,40}?)? (bör|ska|skall|behöver|måste|kan)(?![\p{L}])/u.exec(
      sentence.slice(end),
    ) ?? [];
  if (verb === '') return undefined;
  if (all !== undefined) return { ...modalityOf(verb), addressees: { to: 'alla', unknown: [] } };
  if (!last) return modalityOf(verb);
  const rest = sentence.slice(end + whole.length);
  const [together] = /^.{0,40}?\b(?:i (?:samarbete|samverkan|samråd)|tillsammans) med /.exec(rest) ?? [];
  const others = together === undefined ? [] : partners(rest.slice(together.length), bodies);
  return {
    ...modalityOf(verb),
    addressees: asAddressees([
      ...chain.map((name) => ({ name, ...(others.length > 0 && { role: 'huvudansvar' as const }) })),
      ...others.map((name) => ({ name, role: 'medverkar' as const })),
    ]),
  };
}

/** `behöver` is neither ska nor bör. */
function modalityOf(verb: string): Pick<Duty, 'modality'> {
  if (verb === 'bör' || verb === 'kan') return { modality: verb };
  return verb === 'behöver' ? {} : { modality: 'ska' };
}

function partners(text: string, bodies: NameFinder): readonly Named[] {
  const names = namedIn(text, bodies);
  return names[0]?.from === 0 ? chained(text, names) : [];
}

function asAddressees(
  named: readonly { readonly name: Named; readonly role?: 'huvudansvar' | 'medverkar' }[],
): Addressees {
  const to = named.flatMap(({ name, role }, index): Addressee[] => {
    const isSecond =
      named.findIndex(({ name: other }) => other.body === name.body && other.group === name.group) < index;
    if (isSecond) return [];
    return [
      {
        ...(name.body !== undefined && { body: name.body }),
        ...(name.group !== undefined && { group: name.group }),
        ...(role !== undefined && { role }),
      },
    ];
  });
  const unknown = to.flatMap(({ group }) =>
    group !== undefined && /(?:nämnden|styrelsen|utskottet|direktionen|bolaget)$/i.test(group) ? [group] : [],
  );
  return { to, unknown };
}
