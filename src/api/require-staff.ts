import type { Caller } from './identity.ts'
import { ProblemError } from './problem-error.ts'

/** @throws ProblemError for whoever may only read */
export function requireStaff({ role }: Caller): void {
  if (role === 'reader') throw new ProblemError('staff-only', 'Bitte einen Schlüssel der Redaktion benutzen.')
}

/** @throws ProblemError for everybody but the administration */
export function requireAdministrator({ role }: Caller): void {
  if (role !== 'administrator')
    throw new ProblemError('administrators-only', 'Bitte einen Schlüssel der Administration benutzen.')
}
