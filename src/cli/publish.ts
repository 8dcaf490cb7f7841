import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { checkedContent, contentFolder, type Publication, publication, today } from '../archive/index.ts';
import { hasErrors, problemReport } from '../problems/index.ts';
import { publishedKinds } from '../schemas/index.ts';

/** What scripts can tell apart: written, or as it should be; errors, or not as it should be; wrong flags. */
const exitCodes = { fine: 0, faulty: 1, misused: 2 } as const;

const help = `npm run publish för in det som publiceras i content/published/: varje adress, och varje rapports ord som SHA-256. Spara ändringen
i git tillsammans med rapporten. Flaggor skrivs efter --:

  npm run publish -- --check     skriver inget, och slutar med 1 om något återstår att föra in

Slutar med 0 om allt är infört, 1 om kontrollen hittar fel eller något återstår och 2 om kommandot är fel skrivet.`;

/**
 * Enters what is new in the record of what has been published.
 *
 * @returns the exit code
 */
export function publish(args: readonly string[], root = process.cwd(), day = today()): number {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return exitCodes.fine;
  }
  const wrong = args.find((arg) => arg !== '--check');
  if (wrong !== undefined) {
    console.error(`Flaggan ${wrong} finns inte. Skriv npm run publish -- --help för att se dem som finns.`);
    return exitCodes.misused;
  }
  const contentDir = contentFolder(root);
  const shownDir = relative(process.cwd(), contentDir) || '.';
  try {
    // All that is published today, whatever day the archive is shown as of.
    const { content, problems, archive } = checkedContent(contentDir, root, day, day);
    if (!archive || hasErrors(problems)) {
      console.error(problemReport(problems, content.fileCount, shownDir));
      return exitCodes.faulty;
    }
    const found = publication(content, archive, day);
    if (found.files.length === 0) {
      console.log('Allt som publiceras är redan infört.');
      return exitCodes.fine;
    }
    if (args.includes('--check')) {
      console.error(`Återstår att föra in: ${told(found)}. Kör npm run publish och spara det som skrivs.`);
      return exitCodes.faulty;
    }
    for (const { name, text } of found.files) writeWhole(join(contentDir, name), text);
    console.log(`Infört: ${told(found)}.\n`);
    for (const { name } of found.files) console.log(`  ${join(shownDir, name)}`);
    console.log('\nSpara filerna i git tillsammans med det som publiceras.');
    return exitCodes.fine;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return exitCodes.faulty;
  }
}

function told({ added, changed }: Publication): string {
  const counts = publishedKinds.flatMap(({ code, label }) => {
    const count = added.get(code);
    return count === undefined ? [] : [`${label.toLocaleLowerCase('sv')} ${count}`];
  });
  const news = counts.length === 0 ? [] : [`nya adresser (${counts.join(', ')})`];
  const changes =
    changed === 0 ? [] : [`${changed} ${changed === 1 ? 'ändrad rapport' : 'ändrade rapporter'}`];
  return [...news, ...changes].join(' och ');
}

/** Written beside and moved into place: a record that is cut off would forget. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}

if (import.meta.main) process.exitCode = publish(process.argv.slice(2));
