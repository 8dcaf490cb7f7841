import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Who else can read a PDF: poppler and qpdf, each with what asks for its version. */
const tools = { pdfinfo: '-v', qpdf: '--version' } as const;

export type PdfTool = keyof typeof tools;

/** Is the program there? */
export function hasTool(tool: PdfTool): boolean {
  return spawnSync(tool, [tools[tool]]).status === 0;
}

/** Installs the programs that check PDFs, where that can be done. Without them the tests that need them say that they are skipped. */
export function ensurePdfTools(): void {
  if (hasTool('pdfinfo') && hasTool('qpdf')) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Hämtar poppler och qpdf, som prövar PDF:erna …');
  spawnSync('apt-get', ['update'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'poppler-utils', 'qpdf'], {
    stdio: 'ignore',
  });
}

/** What a program says of a PDF; errors too. */
export function said(
  tool: PdfTool,
  args: readonly string[],
): { readonly status: number | null; readonly text: string } {
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8', maxBuffer: 64_000_000 });
  return { status, text: stdout + stderr };
}
