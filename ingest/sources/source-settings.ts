import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { DeletionGuard } from '../../src/law/deletion-guard.ts'
import { isTerritory } from '../../src/law/territory.ts'
import { hoursPattern } from './asking-hours.ts'
import { politeDefaults, type PoliteOptions } from './polite-client.ts'
import { publishers, type Publisher } from './publishers.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

const territory = z.string().refine(isTerritory, 'kein Gebiet (etwa DE, DE-NW oder DE-NW-05162)')

const publisherSettings = z.strictObject({
  /** False: this publisher is not asked, whatever the command says. */
  on: z.boolean().default(true),
  /** Another address than the official one: a mirror. */
  address: z.url({ protocol: /^https?$/ }).optional(),
  /** Least time between two requests. */
  pauseMs: z.number().int().min(0).max(600_000).optional(),
  /** When it may be asked, German time: `20:00-06:00`; empty: always. */
  hours: z.array(z.string().regex(hoursPattern, 'keine Zeitspanne wie 20:00-06:00')).default([]),
  /** False for a mirror of one's own, which has no robots.txt to keep. */
  robots: z.boolean().default(true),
  /** What is fetched where the command names nothing: CELEX numbers, addresses, keys. */
  selection: z.array(z.string().trim().min(1)).default([]),
  /** What a run may withdraw without asking: per cent of what the source listed, and documents; else as for all. */
  withdrawShare: z.number().min(0).max(100).optional(),
  withdrawMost: z.number().int().min(0).optional(),
  /** Of `office` alone: where papers hold that do not say where, of all folders and of single ones; else the office's. */
  territory: territory.optional(),
  territories: z.record(z.string(), territory).optional(),
})

const file = z.partialRecord(z.enum(publishers), publisherSettings).superRefine((set, { addIssue }) => {
  for (const [publisher, { territory: all, territories }] of Object.entries(set))
    if (publisher !== 'office' && (all ?? territories) !== undefined)
      addIssue({ code: 'custom', path: [publisher], message: 'territory und territories gibt es nur bei office.' })
})

export type PublisherSettings = z.infer<typeof publisherSettings>

/** What the file named by `FUNDSTELLE_SOURCES` sets, by publisher; publishers it does not name keep the defaults. */
export type SourcesFile = z.infer<typeof file>

/**
 * Reads that file (JSON). `path` null: nothing is set.
 * @throws UnusableSourceError where it cannot be read or holds what cannot be used, with each fault and its place.
 */
export async function readSourcesFile(path: string | null): Promise<SourcesFile> {
  if (path === null) return {}
  const fail = (problem: string, cause?: unknown): never => {
    throw new UnusableSourceError(path, `FUNDSTELLE_SOURCES (${path}): ${problem}`, { cause })
  }
  const text = await readFile(path, 'utf8').catch((cause: unknown) => fail('Die Datei ist nicht zu lesen.', cause))
  const read = file.safeParse(parseJson(text) ?? fail('Die Datei ist kein gültiges JSON.'))
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path: place, message }) => `  ${place.join('.') || 'Datei'}: ${message}`)
  return fail(`Bitte berichtigen:\n${problems.join('\n')}`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** How a publisher is asked under these settings. */
export function politeOptionsOf(settings: PublisherSettings | undefined): PoliteOptions {
  const { pauseMs = politeDefaults.pauseMs, hours = [], robots = true } = settings ?? {}
  return { ...politeDefaults, pauseMs, hours, robots }
}

/** What a run of this publisher may withdraw without a person; `usual` where the file sets nothing. */
export function guardOf(settings: PublisherSettings | undefined, usual: DeletionGuard): DeletionGuard {
  const { withdrawShare, withdrawMost = usual.most } = settings ?? {}
  return { share: withdrawShare === undefined ? usual.share : withdrawShare / 100, most: withdrawMost }
}

/** Official addresses of publishers that have no setting of their own in the environment. */
export const officialAddresses = {
  eurlex: 'https://publications.europa.eu',
  vwvbund: 'https://www.verwaltungsvorschriften-im-internet.de',
  recht_nrw: 'https://recht.nrw.de',
  revosax: 'https://www.revosax.sachsen.de',
  bmi: 'https://www.bmi.bund.de',
  vab: 'https://www.berlin.de',
} as const satisfies Partial<Record<Publisher, string>>
