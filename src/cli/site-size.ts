import { type Exceeded, exceededBy, type Measured, sizeOf } from '../hosting/index.ts';
import { formatBytes, formatNumber } from '../i18n/format.ts';

/** Prints how large a built site is, and which hosts it is too large for. */
export function tellOfSize(site: string): void {
  const size = sizeOf(site);
  console.log(`Webbplatsen har ${formatNumber(size.files)} filer, ${formatBytes(size.bytes)} tillsammans.`);
  const exceeded = exceededBy(size);
  for (const each of exceeded) console.warn(`varning: ${sentenceOn(each)}`);
  if (exceeded.length > 0)
    console.warn('Vad varje värd tar emot står i guiden: /guide/drift/#vad-värdarna-tar-emot');
}

const limits: Readonly<Record<Measured, (most: string) => string>> = {
  files: (most) => `${most} filer`,
  bytes: (most) => `${most} sammanlagt`,
  bytesPerFile: (most) => `${most} i en fil`,
  filesPerFolder: (most) => `${most} filer i en mapp`,
};

function sentenceOn({ host, measured, most, size, path }: Exceeded): string {
  const told = measured === 'bytes' || measured === 'bytesPerFile' ? formatBytes : formatNumber;
  return `${host.name} tar emot högst ${limits[measured](told(most))}, men ${path ?? 'webbplatsen'} har ${told(size)}.`;
}
