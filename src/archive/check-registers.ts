import { checkCites } from './check-citations.ts';
import type { Checking } from './checking.ts';
import type { Path } from './file-checker.ts';

/** Topics, body types, issuers, glossary, auditors and systems. */
export function checkRegisters(checking: Checking): void {
  const { topics, bodyTypes, issuers, glossary, auditors, systems, municipalities } = checking.content;
  for (const register of [topics, bodyTypes, issuers, glossary]) {
    checking.file(register.file).unique((register.data ?? []).map(({ id }, index) => [id, [index, 'id']]));
  }
  const wider = new Map((topics.data ?? []).map(({ id, broader }) => [id, broader]));
  for (const [index, { id, broader }] of (topics.data ?? []).entries()) {
    if (broader === undefined) continue;
    const yaml = checking.file(topics.file);
    const path: Path = [index, 'broader'];
    if (
      yaml.reference(path, broader, checking.topics, 'bland ämnena', undefined) &&
      isOwnAncestor(id, wider)
    ) {
      yaml.error(
        path,
        `${yaml.place(path)}: ämnena ligger under varandra i en ring.`,
        'Låt det vidaste ämnet stå utan broader.',
      );
    }
  }
  for (const [index, { successors }] of (issuers.data ?? []).entries()) {
    for (const [place, successor] of successors.entries()) {
      checking
        .file(issuers.file)
        .reference([index, 'successors', place], successor, checking.issuers, 'bland utgivarna', undefined);
    }
  }
  const terms = (glossary.data ?? []).map(({ id }) => id);
  for (const [index, { see }] of (glossary.data ?? []).entries()) {
    for (const [place, id] of see.entries()) {
      checking
        .file(glossary.file)
        .reference([index, 'see', place], id, terms, 'bland uppslagsorden', undefined);
    }
  }
  for (const { file, data, advice } of auditors.values()) {
    if (data?.municipality !== undefined) {
      checking
        .file(file)
        .reference(
          ['municipality'],
          data.municipality,
          [...municipalities.keys()],
          'bland huvudmännen',
          'De står i content/municipalities/.',
        );
    }
    if (data) checking.file(file).silences(data.silence, advice);
  }
  for (const { file, data, advice } of systems.values()) {
    if (data) checking.file(file).silences(data.silence, advice);
  }
  for (const { file, cites } of [
    topics,
    bodyTypes,
    issuers,
    glossary,
    ...auditors.values(),
    ...systems.values(),
  ]) {
    checkCites(checking, file, cites);
  }
}

export function isOwnAncestor(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (
    let current = parents.get(id);
    current !== undefined && !seen.has(current);
    current = parents.get(current)
  ) {
    if (current === id) return true;
    seen.add(current);
  }
  return false;
}
