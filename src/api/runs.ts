import { createRoute, z } from '@hono/zod-openapi'
import { syncOutcomes, syncStates } from '../law/sync-run.ts'
import type { Api } from './api-env.ts'
import { ProblemError } from './problem-error.ts'
import { requireAdministrator, requireStaff } from './require-staff.ts'
import { dayOut, problemResponses } from './schemas.ts'
import type { Service } from './service.ts'

const runsMost = 50

const runOut = z
  .object({
    id: z.string(),
    source: z.string().openapi({ description: 'Wie nach npm run ingest -- sync' }),
    name: z.string().nullable(),
    publisher: z.string().nullable(),
    state: z.enum(syncStates).openapi({ description: 'stopped: Der Löschschutz wartet auf Zustimmung.' }),
    trigger: z.enum(['person', 'schedule']),
    again: z.boolean().openapi({ description: 'Auch unveränderte Texte wurden neu gelesen (sync --again).' }),
    createdAt: z.string(),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    items: z.number().nullable(),
    counts: z.object({
      added: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      withdrawn: z.number(),
      returned: z.number(),
      kept: z.number(),
      failed: z.number(),
    }),
    note: z.string().nullable(),
    failure: z.string().nullable(),
    confirmedBy: z.string().nullable(),
    confirmedAt: z.string().nullable(),
  })
  .openapi('Run')

const itemOut = z.object({
  origin: z.string(),
  slug: z.string(),
  documentId: z.string().nullable(),
  label: z.string().nullable(),
  day: dayOut.nullable(),
  outcome: z.enum(syncOutcomes),
  reason: z.string().nullable(),
  norms: z
    .object({ added: z.array(z.string()), changed: z.array(z.string()), removed: z.array(z.string()) })
    .nullable()
    .openapi({ description: 'Worin sich der Text von dem davor unterscheidet; Wort für Wort: …/norms/{norm}/diff' }),
})

const runsRoute = createRoute({
  method: 'get',
  path: '/v1/runs',
  summary: 'Abläufe, die Quellen abgleichen (nur Redaktion und Administration)',
  description: `Die neuesten ${runsMost}; auch als /v1/runs.rss und auf der Seite /ablaeufe.`,
  responses: {
    200: {
      description: 'Der neueste zuerst',
      content: { 'application/json': { schema: z.object({ runs: z.array(runOut) }) } },
    },
    ...problemResponses,
  },
})

const idParam = z.object({ id: z.string() })

const runRoute = createRoute({
  method: 'get',
  path: '/v1/runs/{id}',
  summary: 'Ein Ablauf mit allem, was sich geändert hat oder misslang, und warum',
  request: { params: idParam },
  responses: {
    200: {
      description: 'Der Ablauf',
      content: { 'application/json': { schema: runOut.extend({ changes: z.array(itemOut) }) } },
    },
    ...problemResponses,
  },
})

const confirmRoute = createRoute({
  method: 'post',
  path: '/v1/runs/{id}/confirm',
  summary: 'Ausführen, was der Löschschutz angehalten hat (nur Administration)',
  request: { params: idParam },
  responses: {
    200: {
      description: 'Wie viele Dokumente zurückgezogen sind',
      content: { 'application/json': { schema: z.object({ withdrawn: z.number() }) } },
    },
    ...problemResponses,
  },
})

export function addRuns(api: Api, { upkeep }: Pick<Service, 'upkeep'>): void {
  api.openapi(runsRoute, async (c) => {
    requireStaff(c.get('caller'))
    return c.json({ runs: await upkeep.runs(runsMost) }, 200)
  })

  api.openapi(runRoute, async (c) => {
    requireStaff(c.get('caller'))
    const found = await upkeep.run(c.req.valid('param').id)
    if (!found) throw unknownRun()
    return c.json({ ...found.run, changes: found.items }, 200)
  })

  api.openapi(confirmRoute, async (c) => {
    const caller = c.get('caller')
    requireAdministrator(caller)
    const outcome = await upkeep.confirm(c.req.valid('param').id, caller.owner)
    if (outcome.kind === 'done') return c.json({ withdrawn: outcome.withdrawn }, 200)
    if (outcome.kind === 'unknown') throw unknownRun()
    const details = {
      not_stopped: 'Der Löschschutz hat ihn nicht angehalten, oder es ist schon geschehen.',
      superseded: 'Ein neuerer Ablauf derselben Quelle weiß es besser; bitte diesen ansehen.',
    }
    throw new ProblemError('run-not-stopped', details[outcome.kind])
  })
}

function unknownRun(): ProblemError {
  return new ProblemError('unknown-run', 'Bitte die Kennung prüfen; alle Abläufe stehen unter /v1/runs.')
}
