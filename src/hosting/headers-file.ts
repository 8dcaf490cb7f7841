import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { dataPath } from '../open-data/index.ts';
import {
  commonHeaders,
  contentTypes,
  lastingCaching,
  lastingFolders,
  type SiteToServe,
  textTypes,
} from './described.ts';

/*
 * `_headers`, which Netlify and Cloudflare Pages read in the same form. Both hosts send pages to be asked after each
 * time without being told to, and answer what is missing with /404.html. A file to which two rules give the same header would get both values, so
 * no two rules here do.
 *
 * Docs, read 2026-11-22: https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
 */

/** What neither host knows of a bulk file by its extension. */
const toldOf = ['.csv', '.ndjson', '.sqlite'];

/** @param outDir the built site */
export function headersFile(outDir: string, { home: { base } }: SiteToServe): string {
  const rules = [
    ruleOf(`${base}*`, commonHeaders),
    ...lastingFolders.map((segments) =>
      ruleOf(`${base}${segments.join('/')}/*`, { 'Cache-Control': lastingCaching }),
    ),
    ...readdirSync(join(outDir, dataPath))
      .filter((name) => toldOf.includes(extname(name)))
      .toSorted()
      .map((name) =>
        ruleOf(`${base}${dataPath.slice(1)}${name}`, { 'Content-Type': typeOf(extname(name).slice(1)) }),
      ),
  ];
  return `${rules.join('\n\n')}\n`;
}

function ruleOf(path: string, headers: Readonly<Record<string, string>>): string {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
}

function typeOf(extension: string): string {
  const type = contentTypes[extension] ?? '';
  return textTypes.includes(type) ? `${type}; charset=utf-8` : type;
}
