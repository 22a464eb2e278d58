#!/usr/bin/env node
import { type Config, readConfig } from '../src/config.ts'
import type { Day } from '../src/law/day.ts'
import { findDecreesToCheck } from '../src/store/find-decrees-to-check.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { openLibrary } from '../src/wiring.ts'
import { runIngestCommand, type OpenLibrary } from './command.ts'
import { runFlaggedCommand } from './flagged-command.ts'
import { ingest } from './ingest.ts'
import { ingestParts } from './formats.ts'
import { openIntake } from './intake/open-intake.ts'
import { intakeParts } from './intake/wire-intake.ts'
import { runStaffCommand } from './staff-command.ts'
import { isStaffCommand } from './staff-options.ts'
import { openSyncWorld } from './sync/open-sync-world.ts'
import { runSyncCommand } from './sync/sync-command.ts'
import { isSyncCommand } from './sync/sync-options.ts'

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 3
})

async function main(): Promise<number> {
  const config = readConfig()
  const words = process.argv.slice(2)
  if (isSyncCommand(words)) return sync(words, config)
  if (isStaffCommand(words)) return serveStaff(words, config)
  if (words[0] === 'flagged') return listFlagged(config, words.slice(1))
  return runIngestCommand(words, {
    settings: config,
    openLibrary: () => open(config),
    out: process.stdout,
    err: process.stderr,
  })
}

async function listFlagged(config: Config, words: string[]): Promise<number> {
  const find = async (asOf: Day) => {
    const { database } = await openLibrary(config)
    try {
      return await findDecreesToCheck(database, await listLawNames(database, asOf), asOf)
    } finally {
      await database.close()
    }
  }
  return runFlaggedCommand(words, { find, out: process.stdout, err: process.stderr })
}

async function sync(words: string[], config: Config): Promise<number> {
  const stopping = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())
  return runSyncCommand(words, {
    sources: config.sync.sources,
    signal: stopping.signal,
    out: process.stdout,
    err: process.stderr,
    open: async () => {
      const library = await openLibrary(config)
      const world = await openSyncWorld(library, config, words[0] === 'work')
      if (words[0] === 'work' && config.sync.cron !== null) await world.queue.schedule(config.sync.cron)
      const close = async () => {
        await world.queue.close()
        await library.database.close()
      }
      return { ...world, pollMs: 500, expirySeconds: config.sync.expirySeconds, close }
    },
  })
}

function serveStaff(words: string[], config: Config): Promise<number> {
  return runStaffCommand(words, {
    open: async () => {
      const library = await openLibrary(config)
      return { intake: openIntake(intakeParts(library, config)), close: () => library.database.close() }
    },
    out: process.stdout,
    err: process.stderr,
  })
}

async function open(config: Config): Promise<OpenLibrary> {
  const library = await openLibrary(config)
  for (const warning of library.warnings) process.stderr.write(`${warning}\n`)
  const parts = ingestParts(library)
  return {
    ingest: (source, options) => ingest(parts, source, options),
    close: () => library.database.close(),
  }
}
