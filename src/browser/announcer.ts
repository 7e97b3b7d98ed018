/** A text typed by the reader is announced this many milliseconds after the last key press. */
const pause = 900;

/**
 * The status line of the search. Screen readers read each change of it aloud, so while the reader types it stays empty,
 * and says one sentence after a pause.
 */
export class Announcer {
  readonly #status: HTMLElement;
  /** Set while the reader types. */
  #timer: number | undefined;
  #text = '';

  constructor(status: HTMLElement) {
    this.#status = status;
  }

  /** The reader has pressed a key: the sentence about the former query is no longer true. */
  typed(): void {
    this.finished();
    this.say('');
    this.#timer = window.setTimeout(() => {
      this.finished();
      this.say(this.#text);
    }, pause);
  }

  /** The reader has finished typing: what is said next is said at once. */
  finished(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  say(text: string): void {
    this.#text = text;
    // The same sentence again would be read aloud again.
    if (this.#timer === undefined && this.#status.textContent !== text)
      this.#status.textContent = text;
  }
}
