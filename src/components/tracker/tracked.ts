import { createHash } from 'node:crypto';
import {
  type Archive,
  type Audit,
  auditorsOf,
  compareInTime,
  criteriaOf,
  lastChecked,
  type Recommendation,
  standingsByType,
  topicsOf,
  unverifiedDone,
} from '../../archive/index.ts';
import { tracker } from '../../i18n/sv-ledger.ts';
import { type CoarseDate, modalities, shownStates } from '../../schemas/index.ts';
import { slugOfModality, slugOfState } from './addresses.ts';
import { type By, by, type Facet, facets, unknownValue } from './facets.ts';
import { type FacetValue, parcelName, sealLength, type TableReport, type TableSource } from './table.ts';

/** The recommendations as the browser's table has them: what it is made from, and the parcels that their rows come in. */
export interface Tracked {
  readonly source: TableSource;
  readonly parcels: readonly TrackedParcel[];
}

export interface TrackedParcel {
  /** The last part of its address. */
  readonly name: string;
  readonly recommendations: readonly Recommendation[];
}

/** A parcel takes whole reports until it has as many rows as this: few files to fetch, and little in them that is not asked for. */
const parcelSize = 16;

export function trackedIn(
  archive: Pick<Archive, 'audits' | 'municipalities' | 'bodyTypes' | 'topics' | 'criteria' | 'auditors'>,
): Tracked {
  const audits = archive.audits
    .filter(({ recommendations }) => recommendations.length > 0)
    .toSorted(byPlaceAndTime);
  const registers = registersOf(archive, audits);
  const published = ranksOf(audits.map((audit) => audit.published));
  const checked = ranksOf(
    audits.flatMap(({ recommendations }) => recommendations.flatMap((each) => lastChecked(each) ?? [])),
  );
  const parcels = parcelsOf(audits);
  return {
    source: {
      values: registers.values,
      reports: audits.map((audit) => reportOf(audit, registers, published, checked)),
      parcels: parcels.map(({ seal, recommendations }) => ({ seal, size: recommendations.length })),
    },
    parcels,
  };
}

/** The order that the browser leaves ties in; `leastDoneFirst` breaks them in the same way. */
function byPlaceAndTime(a: Audit, b: Audit): number {
  return (
    compareText(a.municipality.path, b.municipality.path) ||
    compareInTime(a.published, b.published) ||
    compareText(a.path, b.path)
  );
}

interface Registers {
  readonly values: By<Facet, readonly FacetValue[]>;
  /** The index of a thing's value; of nothing, that of the value for what is not known. */
  indices(facet: Facet, slugs: readonly string[]): readonly number[];
}

function registersOf(archive: Parameters<typeof trackedIn>[0], audits: readonly Audit[]): Registers {
  const years = [...new Set(audits.map(({ listedYear }) => listedYear))].toSorted((a, b) => b - a);
  const unknown = (label: string): FacetValue => ({ slug: unknownValue, label });
  const values: By<Facet, readonly FacetValue[]> = {
    status: shownStates.map(({ code, label }) => ({ slug: slugOfState(code), label })),
    uppges: [{ slug: 'gjort', label: tracker.claimedDone }],
    kommun: archive.municipalities.map(({ slug, place }) => ({ slug, label: place })),
    namndtyp: [
      ...archive.bodyTypes.map(({ id, name }) => ({ slug: id, label: name })),
      unknown(tracker.unknown.namndtyp),
    ],
    ar: years.map((year) => ({ slug: String(year), label: String(year) })),
    amne: [
      ...archive.topics.map(({ id, name }) => ({ slug: id, label: name })),
      unknown(tracker.unknown.amne),
    ],
    kriterium: [
      ...archive.criteria.map(({ id, name }) => ({ slug: id, label: name })),
      unknown(tracker.unknown.kriterium),
    ],
    revisor: [
      ...archive.auditors.map(({ id, name }) => ({ slug: id, label: name })),
      unknown(tracker.unknown.revisor),
    ],
    ord: [
      ...modalities.map(({ code, label }) => ({ slug: slugOfModality(code), label })),
      unknown(tracker.unknown.ord),
    ],
  };
  const places = by(facets, (facet) => new Map(values[facet].map(({ slug }, index) => [slug, index])));
  return {
    values,
    indices: (facet, slugs) =>
      (slugs.length > 0 ? slugs : [unknownValue])
        .flatMap((slug) => places[facet].get(slug) ?? [])
        .toSorted((a, b) => a - b),
  };
}

/** Dates in order, from 1. Dates that may mean the same days have the same. */
function ranksOf(dates: readonly CoarseDate[]): (date: CoarseDate | undefined) => number {
  const ranks = new Map([...new Set(dates)].toSorted(compareInTime).map((date, index) => [date, index + 1]));
  return (date) => (date === undefined ? 0 : (ranks.get(date) ?? 0));
}

type Rank = ReturnType<typeof ranksOf>;

function reportOf(audit: Audit, { indices }: Registers, published: Rank, checked: Rank): TableReport {
  return {
    published: published(audit.published),
    has: {
      kommun: indices('kommun', [audit.municipality.slug]),
      ar: indices('ar', [String(audit.listedYear)]),
      revisor: indices(
        'revisor',
        auditorsOf(audit).map(({ id }) => id),
      ),
    },
    rows: audit.recommendations.map((recommendation) => ({
      checked: checked(lastChecked(recommendation)),
      has: {
        uppges: unverifiedDone(recommendation) ? indices('uppges', ['gjort']) : [],
        amne: indices(
          'amne',
          topicsOf(recommendation).map(({ id }) => id),
        ),
        kriterium: indices(
          'kriterium',
          criteriaOf(recommendation).map(({ id }) => id),
        ),
        ord: indices('ord', recommendation.modality ? [slugOfModality(recommendation.modality)] : []),
      },
      standings: standingsByType(recommendation).flatMap(({ type, state }) =>
        indices('status', [slugOfState(state)]).flatMap((status) =>
          indices('namndtyp', type ? [type.id] : []).map((index) => ({ status, type: index })),
        ),
      ),
    })),
  };
}

function parcelsOf(audits: readonly Audit[]): readonly (TrackedParcel & { readonly seal: string })[] {
  return [...Map.groupBy(audits, ({ municipality }) => municipality)].flatMap(
    ([municipality, ofMunicipality]) =>
      filled(ofMunicipality).map((recommendations, index) => {
        const seal = sealOf(recommendations);
        return { name: parcelName(municipality.slug, index + 1, seal), seal, recommendations };
      }),
  );
}

function filled(audits: readonly Audit[]): readonly (readonly Recommendation[])[] {
  const parcels: Recommendation[][] = [];
  for (const { recommendations } of audits) {
    const last = parcels.at(-1);
    if (last && last.length + recommendations.length <= parcelSize) last.push(...recommendations);
    else parcels.push([...recommendations]);
  }
  return parcels;
}

/** Lower case alone, since some file systems know no other. */
function sealOf(recommendations: readonly Recommendation[]): string {
  const digest = createHash('sha256')
    .update(recommendations.map(({ path, state }) => `${path} ${state}`).join('\n'))
    .digest();
  return digest.readUInt32BE(0).toString(36).padStart(sealLength, '0').slice(-sealLength);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
