// The two buttons below an announcement: copy its address, and hand it to what the device shares with, where it has that.
const section = document.querySelector<HTMLElement>('.share')!;
const { address = '', copied = '', addressText = '' } = section.dataset;
const status = section.querySelector('[role=status]')!;
const button = (name: string) => section.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!;

button('copy').addEventListener('click', () => {
  // There is no clipboard on pages without a certificate, and one may be forbidden: then the address is shown to be copied by hand.
  const copying = navigator.clipboard
    ? navigator.clipboard.writeText(address)
    : Promise.reject(new Error('no clipboard'));
  copying.then(
    () => (status.textContent = copied),
    () => (status.textContent = addressText),
  );
});

if ('share' in navigator) {
  button('send').hidden = false;
  // Whoever changes their mind rejects the promise; there is nothing to say about that.
  button('send').addEventListener(
    'click',
    () =>
      void navigator
        .share({ title: document.querySelector('h1')!.textContent, url: address })
        .catch(() => {}),
  );
}
section.hidden = false;

export {};
