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

  say(message: string): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#region.textContent = message;
    }, this.#pause);
  }
}
