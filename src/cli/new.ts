import { join, relative } from 'node:path';
import { contentFolder, loadRegisters, today, yearOf } from '../archive/index.ts';
import {
  AuthoringError,
  Dialogue,
  draftOf,
  type FileChange,
  flagList,
  Interrupted,
  interviewed,
  type Registers,
  registersIn,
  reportFromFlags,
  writeAll,
} from '../authoring/index.ts';
import { writeEditorSchemas } from '../editor/index.ts';
import { unwrittenMark } from '../problems/index.ts';
import { ReportCache } from '../reports/index.ts';

/** What scripts can tell apart: written; could not be written; wrong flags or too few answers; Ctrl-C. */
const exitCodes = { written: 0, refused: 1, misused: 2, interrupted: 130 } as const;

const help = `npm run new frågar och skriver en ny granskning, som ett utkast. Med flaggor skrivs den utan frågor:

  npm run new -- --municipality 1490-boras --year 2026 --title "Granskning av bisysslor"

${flagList()}`;

/**
 * Writes a new report, asked for by questions or given by flags, and what it needs in the registers.
 *
 * @returns the exit code
 */
async function newReport(args: readonly string[], root = process.cwd()): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return exitCodes.written;
  }
  try {
    const registers = registersIn(contentFolder(root), root);
    const unread = new Set(registers.problems.map(({ file }) => file));
    if (unread.size > 0) {
      console.error(
        `Det som står i ${[...unread].join(', ')} kan inte väljas, för där finns fel. npm run check säger vilka.\n`,
      );
    }
    const changes = args.length > 0 ? fromFlags(args, registers) : await fromQuestions(registers);
    if (typeof changes === 'number') return changes;
    writeAll(registers.contentDir, changes);
    writeEditorSchemas(loadRegisters(registers.contentDir, new ReportCache(root)), root);
    tellOf(changes, registers.contentDir);
    return exitCodes.written;
  } catch (error) {
    if (!(error instanceof AuthoringError)) throw error;
    console.error(error.message);
    return exitCodes.refused;
  }
}

function fromFlags(args: readonly string[], registers: Registers): readonly FileChange[] | number {
  const day = today();
  const result = reportFromFlags(args, registers, day);
  if ('report' in result) return [draftOf(result.report, yearOf(day))];
  for (const { message, mend } of result.problems) console.error(`${message}\n  ${mend}`);
  console.error('\nInget har skrivits. npm run new -- --help visar alla flaggor.');
  return exitCodes.misused;
}

async function fromQuestions(registers: Registers): Promise<readonly FileChange[] | number> {
  const dialogue = new Dialogue(process.stdin, process.stdout);
  try {
    const changes = await interviewed(dialogue, registers, today());
    if (changes) return changes;
    console.log('Inget har skrivits.');
    return exitCodes.interrupted;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    console.error(`\n${error.message} Inget har skrivits.`);
    return error.isByHand ? exitCodes.interrupted : exitCodes.misused;
  } finally {
    dialogue.close();
  }
}

function tellOf(changes: readonly FileChange[], contentDir: string): void {
  console.log('\nSkrivet:');
  for (const { name } of changes) console.log(`  ${relative(process.cwd(), join(contentDir, name))}`);
  console.log(
    `\nÖppna rapporten och skriv det som är märkt ${unwrittenMark}. npm run dev visar den medan du skriver, och npm run check säger vad som behöver rättas.`,
  );
}

process.exitCode = await newReport(process.argv.slice(2));
