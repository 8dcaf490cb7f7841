/** Says things in a live region, politely: only the last of what comes in quick succession, as results do while one types. */
export class Announcer {
  readonly #region: HTMLElement;
  readonly #pause: number;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param pause milliseconds of quiet before something is said */
  constructor(region: HTMLElement, pause = 700) {
    this.#region = region;
    this.#pause = pause;
  }

  /** Says nothing of what was about to be said. */
  hush(): void {
    clearTimeout(this.#waiting);
  }

  say(message: string): void {
    this.hush();
    this.#waiting = setTimeout(() => {
      this.#region.textContent = message;
    }, this.#pause);
  }
}
