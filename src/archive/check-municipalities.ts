import type { Checking } from './checking.ts';

/** Principals and their bodies. */
export function checkMunicipalities(checking: Checking): void {
  const { municipalities } = checking.content;
  const slugs = new Map<string, string>();
  for (const [id, { file, data, advice }] of municipalities) {
    if (!data) continue;
    const yaml = checking.file(file);
    const slug = id.slice(data.code.length + 1);
    if (!id.startsWith(`${data.code}-`) || slug === '') {
      yaml.error(
        ['code'],
        `koden är "${data.code}" men filen heter "${id}.yaml".`,
        `Filen ska heta ${data.code}-<namn>.yaml.`,
      );
    }
    const other = slugs.get(slug);
    if (other)
      yaml.error(
        [],
        `Adressen "${slug}" är redan tagen av ${other}.yaml.`,
        'Ge filen ett annat namn efter koden.',
      );
    if (slug === 'sida')
      yaml.error(
        [],
        'Adressen "sida" är upptagen för listornas sidor.',
        'Ge filen ett annat namn efter koden.',
      );
    slugs.set(slug, id);
    for (const [index, successor] of data.successors.entries()) {
      yaml.reference(
        ['successors', index],
        successor,
        [...municipalities.keys()],
        'bland huvudmännen',
        'De står i content/municipalities/.',
      );
    }
    const bodyIds = data.bodies.map((body) => body.id);
    yaml.unique(bodyIds.map((bodyId, index) => [bodyId, ['bodies', index, 'id']]));
    for (const [index, body] of data.bodies.entries()) {
      if (body.type !== undefined) {
        yaml.reference(
          ['bodies', index, 'type'],
          body.type,
          checking.bodyTypes,
          'bland nämndtyperna',
          'De står i content/body-types.yaml.',
        );
      }
      for (const [place, successor] of body.successors.entries()) {
        yaml.reference(
          ['bodies', index, 'successors', place],
          successor,
          bodyIds,
          'bland nämnderna i filen',
          undefined,
        );
      }
      for (const [place, principal] of body.sharedWith.entries()) {
        yaml.reference(
          ['bodies', index, 'sharedWith', place],
          principal,
          [...municipalities.keys()],
          'bland huvudmännen',
          'De står i content/municipalities/.',
        );
      }
    }
    yaml.silences(data.silence, advice);
  }
}
