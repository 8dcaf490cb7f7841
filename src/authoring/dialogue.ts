import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Why the questions ended before they were answered: Ctrl-C, or input that came to its end. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly isByHand: boolean;

  constructor(isByHand: boolean) {
    super(isByHand ? 'Avbrutet.' : 'Svaren tog slut innan alla frågor var besvarade.');
    this.isByHand = isByHand;
  }
}

/**
 * Questions and answers, a line each, at a terminal or through a pipe. A line that comes before its question is kept for it.
 */
export class Dialogue {
  readonly #output: Writable;
  readonly #lines: Interface;
  readonly #unread: string[] = [];
  #completions: readonly string[] = [];
  #waiting: { readonly answer: (line: string) => void; readonly fail: (error: Error) => void } | undefined;
  #ended: Interrupted | undefined;

  constructor(input: Readable, output: Writable) {
    this.#output = output;
    this.#lines = createInterface({
      input,
      output,
      completer: (typed: string) => [this.#completing(typed), typed],
    });
    this.#lines.on('line', (line) => {
      if (this.#waiting) {
        this.#waiting.answer(line);
        this.#waiting = undefined;
      } else {
        this.#unread.push(line);
      }
    });
    this.#lines.on('SIGINT', () => this.#end(new Interrupted(true)));
    this.#lines.on('close', () => this.#end(new Interrupted(false)));
  }

  say(text: string): void {
    this.#output.write(`${text}\n`);
  }

  /**
   * The answer to a question, trimmed. The Tab key completes it to one of the completions.
   *
   * @throws {Interrupted} if no answer comes
   */
  async ask(question: string, completions: readonly string[] = []): Promise<string> {
    const unread = this.#unread.shift();
    if (unread === undefined && this.#ended) throw this.#ended;
    this.#completions = completions;
    if (unread !== undefined) {
      this.#output.write(`${question}${unread}\n`);
      return unread.trim();
    }
    this.#lines.setPrompt(question);
    this.#lines.prompt();
    const line = await new Promise<string>((answer, fail) => {
      this.#waiting = { answer, fail };
    });
    return line.trim();
  }

  close(): void {
    this.#waiting = undefined;
    this.#lines.close();
  }

  #end(reason: Interrupted): void {
    this.#ended ??= reason;
    this.#waiting?.fail(this.#ended);
    this.#waiting = undefined;
    this.#lines.close();
  }

  #completing(typed: string): string[] {
    const begun = typed.toLocaleLowerCase('sv');
    return this.#completions.filter((each) => each.toLocaleLowerCase('sv').startsWith(begun));
  }
}
