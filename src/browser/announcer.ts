/** A text typed by the reader is announced this many milliseconds after the last key press. */
const pause = 900;

/**
 * The status line of the search. Screen readers read each change of it aloud, so while the reader types it stays empty,
 * and says one sentence after a pause.
 */
export class Announcer {
  readonly #status: HTMLElement;
  #timer: number | undefined;
  #typedAt = -Infinity;

  constructor(status: HTMLElement) {
    this.#status = status;
  }

  /** The reader has pressed a key: the sentence about the former query is no longer true. */
  typed(): void {
    this.#typedAt = performance.now();
    this.#put('', 0);
  }

  /** The reader has finished typing: what is said next is said at once. */
  finished(): void {
    this.#typedAt = -Infinity;
  }

  say(text: string): void {
    this.#put(text, this.#typedAt + pause - performance.now());
  }

  #put(text: string, wait: number): void {
    clearTimeout(this.#timer);
    const put = () => {
      // The same sentence again would be read aloud again.
      if (this.#status.textContent !== text) this.#status.textContent = text;
    };
    if (wait > 0) this.#timer = window.setTimeout(put, wait);
    else put();
  }
}
