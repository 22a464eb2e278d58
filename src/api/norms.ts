import { createRoute, z } from '@hono/zod-openapi'
import { dayBefore, germanDay, today, type Day } from '../law/day.ts'
import type { NormLookup, NormPeriod, NormText } from '../law/library.ts'
import type { Api } from './api-env.ts'
import { unknownDocument } from './documents.ts'
import { diffOut, normOut, periodsOut } from './library-schema.ts'
import { normNames } from './norm-names.ts'
import { ProblemError } from './problem-error.ts'
import { asOfIn, dayIn, problemResponses } from './schemas.ts'
import type { Service } from './service.ts'
import { wordDiff } from './word-diff.ts'

const params = z.object({
  id: z.string().openapi({ example: 'gii:aufenthg_2004' }),
  norm: z.string().openapi({ example: '§ 18g', description: 'Auch 18g, par-18g, Art 6, art-6.' }),
})

const normRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/norms/{norm}',
  summary: 'Der Text einer Norm an einem Tag',
  request: { params, query: z.object({ asOf: asOfIn }) },
  responses: {
    200: { description: 'Die Norm', content: { 'application/json': { schema: normOut } } },
    ...problemResponses,
  },
})

const periodsRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/norms/{norm}/history',
  summary: 'Alle Texte einer Norm',
  request: { params },
  responses: {
    200: { description: 'Der älteste zuerst', content: { 'application/json': { schema: periodsOut } } },
    ...problemResponses,
  },
})

const diffRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/norms/{norm}/diff',
  summary: 'Was sich an einer Norm zwischen zwei Tagen geändert hat',
  request: { params, query: z.object({ from: dayIn, to: dayIn }) },
  responses: {
    200: { description: 'Unterschied nach Wörtern', content: { 'application/json': { schema: diffOut } } },
    ...problemResponses,
  },
})

export function addNorms(api: Api, service: Service): void {
  api.openapi(normRoute, async (c) => {
    const { id, norm } = c.req.valid('param')
    const { asOf = today() } = c.req.valid('query')
    const lookup = await findNorm(service, id, norm, asOf)
    if (!lookup.found) throw notFound(lookup, id, norm)
    return c.json({ asOf, ...lookup.norm }, 200)
  })

  api.openapi(periodsRoute, async (c) => {
    const { id, norm } = c.req.valid('param')
    const found = await findPeriods(service, id, norm)
    if (!found) throw notFound({ found: false, reason: 'unknown_norm' }, id, norm)
    return c.json({ documentId: id, ...found }, 200)
  })

  api.openapi(diffRoute, async (c) => {
    const { id, norm } = c.req.valid('param')
    const { from, to } = c.req.valid('query')
    const before = await findNorm(service, id, norm, from)
    const after = await findNorm(service, id, norm, to)
    if (!before.found && !after.found) throw notFound(after, id, norm)
    const old = before.found ? before.norm : null
    const young = after.found ? after.norm : null
    const key = (young ?? old)?.key ?? norm
    const parts = wordDiff(old?.text ?? '', young?.text ?? '')
    return c.json({ documentId: id, norm: key, from: side(old, from), to: side(young, to), parts }, 200)
  })
}

/** Tries the names the segment may mean; a document that is not there needs no second try. */
async function findNorm(service: Service, id: string, segment: string, day: Day): Promise<NormLookup> {
  for (const name of normNames(segment)) {
    const lookup = await service.findNorm(id, name, day)
    if (lookup.found || lookup.reason !== 'unknown_norm') return lookup
  }
  return { found: false, reason: 'unknown_norm' }
}

async function findPeriods(
  service: Service,
  id: string,
  segment: string,
): Promise<{ norm: string; periods: NormPeriod[] } | null> {
  for (const norm of normNames(segment)) {
    const periods = await service.normPeriods(id, norm)
    if (periods) return { norm, periods }
  }
  return null
}

function side(norm: NormText | null, asOf: Day) {
  if (!norm) return null
  const { sha256, heading, validFrom, validTo, validBasis } = norm
  return { asOf, sha256, heading, validFrom, validTo, validBasis }
}

/** Why a norm is not shown, and what to do. */
export function notFound(lookup: Exclude<NormLookup, { found: true }>, id: string, norm: string): ProblemError {
  switch (lookup.reason) {
    case 'unknown_document':
      return unknownDocument(id)
    case 'unknown_norm':
      return new ProblemError(
        'unknown-norm',
        `"${norm}" ist in "${id}" nicht vorhanden; die Normen stehen unter /v1/documents/${id}/norms.`,
      )
    case 'not_yet':
    case 'no_longer': {
      const { from, until } = lookup
      const end = until === null ? ' an' : ` bis zum ${germanDay(dayBefore(until))}`
      const detail = `Die Norm gilt vom ${germanDay(from)}${end}; bitte asOf in diese Zeit legen.`
      return new ProblemError('norm-not-in-force', detail, { members: { from, until } })
    }
  }
}
