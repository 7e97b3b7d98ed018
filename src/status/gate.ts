import type { Debt, Status } from './status.ts';

/** The announcements that have been out for more than so many working days without a language that the site promises. */
export function overdue({ debt }: Pick<Status, 'debt'>, days: number): Debt[] {
  return debt.filter(({ kind, workingDays }) => kind === 'missing' && workingDays > days);
}
