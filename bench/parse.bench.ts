import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SaxesParser } from 'saxes'
import { parseStatute } from '../ingest/parse/statute-xml.ts'
import { archiveSource } from '../ingest/sources/archive.ts'
import { toDay } from '../src/law/day.ts'
import { cpuMs } from './cpu.ts'

export const name = 'Parse: all federal laws of one day, against the bare XML parser on the same bytes'

const archive = fileURLToPath(new URL('../../shared/corpus/gii-all-2025-04-02.tar.xz', import.meta.url))

/**
 * CPU time of parsing all federal laws of one day (canonical text, units, Sätze), against the bare XML parser on the
 * same bytes in the same run; unpacking the archive is not counted. Memory is the whole process's peak.
 * @throws Error where the archive of all laws is not there.
 */
export async function run(): Promise<Record<string, number>> {
  if (!existsSync(archive)) throw new Error(`Es fehlt das Archiv aller Gesetze: ${archive}`)
  const source = await archiveSource(archive, toDay('2025-04-02'))
  let laws = 0
  let bytes = 0
  let norms = 0
  let bareMs = 0
  let parseMs = 0
  for await (const item of source.items()) {
    const fetched = await item.fetch(null)
    if (fetched.kind !== 'bytes') continue
    laws += 1
    bytes += fetched.bytes.length
    bareMs += await cpuMs(async () => readBare(fetched.bytes))
    parseMs += await cpuMs(async () => {
      norms += parseStatute(fetched.bytes, item.slug).norms.length
    })
  }
  return {
    laws,
    norms,
    megabytes: bytes / 1e6,
    parseCpuSeconds: parseMs / 1000,
    bareXmlCpuSeconds: bareMs / 1000,
    ratioToBareXml: parseMs / bareMs,
    megabytesPerCpuSecond: bytes / 1e3 / parseMs,
    peakMemoryMegabytes: process.resourceUsage().maxRSS / 1e3,
  }
}

/** What any parser must do at least: decode, and take every element and text. */
function readBare(bytes: Uint8Array): number {
  const parser = new SaxesParser()
  let seen = 0
  parser.on('error', (fault) => {
    throw fault
  })
  parser.on('opentag', () => {
    seen += 1
  })
  parser.on('closetag', () => {
    seen += 1
  })
  parser.on('text', (text) => {
    seen += text.length
  })
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
  return seen
}
