import type { CodeOf, renditions } from '../schemas/index.ts';
import type { Archive, Audit, Finding, Municipality } from './types.ts';

/** Sweden has 290 kommuner and 21 principals with a region's tasks: 20 regioner and Gotland, a kommun that has both tasks. Source: SCB. */
export const swedishPrincipals = { municipalities: 290, regions: 21 } as const;

const gotland = '0980';

export interface Coverage {
  /** The years that have an audit, newest first. */
  readonly years: readonly number[];
  /** One row a municipality, in the archive's order; `byYear` has the same length and order as `years`. */
  readonly rows: readonly {
    readonly municipality: Municipality;
    readonly byYear: readonly (readonly Audit[])[];
  }[];
  /** Principals with at least one audit. Gotland counts among both municipalities and regions. */
  readonly covered: {
    readonly municipalities: number;
    readonly regions: number;
    readonly federations: number;
  };
  readonly byRendition: Readonly<Record<CodeOf<typeof renditions>, readonly Audit[]>>;
  /** The audits of which the archive lacks something. */
  readonly gaps: readonly Gap[];
}

/** What the archive lacks of one report. At least one of the three lists has something in it. */
export interface Gap {
  readonly audit: Audit;
  /** Parts of the report that the archive has not seen, in the author's words. */
  readonly unseen: readonly string[];
  /** Findings of which a part has been lost in the source. */
  readonly lost: readonly Finding[];
  /** Findings of which the archive has not seen a part. */
  readonly unseenFindings: readonly Finding[];
}

/** What the archive covers and what it lacks. */
export function coverage(archive: Pick<Archive, 'audits' | 'municipalities'>): Coverage {
  const years = [...new Set(archive.audits.map(({ listedYear }) => listedYear))].toSorted((a, b) => b - a);
  const audited = archive.municipalities.filter(({ audits }) => audits.length > 0);
  const ofRendition = (code: Audit['rendition']) =>
    archive.audits.filter(({ rendition }) => rendition === code);
  return {
    years,
    rows: audited.map((municipality) => ({
      municipality,
      byYear: years.map((year) => municipality.audits.filter(({ listedYear }) => listedYear === year)),
    })),
    covered: {
      municipalities: audited.filter(({ kind }) => kind === 'municipality').length,
      regions: audited.filter(({ kind, code }) => kind === 'region' || code === gotland).length,
      federations: audited.filter(({ kind }) => kind === 'federation').length,
    },
    byRendition: {
      original: ofRendition('original'),
      restated: ofRendition('restated'),
      catalogue: ofRendition('catalogue'),
    },
    gaps: archive.audits
      .map((audit) => ({
        audit,
        unseen: audit.unseen,
        lost: audit.findings.filter(({ lost }) => lost !== undefined),
        unseenFindings: audit.findings.filter(({ unseen }) => unseen !== undefined),
      }))
      .filter(({ unseen, lost, unseenFindings }) => unseen.length + lost.length + unseenFindings.length > 0),
  };
}
