// The settings panel of the version for people with poor sight. A choice takes effect at once and is stored for later
// pages.
import { storageKey } from './early-settings.ts';
import './typeface-later.ts';

const usual = 'usual';
const set = document.documentElement.dataset;
const forms = [...document.querySelectorAll<HTMLFormElement>('.view form')];
const choices = forms.flatMap((form) => [...form.querySelectorAll('input')]);

function choose(name: string, value: string): void {
  if (value === usual) delete set[name];
  else set[name] = value;
}

/** Stores the settings. Returns the message to show, which says whether it worked: storage may be forbidden. */
function keep({ dataset }: HTMLFormElement): string {
  try {
    localStorage.setItem(storageKey, JSON.stringify(set));
    return dataset['kept']!;
  } catch {
    return dataset['here']!;
  }
}

function show(): void {
  for (const choice of choices) choice.checked = choice.value === (set[choice.name] ?? usual);
}

for (const form of forms) {
  const changed = () => {
    form.querySelector('[role=status]')!.textContent = keep(form);
    show();
  };
  form.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    choose(name, value);
    changed();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const { name } of choices) choose(name, usual);
    changed();
  });
  // The Enter key would submit the form, but there is nothing to send.
  form.addEventListener('submit', (event) => event.preventDefault());
}

// With the Back button, a page comes from the browser's back/forward cache and still has the old settings.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    try {
      const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, string>;
      for (const { name } of choices) choose(name, kept[name] ?? usual);
    } catch {
      // Storage is forbidden or its content is invalid: the page stays as it is.
    }
  }
  show();
});
