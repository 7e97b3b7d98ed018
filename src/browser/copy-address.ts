/**
 * `<copy-address data-copy="Copy" data-copied="Copied." data-by-hand="Copy it yourself: {address}">` around a link: adds a button that puts
 * the address of the link into the clipboard. Without script there is the link alone, which can be copied as any other.
 * In `data-by-hand`, `{address}` stands for the address.
 */
class CopyAddress extends HTMLElement {
  connectedCallback(): void {
    const { copy, copied, byHand } = this.dataset as {
      copy: string;
      copied: string;
      byHand: string;
    };
    const link = this.querySelector('a')!;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = copy;
    // A page has dozens of these buttons: each says what it copies.
    button.setAttribute('aria-label', `${copy}: ${link.href}`);
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    status.className = 'count';
    this.append(' ', button, ' ', status);
    button.addEventListener('click', () => {
      write(link).then(
        () => (status.textContent = copied),
        () => (status.textContent = byHand.replace('{address}', () => link.href)),
      );
    });
  }
}

/** Rejects where the browser keeps the clipboard to itself: without https, or by the reader's will. */
async function write(link: HTMLAnchorElement): Promise<void> {
  await navigator.clipboard.writeText(link.href);
}

customElements.define('copy-address', CopyAddress);
