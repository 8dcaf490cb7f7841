import { formatNumber } from '../i18n/format.ts';

const stepInMs = 200;

type Output = Pick<NodeJS.WriteStream, 'isTTY'> & { readonly write: (text: string) => boolean };

/**
 * How far a long piece of work has come, on one line of a terminal that is written over: what, how many of how many, how fast and how
 * long is left. Where the output is no terminal nothing is written.
 */
export class Progress {
  readonly #what: string;
  readonly #output: Output;
  readonly #start = performance.now();
  #shownAt = 0;

  /** @param what in the words of a reader: `Sidor` */
  constructor(what: string, output: Output = process.stdout) {
    this.#what = what;
    this.#output = output;
  }

  /** Tells how far it has come, at most some times a second. */
  show(done: number, total: number): void {
    if (!this.#output.isTTY) return;
    const now = performance.now();
    if (done < total && now - this.#shownAt < stepInMs) return;
    this.#shownAt = now;
    this.#output.write(`\r\u001b[2K${progressText(this.#what, done, total, now - this.#start)}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#output.isTTY) this.#output.write('\r\u001b[2K');
  }
}

/**
 * `Sidor: 420 av 1 000, 85 i sekunden, 7 s kvar`.
 *
 * @param elapsed milliseconds since the work began
 */
export function progressText(what: string, done: number, total: number, elapsed: number): string {
  const perSecond = (done * 1000) / Math.max(1, elapsed);
  const counts = `${what}: ${formatNumber(done)} av ${formatNumber(total)}`;
  if (done === 0) return counts;
  const rate = formatNumber(perSecond < 10 ? Math.round(perSecond * 10) / 10 : Math.round(perSecond));
  return `${counts}, ${rate} i sekunden, ${timeText((total - done) / perSecond)} kvar`;
}

/** `7 s`, `2 min 5 s`, `1 h 10 min`. */
export function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
