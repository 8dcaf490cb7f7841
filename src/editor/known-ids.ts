import type { Content } from '../archive/index.ts';
import type { KnownIds } from '../schemas/index.ts';

type Ids = ReadonlyMap<string, string>;

/** What an editor completes in every file, each id with its name. Files that have to be mended first are left out. */
export function knownIds(content: Content, auditIds: readonly string[]): KnownIds {
  return {
    municipalities: namesOf(content.municipalities),
    bodies: new Map([...content.municipalities.keys()].flatMap((id) => [...bodiesOf(content, id)])),
    bodyTypes: namesIn(content.bodyTypes),
    auditors: namesOf(content.auditors),
    systems: namesOf(content.systems),
    criteria: namesOf(content.criteria),
    topics: namesIn(content.topics),
    issuers: namesIn(content.issuers),
    glossary: new Map((content.glossary.data ?? []).map(({ id, term }) => [id, term])),
    audits: titlesOf(content, auditIds),
  };
}

/** What differs in a municipality's own files: its bodies, and the reports that it may follow up or answer. */
export function ownIds(content: Content, municipality: string, auditIds: readonly string[]): KnownIds {
  return {
    bodies: bodiesOf(content, municipality),
    audits: titlesOf(
      content,
      auditIds.filter((id) => id.startsWith(`${municipality}/`)),
    ),
  };
}

function bodiesOf({ municipalities }: Content, id: string): Ids {
  return new Map((municipalities.get(id)?.data?.bodies ?? []).map((body) => [body.id, body.name]));
}

function titlesOf({ audits }: Content, ids: readonly string[]): Ids {
  return new Map(ids.map((id) => [id, audits.get(id)?.data?.title ?? '']));
}

function namesOf(files: ReadonlyMap<string, { readonly data?: { readonly name: string } }>): Ids {
  return new Map([...files].flatMap(([id, { data }]) => (data ? [[id, data.name]] : [])));
}

function namesIn({
  data,
}: {
  readonly data?: readonly { readonly id: string; readonly name: string }[];
}): Ids {
  return new Map((data ?? []).map(({ id, name }) => [id, name]));
}
