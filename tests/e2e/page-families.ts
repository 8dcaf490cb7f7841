import { type Archive, dimensions, type Recommendation } from '../../src/archive/index.ts';
import { followUpsPath } from '../../src/components/tracker/addresses.ts';
import { indexPath, trackerOf, waysToChoose } from '../../src/components/tracker/lists.ts';
import { guide } from '../../src/i18n/sv-registers.ts';
import { breakdown, statistics } from '../../src/i18n/sv-statistics.ts';

/** A page that stands for its family. */
export interface FamilyPage {
  readonly family: string;
  /** From the archive's root. */
  readonly path: string;
}

/**
 * A page of every family, and where a family is made from data both the fullest and the barest of it, and the one with the longest
 * name: what goes wrong on a page goes wrong where there is much, nothing, or a word that does not fit.
 */
export function pageFamilies(archive: Archive): readonly FamilyPage[] {
  const { audits, recommendations, municipalities, criteria } = archive;
  const bodies = municipalities.flatMap((municipality) => municipality.bodies);
  const parts = criteria.flatMap(({ chapters, sections }) => [...chapters, ...sections]);
  const pages: readonly FamilyPage[] = [
    { family: 'startsidan', path: '/' },
    { family: 'sökningen', path: '/sok/' },
    { family: 'granskningarna', path: '/granskningar/' },
    ...(audits.length > 50 ? [{ family: 'granskningarna, sida 2', path: '/granskningar/sida/2/' }] : []),
    ...extremes('rapport', audits, {
      size: ({ findings, recommendations, samples, figures }) =>
        findings.length + recommendations.length + samples.length + figures.length,
      name: ({ title }) => title,
    }),
    ...extremes('hänvisningar', audits, {
      size: ({ findings, recommendations }) => findings.length + recommendations.length,
      name: ({ title }) => title,
    }).map(({ family, path }) => ({ family, path: `${path}citera/` })),
    { family: 'ändringarna', path: '/andringar/' },
    ...archive.tombstones.slice(0, 1).map(({ address }) => ({ family: 'gravsten', path: address })),
    { family: 'rekommendationerna', path: '/rekommendationer/' },
    ...(recommendations.length > 50
      ? [{ family: 'rekommendationerna, sida 2', path: '/rekommendationer/sida/2/' }]
      : []),
    ...waysToChoose.flatMap((by) => [
      { family: 'rekommendationernas listor', path: indexPath(by) },
      ...extremes('lista med rekommendationer', trackerOf(archive).lists[by], {
        size: (list) => list.recommendations.length,
        name: ({ title }) => title,
      }),
    ]),
    { family: 'uppföljningarna', path: followUpsPath },
    ...extremes('rekommendation', recommendations, {
      size: sizeOfRecommendation,
      name: ({ text }) => text.text,
    }),
    { family: 'statistiken', path: statistics.path },
    ...dimensions.map((dimension) => ({
      family: 'statistiken, fördelad',
      path: `${statistics.path}${breakdown[dimension].slug}/`,
    })),
    { family: 'kommunerna', path: '/kommuner/' },
    ...extremes('kommun', municipalities, { size: ({ audits }) => audits.length, name: ({ name }) => name }),
    ...extremes('nämnd', bodies, {
      size: ({ audits, recommendations, findings }) =>
        audits.length + recommendations.length + findings.length,
      name: ({ name }) => name,
    }),
    { family: 'nämndtyperna', path: '/namnder/' },
    ...extremes('nämndtyp', archive.bodyTypes, {
      size: ({ audits }) => audits.length,
      name: ({ plural }) => plural,
    }),
    { family: 'kriterierna', path: '/kriterier/' },
    ...extremes('kriterium', criteria, {
      size: ({ citations }) => citations.length,
      name: ({ title }) => title,
    }),
    ...(['chapter', 'section', 'article'] as const).flatMap((kind) =>
      extremes(
        { chapter: 'kapitel', section: 'paragraf', article: 'artikel' }[kind],
        parts.filter((part) => part.kind === kind),
        { size: ({ citations }) => citations.length, name: ({ title }) => title ?? '' },
      ),
    ),
    { family: 'ämnena', path: '/amnen/' },
    ...extremes('ämne', archive.topics, { size: ({ audits }) => audits.length, name: ({ name }) => name }),
    { family: 'systemen', path: '/system/' },
    ...extremes('system', archive.systems, {
      size: ({ measures, samples }) => measures.length + samples.length,
      name: ({ name }) => name,
    }),
    { family: 'revisorerna', path: '/revisorer/' },
    ...extremes('revisor', archive.auditors, {
      size: ({ commissioned, assisted }) => commissioned.length + assisted.length,
      name: ({ name }) => name,
    }),
    { family: 'täckningen', path: '/tackning/' },
    { family: 'öppna data', path: '/data/' },
    { family: 'tabeller och kolumner', path: '/data/kolumner/' },
    { family: 'ordlistan', path: '/ordlista/' },
    ...extremes('egen sida', archive.pages, {
      size: ({ body }) => body.blocks.length,
      name: ({ title }) => title,
    }),
    ...guide.pages.map(({ path }) => ({ family: 'guiden', path })),
    { family: 'sidan som inte finns', path: '/finns-inte/' },
  ];
  return pages.filter(({ path }, index) => pages.findIndex((page) => page.path === path) === index);
}

function extremes<Item extends { readonly path: string }>(
  family: string,
  items: readonly Item[],
  { size, name }: { readonly size: (item: Item) => number; readonly name: (item: Item) => string },
): readonly FamilyPage[] {
  const bySize = items.toSorted((a, b) => size(a) - size(b));
  const byName = items.toSorted((a, b) => name(a).length - name(b).length);
  return [bySize.at(-1), bySize.at(0), byName.at(-1)].flatMap((item) =>
    item ? [{ family, path: item.path }] : [],
  );
}

function sizeOfRecommendation({ addressees, parts, findings, criteria, topics }: Recommendation): number {
  return addressees.length + parts.length + findings.length + criteria.length + topics.length;
}
