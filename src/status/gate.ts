import type { Debt, Status } from './status.ts';

/** The debts for a promised language that is still missing more than `days` working days after publication. */
export function overdue({ debt }: Pick<Status, 'debt'>, days: number): Debt[] {
  return debt.filter(({ kind, workingDays }) => kind === 'missing' && workingDays > days);
}
