import { isLocalOnly, type IdentityOptions } from './identity.ts'
import { isLoopback } from './loopback.ts'
import { UnsafeBindingError } from './unsafe-binding-error.ts'

/** @throws UnsafeBindingError where the service would be reachable from outside and could not tell callers apart. */
export function checkBinding(config: { host: string; identity: IdentityOptions }): void {
  if (isLocalOnly(config.identity) && !isLoopback(config.host)) throw new UnsafeBindingError(config.host)
}
