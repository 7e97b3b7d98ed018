/** Something remembered that cannot be had or trusted. Nothing is guessed in its place. */
export class UnusableState extends Error {
  override name = 'UnusableState';
  readonly reason: 'missing' | 'broken' | 'newer' | 'unreachable';
  /** The file or address. */
  readonly place: string;
  readonly detail: string;

  constructor(reason: UnusableState['reason'], place: string, detail = '') {
    super(`${place}: ${reason} ${detail}`);
    this.reason = reason;
    this.place = place;
    this.detail = detail;
  }
}
