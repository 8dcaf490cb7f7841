/** Every string on printed pages and on PDFs. */
import { formatBytes } from './format.ts';
import { counts, report } from './sv.ts';

export const pdf = {
  link: (pages: number, bytes: number) => `PDF, ${report.pages(pages)}, ${formatBytes(bytes)}`,
  name: 'Rapporten som PDF',
  subject: (of: { readonly place: string; readonly findings: number; readonly recommendations: number }) =>
    `Revisionsrapport, ${of.place}: ${counts.findings(of.findings)} och ${counts.recommendations(of.recommendations)}.`,
} as const;
