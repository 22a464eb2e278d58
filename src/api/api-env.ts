import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Intake } from '../law/intake.ts'
import type { GateLimits } from './gate.ts'
import type { Caller, IdentityOptions } from './identity.ts'
import type { WebFile } from './web-files.ts'

/** What every handler finds in its context. */
export interface ApiEnv {
  Variables: { requestId: string; caller: Caller }
}

export type Api = OpenAPIHono<ApiEnv>

export interface ApiOptions {
  identity: IdentityOptions
  /** Territory of questions that name none. */
  territory: string
  limits: GateLimits
  /** Taking in the office's papers; without it their routes are not there. */
  intake?: Intake
  /** The page and its parts, by the path they are served under. */
  web: ReadonlyMap<string, WebFile>
  /** Takes one finished line of the request log. */
  writeLog: (line: string) => void
}
