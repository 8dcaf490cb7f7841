import { sha256 } from '../reports/index.ts';

/** Counts up when PDFs are made otherwise than they were, so that all are made anew. */
const makingVersion = 1;

/** What no printed page shows: scripts, what guards and preloads them, and the link to the PDF itself. */
const notPrinted = [
  /<script\b[\s\S]*?<\/script>/g,
  /<meta http-equiv="content-security-policy"[^>]*>/gi,
  /<link rel="modulepreload"[^>]*>/g,
  /<meta name="citation_pdf_url"[^>]*>/g,
  /<p\b[^>]*\bdata-pdf\b[\s\S]*?<\/p>/g,
];

/** SHA-256 of what a built page prints, in hexadecimal: the same until the page, its styles or the way that PDFs are made changes. */
export function printedFingerprint(html: string, browserVersion: string): string {
  const printed = notPrinted.reduce((text, pattern) => text.replace(pattern, ''), html);
  return sha256(`${makingVersion}\0${browserVersion}\0${printed.replace(/\s+/g, ' ')}`);
}
