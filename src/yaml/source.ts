import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { type Document, isPair, Lexer, LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from '../problems/index.ts';

type Path = readonly PropertyKey[];

/**
 * The parsers recurse into what is nested and are far from linear in what opens and never closes. The deepest of an archive's files
 * has some ten levels.
 */
const deepestNesting = 50;
const deepestIndent = 200;
/** `- - - a` */
const nestedOnOneLine = /^[ \t]*(?:[-?:][ \t]+){20}/;

/** On one line of a file that does not parse: each would be a mapping within the last, and be parsed anew for each. */
const mostColons = 20;

/** One slip can upset all that follows: those after these are not worth the finding. */
const mostSyntaxProblems = 20;

/** What `yaml` gives before a scalar without quotation marks. */
const scalarMark = '\u{1f}';

/**
 * A YAML text in a content file. Every scalar is text: `2.10`, `0880` and `no` stay what was written. It is read fast, and read
 * again with positions only when there is a problem to place.
 */
export class YamlSource {
  readonly file: string;
  readonly #text: string;
  readonly #linesBefore: number;
  #document: { readonly parsed: Document; readonly lines: LineCounter } | undefined;

  /**
   * @param file the file's name from the content folder
   * @param text the YAML alone
   * @param linesBefore how many lines of the file stand before it (1 where a `---` does)
   */
  constructor(file: string, text: string, linesBefore = 0) {
    this.file = file;
    this.#text = text;
    this.#linesBefore = linesBefore;
  }

  /** The data as text, lists and mappings; or the problems that keep it from being read. */
  read(): { readonly data: unknown; readonly problems: readonly Problem[] } {
    const tooDeep = this.#firstLineTooDeep();
    if (tooDeep !== undefined) {
      const problem = this.#syntaxProblem(
        'Här är fält och listor nästlade i varandra i för många nivåer.',
        tooDeep + this.#linesBefore,
      );
      const mend = 'Kontrollera indragen och att varje [ och { har sitt slut.';
      return { data: undefined, problems: [{ ...problem, mend }] };
    }
    let anchorFound = false;
    try {
      const data: unknown = load(this.#text, {
        schema: FAILSAFE_SCHEMA,
        listener(_event, state) {
          if (Reflect.get(state, 'anchor')) anchorFound = true;
        },
      });
      return anchorFound ? { data: undefined, problems: this.#anchorProblems() } : { data, problems: [] };
    } catch (error) {
      const problems = this.#syntaxProblems();
      return { data: undefined, problems: problems.length > 0 ? problems : [this.#refusal(error)] };
    }
  }

  /**
   * Warnings of texts without quotation marks that end at a `#` with a word hard upon it: what was meant as text is a comment to
   * YAML. A comment has a space after its `#`.
   */
  clippedTexts(): readonly Problem[] {
    if (!/\S[ \t]+#\S/.test(this.#text)) return [];
    const problems: Problem[] = [];
    let line = 1 + this.#linesBefore;
    let before: string | undefined;
    let wasPlain = false;
    let isPlain = false;
    for (const token of new Lexer().lex(this.#text)) {
      if (token === scalarMark) {
        isPlain = true;
        continue;
      }
      if (token.startsWith('#') && /^#[^\s#]/.test(token) && wasPlain && before?.trim() === '') {
        problems.push(this.#clipped(token, line));
      }
      const isSpace = /^[ \t]+$/.test(token);
      if (!isSpace) wasPlain = isPlain && !token.endsWith('\n');
      isPlain = false;
      before = token;
      line += token.split('\n').length - 1;
    }
    return problems;
  }

  #clipped(comment: string, line: number): Problem {
    const words = comment.length > 40 ? `${comment.slice(0, 39)}…` : comment;
    return {
      file: this.file,
      line,
      severity: 'warning',
      rule: 'avklippt-text',
      at: comment.split(/\s/)[0] ?? comment,
      message: `Texten klipps av före "${words}", som YAML läser som en kommentar.`,
      mend: 'Sätt citattecken runt hela texten. Är det en kommentar, skriv ett mellanslag efter #.',
    };
  }

  /**
   * The line in the file where a value, or with `part: 'key'` its key, stands. Where the path leads nowhere (a missing field), the
   * line of the nearest thing around it.
   */
  lineOf(path: Path, part: 'key' | 'value' = 'key'): number {
    const { parsed, lines } = this.#positions();
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = offsetOf(parsed, path.slice(0, length), part);
      if (offset !== undefined) return lines.linePos(offset).line + this.#linesBefore;
    }
    return 1 + this.#linesBefore;
  }

  /** Brackets are counted wherever they stand: in running text they come in pairs. */
  #firstLineTooDeep(): number | undefined {
    let depth = 0;
    for (const [index, row] of this.#text.split('\n').entries()) {
      const indent = row.length - row.trimStart().length;
      if (indent > deepestIndent || nestedOnOneLine.test(row)) return index + 1;
      for (const character of row) {
        if (character === '[' || character === '{') depth += 1;
        else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
        if (depth > deepestNesting) return index + 1;
      }
    }
    return undefined;
  }

  #positions() {
    if (!this.#document) {
      const lines = new LineCounter();
      const parsed = parseDocument(this.#text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true });
      this.#document = { parsed, lines };
    }
    return this.#document;
  }

  #syntaxProblems(): readonly Problem[] {
    const crowded = this.#text
      .split('\n')
      .findIndex((row) => (row.match(/:(?=\s)/g)?.length ?? 0) > mostColons);
    if (crowded !== -1) {
      return [this.#syntaxProblem(swedishFault('BLOCK_AS_IMPLICIT_KEY'), crowded + 1 + this.#linesBefore)];
    }
    const { parsed, lines } = this.#positions();
    const faults = [...parsed.errors, ...parsed.warnings].slice(0, mostSyntaxProblems);
    const problems = faults.map(({ code, pos: [offset] }) =>
      this.#syntaxProblem(
        swedishFault(code),
        lines.linePos(startOfQuotation(parsed, offset) ?? offset).line + this.#linesBefore,
      ),
    );
    // One slip often upsets several rules of the grammar at once.
    return [...new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem])).values()];
  }

  /** What js-yaml refuses although the grammar allows it. */
  #refusal(error: unknown): Problem {
    const reason = error instanceof YAMLException ? error.reason : '';
    // Where the text ends early, the parser stands on a line after the last.
    const last = this.#text.split('\n').length;
    const line = error instanceof YAMLException ? Math.min(error.mark.line + 1, last) : 1;
    return this.#syntaxProblem(
      swedishFault(reason.startsWith('unidentified alias') ? 'BAD_ALIAS' : ''),
      line + this.#linesBefore,
    );
  }

  #anchorProblems(): readonly Problem[] {
    const { parsed, lines } = this.#positions();
    let offset = 0;
    visit(parsed, {
      Value(_key, node, ancestors) {
        if (!node.anchor) return undefined;
        const pair = ancestors.at(-1);
        const holder = isPair(pair) && hasRange(pair.key) ? pair.key : node;
        offset = holder.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    return [
      {
        ...this.#syntaxProblem(
          'Ankare (&) och alias (*) används inte i arkivets filer.',
          lines.linePos(offset).line + this.#linesBefore,
        ),
        mend: 'Skriv ut värdet där det hör hemma, eller sätt citattecken om texten börjar med & eller *.',
      },
    ];
  }

  #syntaxProblem(message: string, line: number): Problem {
    return {
      file: this.file,
      line,
      severity: 'error',
      rule: 'yaml',
      message,
      mend: 'Kontrollera indragen och sätt citattecken runt text som innehåller kolon, citattecken eller börjar med ett skiljetecken.',
    };
  }
}

/** Where a quotation begins that runs to this offset: one that is never closed runs to the end of the text. */
function startOfQuotation(parsed: Document, end: number): number | undefined {
  let start: number | undefined;
  visit(parsed, {
    Scalar(_key, { type, range }) {
      if (!type?.startsWith('QUOTE') || range?.[1] !== end) return undefined;
      start = range[0];
      return visit.BREAK;
    },
  });
  return start;
}

function offsetOf(parsed: Document, path: Path, part: 'key' | 'value'): number | undefined {
  if (path.length === 0) return parsed.contents?.range?.[0];
  const parent: unknown = parsed.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (part === 'key' && hasItems(parent)) {
    for (const item of parent.items) {
      const key = isPair(item) ? item.key : undefined;
      if (hasRange(key) && String(key.value) === String(last)) return key.range[0];
    }
  }
  const node: unknown = parsed.getIn(path, true);
  return hasRange(node) ? node.range[0] : undefined;
}

function hasItems(node: unknown): node is { readonly items: readonly unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

function hasRange(
  node: unknown,
): node is { readonly range: readonly [number, number, number]; readonly value?: unknown } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** The faults of the `yaml` package's documented error codes, as an author would say them. */
function swedishFault(code: string): string {
  switch (code) {
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return 'Indraget stämmer inte: raden står inte i linje med raderna omkring.';
    case 'TAB_AS_INDENT':
      return 'Raden är indragen med tabb. YAML dras in med mellanslag.';
    case 'DUPLICATE_KEY':
      return 'Samma fält står två gånger.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'Här står ett kolon mitt i texten, så att YAML läser den som ett nytt fält.';
    case 'MISSING_CHAR':
      return 'Ett tecken saknas: ett kolon, ett avslutande citattecken eller en avslutande parentes.';
    case 'UNEXPECTED_TOKEN':
    case 'BAD_SCALAR_START':
    case 'IMPOSSIBLE':
      return 'Här står ett tecken som YAML inte väntar sig.';
    case 'BAD_ALIAS':
      return 'Texten börjar med * eller & och läses som ett alias. Sätt citattecken runt den.';
    case 'BAD_DQ_ESCAPE':
      return 'Ett omvänt snedstreck (\\) inom citattecken läses som en styrkod. Skriv \\\\ eller använd enkla citattecken.';
    case 'TAG_RESOLVE_FAILED':
      return 'Texten börjar med ! och läses som en typmärkning. Sätt citattecken runt den.';
    case 'MULTIPLE_DOCS':
      return 'Filen innehåller flera YAML-dokument. En rad med --- får bara stå först och sist.';
    default:
      return 'YAML kan inte läsas här.';
  }
}
