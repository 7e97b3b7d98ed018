// The panel of the version for people with poor sight: what is chosen is shown at once, and kept for the next page.
import { storageKey } from './early-settings.ts';

const usual = 'usual';
const set = document.documentElement.dataset;
const forms = [...document.querySelectorAll<HTMLFormElement>('.view form')];
const choices = forms.flatMap((form) => [...form.querySelectorAll('input')]);

function choose(name: string, value: string): void {
  if (value === usual) delete set[name];
  else set[name] = value;
}

/** Keeps what is set, and says whether it could: storage may be forbidden. */
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
  // The Enter key in a choice: nothing is sent where nothing has to be.
  form.addEventListener('submit', (event) => event.preventDefault());
}

// Whoever goes back may come to a page that still looks as it was left.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    try {
      const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, string>;
      for (const { name } of choices) choose(name, kept[name] ?? usual);
    } catch {
      // Nothing is kept: the page stays as it is.
    }
  }
  show();
});
