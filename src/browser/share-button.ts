// The two buttons below an announcement. One copies its URL; the other opens the share dialog of the device, if there
// is one.
const section = document.querySelector<HTMLElement>('.share')!;
const { address = '', copied = '', addressText = '' } = section.dataset;
const status = section.querySelector('[role=status]')!;
const button = (name: string) => section.querySelector<HTMLButtonElement>(`[data-do=${name}]`)!;

button('copy').addEventListener('click', () => {
  // Pages without HTTPS have no clipboard, and the browser may deny access. Then the URL is shown, to be copied by
  // hand.
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
  // A reader who cancels the dialog rejects the promise. That needs no message.
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
