import { basename, dirname, join } from 'node:path';
import type { Archive } from '../archive/index.ts';

const filesOf = new WeakMap<Archive, ReadonlyMap<string, string>>();

/** Every figure's address on the site and the file that it is. */
export function figureFiles(archive: Archive, contentDir: string): ReadonlyMap<string, string> {
  const known = filesOf.get(archive);
  if (known) return known;
  const made = new Map(
    archive.audits.flatMap(({ path, file, figures }) =>
      figures.map(
        ({ src }) => [`${path}${src}`, join(contentDir, dirname(file), basename(file, '.mdx'), src)] as const,
      ),
    ),
  );
  filesOf.set(archive, made);
  return made;
}
