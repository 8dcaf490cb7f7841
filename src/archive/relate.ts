import type { ArchiveSettings, PlainDate } from '../schemas/index.ts';
import { GrowingArchive } from './growing.ts';
import { relateLedger } from './ledger.ts';
import type { Content } from './load.ts';
import { nothingMoved } from './moved.ts';
import { type FigureSize, relateAudits } from './relate-audits.ts';
import { relateCriteria, sortCriteria } from './relate-criteria.ts';
import { relateMunicipalities } from './relate-municipalities.ts';
import { glossaryOf, relateAuditorsAndSystems, relateBodyTypesAndTopics } from './relate-registers.ts';
import { relateTexts } from './relate-texts.ts';
import { swedishOrder } from './swedish-order.ts';
import { grammarOf } from './text-citations.ts';
import type { Archive, OwnPage } from './types.ts';

interface Relating {
  /** Was the archive asked for as of a day in the past? */
  readonly isOfThePast?: boolean;
  readonly withDrafts?: boolean;
}

/** Relates checked content. Content with errors is not to be related: every reference must hold. */
export function related(
  content: Content,
  asOf: PlainDate,
  figureSize: FigureSize,
  { isOfThePast = false, withDrafts = false }: Relating = {},
): Archive {
  const growing = relatedButForLedger(content, asOf, figureSize, withDrafts);
  const followUps = relateLedger(content, asOf, growing);
  const audits = [...growing.audits.values()];
  return {
    asOf,
    isOfThePast,
    followUpAfterYears: growing.followUpAfterYears,
    audits,
    recommendations: audits.flatMap(({ recommendations }) => recommendations),
    followUps,
    municipalities: [...growing.municipalities.values()].toSorted((a, b) =>
      swedishOrder.compare(a.place, b.place),
    ),
    bodyTypes: [...growing.bodyTypes.values()].toSorted(byName),
    topics: [...growing.topics.values()].toSorted(byName),
    auditors: [...growing.auditors.values()].toSorted(byName),
    systems: [...growing.systems.values()].toSorted(byName),
    criteria: [...growing.criteria.values()].toSorted(byName),
    glossary: glossaryOf(content),
    thesaurus: content.thesaurus.data ?? [],
    pages: pagesOf(content),
    grammar: grammarOf(content),
    ...nothingMoved,
    publishedTexts: new Map(),
  };
}

/** All but what became of things. */
export function relatedButForLedger(
  content: Content,
  asOf: PlainDate,
  figureSize: FigureSize,
  withDrafts = false,
): GrowingArchive {
  const growing = new GrowingArchive(settingsOf(content));
  relateBodyTypesAndTopics(content, growing);
  relateMunicipalities(content, growing);
  relateAuditorsAndSystems(content, growing);
  relateCriteria(content, growing);
  relateAudits(content, growing, asOf, figureSize, withDrafts);
  relateTexts(content, growing);
  sortCriteria(growing);
  return growing;
}

function settingsOf({ settings }: Content): ArchiveSettings {
  if (!settings.data) throw new Error('The settings are wrong; the check must come first.');
  return settings.data;
}

function pagesOf(content: Content): OwnPage[] {
  const pages = [...content.pages].flatMap(([stem, { data, body }]) => {
    if (!data) return [];
    const { silence: _silence, ...own } = data;
    const slug = stem === 'om' ? '' : stem;
    return [{ ...own, slug, path: slug === '' ? '/om/' : `/om/${slug}/`, body }];
  });
  return pages.toSorted((a, b) => a.order - b.order || swedishOrder.compare(a.title, b.title));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return swedishOrder.compare(a.name, b.name);
}
