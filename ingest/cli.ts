#!/usr/bin/env node
import { readConfig } from '../src/config.ts'
import { openLibrary } from '../src/wiring.ts'
import { runIngestCommand, type OpenLibrary } from './command.ts'
import { ingest } from './ingest.ts'
import { ingestParts } from './formats.ts'

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 3
})

async function main(): Promise<number> {
  const config = readConfig()
  return runIngestCommand(process.argv.slice(2), {
    settings: { giiUrl: config.giiUrl, offline: config.offline, scanCommand: config.scanCommand },
    openLibrary: () => open(config),
    out: process.stdout,
    err: process.stderr,
  })
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
