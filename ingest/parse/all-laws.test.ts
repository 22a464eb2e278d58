import { expect, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import type { Norm } from '../../src/law/document-text.ts'
import { allLawsArchive, describeOnAllLaws } from '../../tests/corpus.ts'
import { cutStatute } from '../passages/cut-statute.ts'
import { archiveSource } from '../sources/archive.ts'
import { parseStatute } from './statute-xml.ts'

const minutes = 60_000

describeOnAllLaws('all federal laws of one day', () => {
  test(
    'are parsed without losing a letter, cut without gap, and counted in order',
    async () => {
      const archive = await archiveSource(allLawsArchive, toDay('2025-04-02'))
      const faults: string[] = []
      let laws = 0
      for await (const item of archive.items()) {
        const fetched = await item.fetch(null)
        if (fetched.kind !== 'bytes') continue
        laws += 1
        const { norms } = parseStatute(fetched.bytes, item.slug)
        const published = publishedLetters(Buffer.from(fetched.bytes).toString('utf8'))
        if (published !== norms.map(({ text }) => letters(text)).join('')) faults.push(`${item.slug}: letters lost`)
        if (new Set(norms.map(({ key }) => key)).size < norms.length) faults.push(`${item.slug}: key doubled`)
        for (const norm of norms)
          faults.push(...structuralFaults(norm).map((fault) => `${item.slug} ${norm.key}: ${fault}`))
      }
      expect(faults).toEqual([])
      expect(laws).toBeGreaterThan(7000)
    },
    4 * minutes,
  )
})

function structuralFaults(norm: Norm): string[] {
  const faults: string[] = []
  const { text } = norm
  if (text !== text.trim() || /[^\S \n]| {2}|\n\n| \n|\n /.test(text)) faults.push('white space not folded')
  if (leftOver(text, cutStatute(norm)) !== '') faults.push('passages leave text over or overlap')
  if (!/^(\(\w+\)\s*)*$/.test(leftOver(text, norm.sentences))) faults.push('sentences leave text over or overlap')
  for (const { start, end } of [...norm.units, ...norm.tables])
    if (start < 0 || end <= start || end > text.length) faults.push('a unit is out of bounds')
  return faults
}

/** What lies between the spans; a sign of the fault where they overlap. */
function leftOver(text: string, spans: { start: number; end: number }[]): string {
  let rest = ''
  let at = 0
  for (const { start, end } of spans) {
    if (start < at || end <= start) return 'overlap'
    rest += `${text.slice(at, start)} `
    at = end
  }
  return (rest + text.slice(at)).trim()
}

/** Independent of the parser: the letters and digits of all norms but the contents list, without notes. */
function publishedLetters(xml: string): string {
  const [, ...norms] = xml.replace(/<!--[^]*?-->/g, '').match(/<norm [^]*?<\/norm>/g) ?? []
  let all = ''
  for (const norm of norms) {
    if (/<enbez>(?:Inhaltsübersicht|Inhaltsverzeichnis|Inhalt|Gliederung|Übersicht)<\/enbez>/.test(norm)) continue
    const text = (/<text[ >][^]*?<\/text>/.exec(norm)?.[0] ?? '')
      .replace(/<(Footnotes|kommentar)[ >][^]*?<\/\1>|<SUP class="Rec">\d+<\/SUP>/g, '')
      .replace(/<F Value="([^"]*)"\/>/g, '$1')
      .replace(/<[^>]*>|&\w+;/g, '')
    const found = letters(text)
    if (!/^(?:weggefallen|aufgehoben|gegenstandslos|entfallen)$/i.test(found)) all += found
  }
  return all
}

function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}
