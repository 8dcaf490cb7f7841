/** Every string of references: as they are written, and around them. */
import type { PlainDate } from '../schemas/index.ts';
import { site } from './sv.ts';

export const citing = {
  archive: (version: PlainDate | undefined) =>
    version === undefined ? site.name : `${site.name}, version ${version}`,
  finding: (number: number) => `iakttagelse ${number}`,
  copy: 'Kopiera',
  copied: 'Kopierad',
  notCopied: 'Gick inte att kopiera. Markera texten och kopiera den.',
  copyOf: (title: string) => `Kopiera hänvisningen till ${title}`,
  downloads: 'Hämta för referensprogram:',
  formats: { bibtex: 'BibTeX', ris: 'RIS', csl: 'CSL-JSON' },
  downloadOf: (format: string, title: string) => `${format} för ${title}`,
  permanent: 'Adressen är beständig.',
  version: (day: PlainDate) => `Versionen är den dag, ${day}, då ordalydelsen senast ändrades.`,
  allParts: 'Hänvisningar till alla rapportens delar',
  page: {
    title: 'Så citerar du',
    heading: (title: string) => `Så citerar du ${title}`,
    description: (title: string) =>
      `Färdiga hänvisningar till ${title}, och till varje iakttagelse och rekommendation i rapporten.`,
    lead: 'Färdiga hänvisningar till rapporten och till var och en av dess delar, att kopiera eller hämta till ett referensprogram.',
    report: 'Rapporten',
    recommendations: 'Rekommendationer',
    findings: 'Iakttagelser',
    finding: (number: number) => `Iakttagelse ${number}`,
  },
} as const;
