import { ProblemError } from './problem-error.ts'
import type { Service } from './service.ts'

/** Before the first fill is complete, "not found" would be a wrong answer: so there is none. */
export function requireReady(service: Service): void {
  const { ready, progress } = service.readiness()
  if (ready) return
  throw new ProblemError('not-ready', 'Bitte warten; der Fortschritt steht unter /readyz.', {
    headers: { 'Retry-After': '10' },
    members: { progress },
  })
}
