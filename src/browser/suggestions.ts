/** What is suggested while the reader types: the title of a page, or a name. */
export interface Suggestion {
  readonly text: string;
  readonly url: string;
  /** The language of the text. */
  readonly locale: string;
}

/** How long a press of the mouse or a finger takes, in milliseconds. */
const pressTime = 300;

/**
 * Suggestions below a field, by the pattern of the ARIA Authoring Practices for a combobox with a list: the focus stays in
 * the field, the arrow keys choose, Enter opens, Escape closes.
 */
export class Suggestions {
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #open: (url: string) => void;
  #shown: readonly Suggestion[] = [];
  #active = -1;

  /** @param open is called with the URL of the suggestion that was chosen */
  constructor(field: HTMLInputElement, list: HTMLElement, open: (url: string) => void) {
    this.#field = field;
    this.#list = list;
    this.#open = open;
    // Set here, because without script the field is an ordinary one.
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-expanded', 'false');
    field.addEventListener('keydown', (event) => this.#key(event));
    // A little later: the press that takes the focus away would else miss what the vanishing list moves up.
    field.addEventListener('blur', () => window.setTimeout(() => this.hide(), pressTime));
    // Before the field loses the focus, which would hide the list.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => {
      const option = (target as Element).closest('[role=option]');
      const chosen = this.#shown[option ? [...list.children].indexOf(option) : -1];
      if (chosen) this.#open(chosen.url);
    });
  }

  show(suggestions: readonly Suggestion[]): void {
    this.#shown = suggestions;
    this.#list.replaceChildren(
      ...suggestions.map(({ text, locale }, index) => {
        const option = document.createElement('li');
        option.id = `${this.#list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.lang = locale;
        option.textContent = text;
        return option;
      }),
    );
    this.#list.hidden = suggestions.length === 0;
    this.#field.setAttribute('aria-expanded', String(suggestions.length > 0));
    this.#choose(-1);
  }

  hide(): void {
    if (this.#shown.length > 0) this.show([]);
  }

  #key(event: KeyboardEvent): void {
    const { length } = this.#shown;
    if (length === 0 || event.isComposing) return;
    const active = this.#shown[this.#active];
    if (event.key === 'ArrowDown') this.#choose(this.#active + 1 < length ? this.#active + 1 : -1);
    else if (event.key === 'ArrowUp')
      this.#choose(this.#active < 0 ? length - 1 : this.#active - 1);
    else if (event.key === 'Escape') this.hide();
    else if (event.key === 'Enter' && active) this.#open(active.url);
    else {
      if (event.key === 'Enter') this.hide();
      return;
    }
    event.preventDefault();
  }

  #choose(index: number): void {
    this.#active = index;
    for (const [each, option] of [...this.#list.children].entries())
      option.setAttribute('aria-selected', String(each === index));
    const option = this.#list.children[index];
    if (option) this.#field.setAttribute('aria-activedescendant', option.id);
    else this.#field.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }
}
