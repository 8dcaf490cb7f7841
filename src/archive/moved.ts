import type { RichText } from '../reports/index.ts';
import type { PlainDate } from '../schemas/index.ts';
import { fixedPaths } from './broken-links.ts';
import type { Content } from './load.ts';
import { type PublishedLine, type PublishedThing, publishedThings } from './published.ts';
import type { Archive } from './types.ts';

/** A published address that leads on. */
export interface Redirect {
  /** Without fragment: a page's own address, from the archive's root. */
  readonly from: string;
  readonly to: string;
  readonly date: PlainDate;
  readonly reason?: string | undefined;
}

/** A published address whose page has been taken away. */
export interface Tombstone {
  /** From the archive's root; with a fragment where it was a part of a page that is still there. */
  readonly address: string;
  /** What it was, where the record of what is published knows. */
  readonly kind?: PublishedThing['kind'] | undefined;
  readonly title?: string | undefined;
  readonly date: PlainDate;
  readonly reason: RichText;
  /** Was it to protect personal data? */
  readonly isRedaction: boolean;
  /** Was it taken away with all that a page above it held? Then lists tell of that page alone. */
  readonly isBelowAnother: boolean;
}

/** A part of a page that has another address: `/…/#f3`. */
export interface MovedPart {
  readonly address: string;
  readonly to: string;
  readonly date: PlainDate;
  readonly reason?: string | undefined;
}

/** What became of published addresses that have no page. */
export interface Moved {
  readonly redirects: readonly Redirect[];
  readonly tombstones: readonly Tombstone[];
  readonly movedParts: readonly MovedPart[];
}

export const nothingMoved: Moved = { redirects: [], tombstones: [], movedParts: [] };

/** A published thing whose address the archive does not have. */
export interface Lost extends PublishedLine {
  /** The file of the record that it stands in. */
  readonly file: string;
  /** What is said of it; nothing where nobody has. */
  readonly outcome?: Outcome | undefined;
}

export type Outcome =
  | {
      readonly kind: 'redirect';
      readonly to: string;
      /** Is there such an address? */
      readonly isThere: boolean;
      /** Which of the register's entries says so. */
      readonly entry: number;
    }
  | { readonly kind: 'tombstone'; readonly entry: number };

type Register = NonNullable<Content['addresses']['data']>;

/** Held against the archive as it is today: what of the published is not there, and what is said of it. */
export function lostIn(content: Content, archive: Archive): readonly Lost[] {
  if (content.published.length === 0) return [];
  const current = new Map<string, ReadonlySet<string>>();
  for (const { file, things } of publishedThings(archive)) {
    current.set(file, new Set(things.map(({ address }) => address)));
  }
  const lost = content.published.flatMap(({ name, lines }) => {
    const there = current.get(name);
    return lines.flatMap((line) => (there?.has(line.address) ? [] : [{ ...line, file: name }]));
  });
  if (lost.length === 0) return [];
  const resolve = resolverOf(content, archive);
  return lost.map((line) => ({ ...line, outcome: resolve(line.address) }));
}

/** What the register of addresses says of one that has no page. */
export function resolverOf(
  { addresses }: Content,
  archive: Archive,
): (address: string) => Outcome | undefined {
  const register = addresses.data ?? { redirects: [], tombstones: [] };
  const there = addressesOf(archive);
  return (address) => outcomeOf(address, register, there, new Set());
}

/** Every address of the archive that something may lead to. */
export function addressesOf(archive: Archive): ReadonlySet<string> {
  const addresses = new Set<string>(fixedPaths);
  for (const { things } of publishedThings(archive)) for (const { address } of things) addresses.add(address);
  return addresses;
}

function outcomeOf(
  address: string,
  register: Register,
  there: ReadonlySet<string>,
  passed: Set<string>,
): Outcome | undefined {
  const redirect = nearest(address, register.redirects, ({ from }) => from);
  const tombstone = nearest(address, register.tombstones, (entry) => entry.address);
  if (tombstone && (!redirect || tombstone.above.length > redirect.above.length)) {
    return { kind: 'tombstone', entry: tombstone.entry };
  }
  if (!redirect) return undefined;
  const { entry, above } = redirect;
  const to = `${register.redirects[entry]?.to ?? ''}${address.slice(above.length)}`;
  if (there.has(to)) return { kind: 'redirect', to, isThere: true, entry };
  if (passed.has(to)) return { kind: 'redirect', to, isThere: false, entry };
  passed.add(to);
  const further = outcomeOf(to, register, there, passed);
  if (further?.kind === 'tombstone') return further;
  return { kind: 'redirect', to: further?.to ?? to, isThere: further?.isThere ?? false, entry };
}

/** The entry for an address itself, else for the nearest page above it. */
function nearest<Entry>(
  address: string,
  entries: readonly Entry[],
  addressOf: (entry: Entry) => string,
): { readonly entry: number; readonly above: string } | undefined {
  let best: { readonly entry: number; readonly above: string } | undefined;
  for (const [entry, each] of entries.entries()) {
    const above = addressOf(each);
    const covers = above === address || (above.endsWith('/') && address.startsWith(above));
    if (covers && (!best || above.length > best.above.length)) best = { entry, above };
  }
  return best;
}

/** What became of addresses, for pages: those that have been published, and those that the register alone knows. */
export function movedIn(content: Content, archive: Archive, lost: readonly Lost[]): Moved {
  const register = content.addresses.data;
  if (!register) return nothingMoved;
  const resolve = resolverOf(content, archive);
  const known = new Map<
    string,
    { readonly kind?: PublishedThing['kind']; readonly outcome: Outcome | undefined }
  >(
    [...register.redirects.map(({ from }) => from), ...register.tombstones.map(({ address }) => address)].map(
      (address) => [address, { outcome: resolve(address) }],
    ),
  );
  for (const { address, kind, outcome } of lost) known.set(address, { kind, outcome });
  const redirects: Redirect[] = [];
  const tombstones: Tombstone[] = [];
  const movedParts: MovedPart[] = [];
  for (const [address, { kind, outcome }] of [...known].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (outcome?.kind === 'redirect') {
      const entry = register.redirects[outcome.entry];
      if (!entry) continue;
      const { date, reason } = entry;
      if (!address.includes('#')) redirects.push({ from: address, to: outcome.to, date, reason });
      // Where the whole page has moved, its parts are found on the new one.
      else if (entry.from === address) movedParts.push({ address, to: outcome.to, date, reason });
    } else if (outcome?.kind === 'tombstone') {
      const entry = register.tombstones[outcome.entry];
      if (!entry) continue;
      const isBelowAnother = entry.address !== address;
      if (isBelowAnother && address.includes('#')) continue;
      const { title, date, reason, redaction } = entry;
      tombstones.push({ address, kind, title, date, reason, isRedaction: redaction, isBelowAnother });
    }
  }
  return { redirects, tombstones, movedParts };
}
