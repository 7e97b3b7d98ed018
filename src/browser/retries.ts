/** The pauses in milliseconds between tries. The last one is repeated. */
const pauses = [3_000, 6_000, 15_000, 30_000, 60_000];

/** Repeats what has failed: by itself after growing pauses, when the connection returns, and by a button. */
export class Retries {
  readonly #button: HTMLButtonElement;
  readonly #again: () => void;
  #timer: number | undefined;
  #failures = 0;

  /**
   * @param button is shown while something needs a retry
   * @param again tries it again, and then calls `failed` or `succeeded`
   */
  constructor(button: HTMLButtonElement, again: () => void) {
    this.#button = button;
    this.#again = again;
    button.addEventListener('click', () => this.#retry());
    addEventListener('online', () => this.#retry());
  }

  failed(): void {
    this.#button.hidden = false;
    clearTimeout(this.#timer);
    const pause = pauses[Math.min(this.#failures++, pauses.length - 1)]!;
    this.#timer = window.setTimeout(() => this.#retry(), pause);
  }

  succeeded(): void {
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.#button.hidden = true;
  }

  #retry(): void {
    if (this.#button.hidden) return;
    clearTimeout(this.#timer);
    this.#again();
  }
}
