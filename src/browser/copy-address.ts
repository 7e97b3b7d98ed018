/**
 * `<copy-address data-copy="Copy" data-copied="Copied." data-by-hand="Copy it yourself: {address}">` goes around a
 * link. It adds a button that copies the URL of the link to the clipboard. Without JavaScript only the link is there,
 * which can be copied like any other. In `data-by-hand`, `{address}` is replaced by the URL.
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
    // A page has dozens of these buttons, so each label names the URL that it copies.
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

/**
 * Copies the URL of a link.
 * @throws {TypeError} without HTTPS, because there is no `navigator.clipboard`
 * @throws {DOMException} when the browser or the reader denies access to the clipboard
 */
async function write(link: HTMLAnchorElement): Promise<void> {
  await navigator.clipboard.writeText(link.href);
}

customElements.define('copy-address', CopyAddress);
