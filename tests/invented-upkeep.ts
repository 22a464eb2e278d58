import { toDay } from '../src/law/day.ts'
import type { SyncItem, SyncRun } from '../src/law/sync-run.ts'
import type { Upkeep } from '../src/law/upkeep.ts'

const none = { added: 0, changed: 0, withdrawn: 0, returned: 0, kept: 0, failed: 0, unchanged: 0 }

/** One run that changed a law, one that the deletion guard stopped, one that found nothing. */
export function inventedUpkeep(): Upkeep & { confirmed: { id: string; by: string }[]; gaps: number } {
  const upkeep = {
    confirmed: [] as { id: string; by: string }[],
    gaps: 0,
    runs: async (limit: number) => runs.slice(0, limit).map((each) => each.run),
    run: async (id: string) => runs.find((each) => each.run.id === id) ?? null,
    async confirm(id: string, by: string) {
      const found = runs.find((each) => each.run.id === id)
      if (!found) return { kind: 'unknown' as const }
      if (found.run.state !== 'stopped') return { kind: 'not_stopped' as const }
      upkeep.confirmed.push({ id, by })
      return { kind: 'done' as const, withdrawn: 1 }
    },
    completeness: async () => ({
      corpusState: 'r7',
      complete: upkeep.gaps === 0,
      gaps: [
        {
          rule: 'passage_without_vector' as const,
          message: 'Keine Fundstelle ist ohne Vektor.',
          count: upkeep.gaps,
          examples: [],
        },
      ],
    }),
    figures: async () => ({
      documents: 3,
      withdrawn: 1,
      passages: 7,
      revision: 7,
      queued: 0,
      sources: [
        { source: '/srv/"recht"', lastState: 'stopped' as const, lastDoneAt: '2025-03-05T04:00:00Z', failed: 1 },
      ],
    }),
  }
  return upkeep
}

function run(id: string, state: SyncRun['state'], counts: Partial<SyncRun['counts']>): SyncRun {
  return {
    id,
    source: '/srv/recht',
    name: 'Ordner /srv/recht',
    publisher: 'demo',
    state,
    trigger: 'schedule',
    again: false,
    createdAt: '2025-03-05T03:00:00Z',
    startedAt: '2025-03-05T03:00:01Z',
    endedAt: '2025-03-05T03:05:00Z',
    items: 4,
    counts: { ...none, ...counts },
    note: null,
    failure: state === 'stopped' ? 'Die Quelle führt 1 von 2 Dokumenten nicht mehr.' : null,
    confirmedBy: null,
    confirmedAt: null,
  }
}

const changed: SyncItem = {
  origin: '/srv/recht/musteraufg/2024-03-01.xml',
  slug: 'musteraufg',
  documentId: 'demo:musteraufg',
  label: 'MusterAufG',
  day: toDay('2024-03-01'),
  outcome: 'changed',
  reason: null,
  norms: { added: [], changed: ['§ 2a'], removed: [] },
}
const kept: SyncItem = {
  ...changed,
  origin: 'demo:<b>alt</b>',
  slug: 'alt',
  label: '<b>AltG</b>',
  day: null,
  outcome: 'kept',
  reason: 'Die Quelle führt es nicht mehr.',
  norms: null,
}
const failed: SyncItem = {
  ...changed,
  origin: 'x',
  slug: 'kaputt',
  label: null,
  outcome: 'failed',
  reason: 'Kein XML.',
  norms: null,
}

const runs: { run: SyncRun; items: SyncItem[] }[] = [
  { run: run('11111111-1111-4111-8111-111111111111', 'stopped', { kept: 1, unchanged: 3 }), items: [kept] },
  {
    run: run('22222222-2222-4222-8222-222222222222', 'done', { changed: 1, failed: 1, unchanged: 2 }),
    items: [changed, failed],
  },
  { run: run('33333333-3333-4333-8333-333333333333', 'done', { unchanged: 4 }), items: [] },
]
