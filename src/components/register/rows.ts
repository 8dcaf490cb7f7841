import type {
  Audit,
  Auditor,
  Body,
  BodyType,
  CountedPart,
  Criterion,
  Issuer,
  Municipality,
  System,
  Topic,
} from '../../archive/index.ts';
import { capitalised, formatList } from '../../i18n/format.ts';
import {
  counts,
  criteria as criteriaStrings,
  numbered,
  periodOf,
  ruleName,
} from '../../i18n/sv-registers.ts';
import { auditorKinds, bodyForms, labelOf } from '../../schemas/index.ts';
import { type CountLink, countLink, type EntityRow } from './entity-row.ts';

/*
 * How each kind of thing stands in a register. Fragments are the ids of the sections on its own page.
 */

export function municipalityRow(municipality: Municipality): EntityRow {
  const { place, name, path, bodies, audits } = municipality;
  const recommendations = audits.flatMap((audit) => audit.recommendations);
  return {
    title: place,
    path,
    particulars: [...(name === place ? [] : [name]), ...(bodies.length > 0 ? [bodyCount(bodies)] : [])],
    counts: [
      countLink(counts.audits, audits, `${path}#granskningar`),
      recommendationCount(recommendations, audits, path),
    ],
  };
}

/** A body among those of its own principal, or among those of others. */
export function bodyRow(body: Body, among: 'own' | 'others'): EntityRow {
  const { name, path, form, type, office, exists, municipality } = body;
  const period = exists && periodOf(exists);
  const kind = type?.name ?? labelOf(bodyForms, form);
  const nameTellsKind = name.toLowerCase().startsWith(kind.toLowerCase());
  return {
    title: name,
    path,
    particulars: [
      ...(among === 'others' ? [municipality.name] : nameTellsKind ? [] : [kind]),
      ...(office ? [office] : []),
      ...(period ? [period] : []),
    ],
    counts: [
      countLink(counts.audits, body.audits, `${path}#granskningar`),
      recommendationCount(body.recommendations, body.audits, path),
    ],
  };
}

/** "3 nämnder" where all are; a company or a foundation is no board. */
function bodyCount(bodies: readonly Body[]): string {
  const isOther = ({ form }: Body) => form === 'company' || form === 'foundation';
  return bodies.some(isOther) ? counts.bodies(bodies.length) : counts.boards(bodies.length);
}

/** None in the archive may mean that it has not seen them. */
function recommendationCount(
  recommendations: readonly unknown[],
  audits: readonly Audit[],
  path: string,
): CountLink {
  const areUnseen = recommendations.length === 0 && audits.some(({ rendition }) => rendition === 'catalogue');
  return areUnseen
    ? { label: counts.recommendationsUnseen }
    : countLink(counts.recommendations, recommendations, `${path}#rekommendationer`);
}

export function bodyTypeRow({ plural, path, bodies, audits, recommendations }: BodyType): EntityRow {
  return {
    title: plural,
    path,
    particulars: [counts.boards(bodies.length)],
    counts: [
      countLink(counts.audits, audits, `${path}#granskningar`),
      countLink(counts.recommendations, recommendations, `${path}#rekommendationer`),
    ],
  };
}

export function criterionRow(criterion: Criterion): EntityRow {
  const { name, title, number, kind, path, issuer, municipality, replacedBy, audits } = criterion;
  const isEu = kind === 'eu-regulation' || kind === 'eu-directive';
  // The title of an EU act is a paragraph; its number is what one knows it by.
  const formalName = isEu && number ? criteriaStrings.euNumber(number) : title;
  return {
    title: name,
    path,
    particulars: [
      ...(formalName === name ? [] : [formalName]),
      ...(municipality ? [municipality.name] : []),
      ...(issuer && !isLegislature(issuer) ? [issuer.shortName ?? issuer.name] : []),
      ...(replacedBy.length > 0
        ? [
            criteriaStrings.replacedBy(
              formatList(replacedBy.map((later) => numbered(later.name, later.number))),
            ),
          ]
        : []),
    ],
    counts: [countLink(counts.audits, audits, `${path}#granskningar`)],
  };
}

/** A section or article as a row: "6 kap. 6 § kommunallagen", and what it is about. */
export function ruleRow({ part, audits }: CountedPart): EntityRow {
  return {
    title: capitalised(ruleName(part.label, part.criterion.name)),
    path: part.path,
    particulars: part.title === undefined ? [] : [part.title],
    counts: [countLink(counts.audits, audits, `${part.path}#granskningar`)],
  };
}

const legislatures: ReadonlySet<string> = new Set(['riksdagen', 'europaparlamentet-och-radet']);

/** The issuer of every act: to name it tells a reader nothing. */
export function isLegislature({ id }: Issuer): boolean {
  return legislatures.has(id);
}

export function systemRow({ name, kind, path, audits, measures, samples }: System): EntityRow {
  return {
    title: name,
    path,
    particulars: [capitalised(kind)],
    counts: [
      countLink(counts.audits, audits, `${path}#granskningar`),
      ...(measures.length > 0 ? [countLink(counts.measures, measures, `${path}#siffror`)] : []),
      ...(samples.length > 0 ? [countLink(counts.samples, samples, `${path}#stickprov`)] : []),
    ],
  };
}

export function topicRow({ name, path, audits, recommendations }: Topic): EntityRow {
  return {
    title: name,
    path,
    counts: [
      countLink(counts.audits, audits, `${path}#granskningar`),
      ...(recommendations.length > 0
        ? [countLink(counts.recommendations, recommendations, `${path}#rekommendationer`)]
        : []),
    ],
  };
}

export function auditorRow({ name, kind, path, municipality, commissioned, assisted }: Auditor): EntityRow {
  return {
    title: name,
    path,
    particulars: [labelOf(auditorKinds, kind), ...(municipality ? [municipality.name] : [])],
    counts: [
      ...(commissioned.length > 0 ? [countLink(counts.commissioned, commissioned, `${path}#uppdrag`)] : []),
      ...(assisted.length > 0 ? [countLink(counts.assisted, assisted, `${path}#utforda`)] : []),
    ],
  };
}
