import { OpenAPIHono } from '@hono/zod-openapi'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import type { Api, ApiEnv, ApiOptions } from './api-env.ts'
import { addChangedAnswers } from './changed-answers.ts'
import { addCheck } from './check.ts'
import { addMcp } from '../doors/mcp.ts'
import { addOpenAi } from '../doors/openai.ts'
import { withOpenAiError } from '../doors/openai-error.ts'
import { addDecrees } from './decrees.ts'
import { addDocs } from './docs.ts'
import { addDocuments } from './documents.ts'
import { addFeedback } from './feedback.ts'
import { createGate } from './gate.ts'
import { germanIssues } from './german-issues.ts'
import { addHealth } from './health.ts'
import { createIdentify, isLocalOnly } from './identity.ts'
import { addIngestHistory } from './ingest-history.ts'
import { addNorms } from './norms.ts'
import { originGuard } from './origin-guard.ts'
import { addPage } from './page.ts'
import { ProblemError } from './problem-error.ts'
import { asProblemError, problemResponse } from './problem.ts'
import { addQuestions } from './questions.ts'
import { addRecheck } from './recheck.ts'
import { requestLog } from './request-log.ts'
import { requireCaller } from './require-caller.ts'
import { addRuns } from './runs.ts'
import { addRunsFeed } from './runs-feed.ts'
import { addSearch } from './search.ts'
import { securityHeaders } from './security-headers.ts'
import type { Service } from './service.ts'
import { addMetrics } from './metrics.ts'
import { addCompleteness } from './completeness.ts'
import { addSources } from './sources.ts'
import { addUploads } from './uploads.ts'
import { addVermerk } from './vermerk.ts'

/** Where clients look for a problem in OpenAI's shape; it stands in the same object. */
const openAiPaths = new Set(['/v1/models', '/v1/chat/completions'])

/** The HTTP door of the house: every route of contracts.md, the page and the documentation. */
export function createApi(service: Service, options: ApiOptions): Api {
  const api: Api = new OpenAPIHono<ApiEnv>({ defaultHook: refuseInvalid })
  const publicPaths = new Set([...options.web.keys(), '/healthz', '/readyz', '/openapi.json', '/docs'])
  api.use(requestId())
  api.use(requestLog(options.writeLog))
  api.use(securityHeaders)
  api.use(originGuard({ loopbackOnly: isLocalOnly(options.identity) }))
  api.use(requireCaller(createIdentify(options.identity), publicPaths))
  api.use(methodNotAllowed({ app: api, onMethodNotAllowed: refuseMethod }))
  const gate = createGate(options.limits)
  addChangedAnswers(api, service)
  addQuestions(api, service, { ...options, gate })
  addVermerk(api, service)
  addRecheck(api, service)
  addFeedback(api, service)
  addOpenAi(api, service, { ...options, gate })
  addMcp(api, service, { ...options, gate })
  addSearch(api, service, options)
  addCheck(api, service, options)
  addDocuments(api, service)
  addDecrees(api, service)
  addNorms(api, service)
  addSources(api, service, options)
  if (options.intake) {
    addUploads(api, options.intake)
    addIngestHistory(api, options.intake)
  }
  addHealth(api, service)
  addRunsFeed(api, service)
  addRuns(api, service)
  addCompleteness(api, service)
  addMetrics(api, service)
  addDocs(api)
  addPage(api, options.web)
  api.notFound((c) =>
    problemResponse(
      c,
      new ProblemError('unknown-route', 'Bitte die Adresse prüfen; alle Adressen stehen unter /docs.'),
    ),
  )
  api.onError((error, c) => {
    const problem = asProblemError(error)
    return problemResponse(c, openAiPaths.has(c.req.path) ? withOpenAiError(problem) : problem)
  })
  return api
}

type HookResult = Parameters<NonNullable<Api['defaultHook']>>[0]

function refuseInvalid(result: HookResult): void {
  if (result.success) return
  const errors = germanIssues(result.error.issues)
  const summary = errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' ')
  throw new ProblemError('invalid-request', summary, { members: { errors } })
}

function refuseMethod(c: Parameters<typeof problemResponse>[0], methods: string[]): Response {
  const allowed = methods.join(', ')
  const detail = `Bitte eine dieser Methoden benutzen: ${allowed}.`
  return problemResponse(c, new ProblemError('method-not-allowed', detail, { headers: { Allow: allowed } }))
}
