#!/usr/bin/env node
import { readConfig } from '../src/config.ts'
import type { Day } from '../src/law/day.ts'
import { findDecreesToCheck } from '../src/store/find-decrees-to-check.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { openLibrary } from '../src/wiring.ts'
import { runIngestCommand, type OpenLibrary } from './command.ts'
import { runFlaggedCommand } from './flagged-command.ts'
import { ingest } from './ingest.ts'
import { ingestParts } from './formats.ts'

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 3
})

async function main(): Promise<number> {
  const config = readConfig()
  const [first, ...words] = process.argv.slice(2)
  if (first === 'flagged') return listFlagged(config, words)
  return runIngestCommand(process.argv.slice(2), {
    settings: config,
    openLibrary: () => open(config),
    out: process.stdout,
    err: process.stderr,
  })
}

async function listFlagged(config: ReturnType<typeof readConfig>, words: string[]): Promise<number> {
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

async function open(config: ReturnType<typeof readConfig>): Promise<OpenLibrary> {
  const library = await openLibrary(config)
  for (const warning of library.warnings) process.stderr.write(`${warning}\n`)
  const parts = ingestParts(library)
  return {
    ingest: (source, options) => ingest(parts, source, options),
    close: () => library.database.close(),
  }
}
