#!/usr/bin/env node
import { readConfig } from './config.ts'
import { serveMcp } from './doors/mcp-stdio.ts'
import { openChecker } from './open-checker.ts'
import { openComposer } from './open-composer.ts'
import { openRewriter } from './open-rewriter.ts'
import { findCorpus } from './store/corpus-state.ts'
import { runCommand, type Terminal } from './terminal/run-command.ts'
import { wireService } from './wire-service.ts'
import { readText } from './terminal/read-text.ts'
import { writeBytes } from './terminal/write-bytes.ts'
import { openLibrary } from './wiring.ts'

const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort(new Error('Abgebrochen.')))

const words = process.argv.slice(2)
if (words.length === 1 && words[0] === 'mcp') await speakMcp()
else
  process.exitCode = await runCommand(words, {
    openService,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    readText,
    writeFile: writeBytes,
    width: process.stdout.columns ?? 100,
    signal: interrupted.signal,
  })

async function speakMcp(): Promise<void> {
  try {
    const { service, territory, close } = await openService()
    await serveMcp(service, territory).finally(close)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

async function openService(): ReturnType<Terminal['openService']> {
  const config = readConfig()
  const library = await openLibrary(config)
  for (const warning of library.warnings) process.stderr.write(`${warning}\n`)
  const close = () => library.database.close()
  const { documents } = await findCorpus(library.database)
  if (documents === 0) {
    await close()
    throw new Error('Die Sammlung ist leer. Bitte erst mit "npm run ingest -- …" Gesetze einlesen, oder "npm start".')
  }
  const readiness = () => ({ ready: true, progress: { step: 'bereit', done: documents, total: documents } })
  const composer = await openComposer(config, (message) => process.stderr.write(`${message}\n`))
  const service = wireService(
    library,
    composer,
    readiness,
    openRewriter(config, composer),
    openChecker(config, composer),
  )
  return { service, territory: config.territory, close }
}
