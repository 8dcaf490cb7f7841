import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How large a built site is, in what hosts count. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
  readonly largestFile: Place;
  /** The folder that has most files of its own. */
  readonly fullestFolder: Place;
}

interface Place {
  /** From the site's root. */
  readonly path: string;
  /** Bytes of a file, files of a folder. */
  readonly size: number;
}

export type Measured = 'files' | 'bytes' | 'bytesPerFile' | 'filesPerFolder';

export interface Host {
  readonly name: string;
  /** The most that it takes. What is missing it does not say. */
  readonly ceilings: Readonly<Partial<Record<Measured, number>>>;
  /** Where it says so. */
  readonly source: string;
}

/** The day that the hosts' own pages were read. */
export const ceilingsRead = '2026-11-22';

const [MiB, GB] = [1024 ** 2, 1000 ** 3];

/** The hosts that the archive writes files for. A server of one's own has no ceiling but its disk. */
export const hosts: readonly Host[] = [
  {
    name: 'GitHub Pages',
    ceilings: { bytes: GB },
    source: 'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
  },
  {
    name: 'Netlify',
    ceilings: { filesPerFolder: 54_000 },
    source: 'https://docs.netlify.com/site-deploys/overview/',
  },
  {
    name: 'Cloudflare Pages, gratis',
    ceilings: { files: 20_000, bytesPerFile: 25 * MiB },
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
  },
  {
    name: 'Cloudflare Pages, betald',
    ceilings: { files: 100_000, bytesPerFile: 25 * MiB },
    source: 'https://developers.cloudflare.com/pages/platform/limits/',
  },
];

/** A ceiling that a site goes through. */
export interface Exceeded {
  readonly host: Host;
  readonly measured: Measured;
  readonly most: number;
  readonly size: number;
  /** Which file or folder, where it is one. */
  readonly path?: string;
}

/** Counts the files of a built site. */
export function sizeOf(site: string): SiteSize {
  let [files, bytes] = [0, 0];
  let [largestFile, fullestFolder]: [Place, Place] = [
    { path: '', size: 0 },
    { path: '', size: 0 },
  ];
  const countIn = (folder: string) => {
    const entries = readdirSync(folder, { withFileTypes: true });
    let own = 0;
    for (const entry of entries) {
      const place = join(folder, entry.name);
      if (entry.isDirectory()) {
        countIn(place);
        continue;
      }
      own += 1;
      const { size } = statSync(place);
      bytes += size;
      if (size > largestFile.size) largestFile = { path: pathIn(site, place), size };
    }
    files += own;
    if (own > fullestFolder.size) fullestFolder = { path: `${pathIn(site, folder)}/`, size: own };
  };
  countIn(site);
  return { files, bytes, largestFile, fullestFolder };
}

function pathIn(site: string, place: string): string {
  return relative(site, place).replaceAll('\\', '/');
}

/** Each ceiling of each host that a site of some size goes through. */
export function exceededBy(size: SiteSize): readonly Exceeded[] {
  return hosts.flatMap((host) =>
    measures.flatMap((measured) => {
      const most = host.ceilings[measured];
      const found = sizeAs(measured, size);
      return most === undefined || found.size <= most ? [] : [{ host, measured, most, ...found }];
    }),
  );
}

const measures: readonly Measured[] = ['files', 'bytes', 'bytesPerFile', 'filesPerFolder'];

function sizeAs(measured: Measured, size: SiteSize): { readonly size: number; readonly path?: string } {
  switch (measured) {
    case 'files':
      return { size: size.files };
    case 'bytes':
      return { size: size.bytes };
    case 'bytesPerFile':
      return size.largestFile;
    case 'filesPerFolder':
      return size.fullestFolder;
  }
}
