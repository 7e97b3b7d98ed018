import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';

/** A warning as every page shows it. */
interface Alert {
  readonly href: string;
  readonly text: string;
  /** Until when it is in force, as a complete phrase. */
  readonly until: string;
}

/**
 * Warnings as HTML. No template writes them, because they come into finished pages.
 * @param label of the section, for screen readers
 */
export function alertSection(label: string, alerts: readonly Alert[]): string {
  const items = alerts.map(({ href, text, until }) =>
    h('li', [h('a', { href }, text), ' ', h('span', { className: 'until' }, until)]),
  );
  return toHtml(
    h('section', { className: 'alerts', ariaLabel: label }, [
      h('ul', { className: 'wide plain' }, items),
    ]),
  );
}
