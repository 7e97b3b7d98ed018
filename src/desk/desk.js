// Makes the desk's page take files that are dropped anywhere on it, and keep the form of what is pasted. Without it, the
// form takes files as any form does.
const form = document.querySelector('form[action="/desk/import/"]');
if (form) {
  const files = form.querySelector('input[type=file]');
  const pasted = form.querySelector('input[name=pasted]');
  const seen = form.querySelector('[contenteditable]');
  seen.hidden = false;
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    files.files = event.dataTransfer.files;
    form.requestSubmit();
  });
  seen.addEventListener('paste', (event) => {
    const html = event.clipboardData.getData('text/html');
    if (!html) return;
    event.preventDefault();
    pasted.value = html;
    // What is shown is plain: nothing of what was pasted runs or loads here.
    seen.textContent = event.clipboardData.getData('text/plain');
  });
  form.addEventListener('submit', () => {
    if (pasted.value || !seen.innerText.trim()) return;
    const text = document.createElement('div');
    for (const paragraph of seen.innerText.split(/\n\s*\n/u)) {
      const element = document.createElement('p');
      element.textContent = paragraph;
      text.append(element);
    }
    pasted.value = text.innerHTML;
  });
}
