import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { describeOnRealLaw } from '../../../tests/corpus.ts'
import { describeWithOcr } from '../../../tests/office/ocr-tools.ts'
import { cutPaper } from '../../passages/cut-paper.ts'
import { ocrPages } from './ocr-pages.ts'
import { paperText } from './paper-text.ts'
import { parseApart } from './parse-apart.ts'
import { readPages } from './read-pages.ts'
import { readPaper } from './read-paper.ts'
import type { PageLines } from './text-line.ts'

const corpus = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
const rulings = `${corpus}/rulings/pdf/ifg-urteile`
const decrees = `${corpus}/decrees/revosax_sachsen_md`
const origin = (fileName: string) => ({ id: `office:${fileName}`, url: '/', fileName, territory: 'DE' })

async function pagesOf(file: string): Promise<PageLines[]> {
  const parsed = await parseApart(readFileSync(`${rulings}/${file}`), 'pdf')
  return parsed.kind === 'pages' ? parsed.pages : []
}

describeOnRealLaw('122 rulings as PDF', () => {
  test(
    'all have pages and no crash; all but the four scans have text, with hardly a word left cut',
    { timeout: 300_000 },
    async () => {
      const files = readdirSync(rulings).filter((file) => file.endsWith('.pdf'))
      const scans: string[] = []
      let words = 0
      let cut = 0
      for (const file of files) {
        const pages = await pagesOf(file)
        expect(pages.length, file).toBeGreaterThan(0)
        const text = readPages(pages)
          .map((block) => block.text)
          .join('\n')
        if (text.length < 500) scans.push(file)
        words += text.split(/\s+/).length
        cut += text.match(/\p{Ll}{2}-(?:\s\p{Ll}|$)/gmu)?.filter((found) => !/- [uobs]/.test(found)).length ?? 0
      }
      expect(files).toHaveLength(122)
      expect(scans).toHaveLength(4)
      expect(words).toBeGreaterThan(340_000)
      expect(cut / words).toBeLessThan(0.0005)
    },
  )

  test('the printed page numbers are found, and stand in no text', async () => {
    const blocks = readPages(await pagesOf('Bundesverwaltungsgericht 7 C 2.09.pdf'))
    expect(blocks.find((block) => block.text === 'Gründe:')?.printedPage).toBe('3')
    expect(blocks.filter((block) => /^-? ?\d+ ?-?$/.test(block.text))).toEqual([])
  })
})

describeOnRealLaw('the Saxon decrees in Markdown', () => {
  const texts = async () => {
    const files = readdirSync(decrees).filter((file) => file.endsWith('.md'))
    return Promise.all(
      files.map(async (file) => paperText(await readPaper(readFileSync(`${decrees}/${file}`), file), origin(file))),
    )
  }

  test('all have sections with unique keys, and passages that hold every word', async () => {
    const all = await texts()
    expect(all).toHaveLength(26)
    for (const { norms } of all) {
      expect(norms.length).toBeGreaterThan(1)
      expect(new Set(norms.map(({ key }) => key)).size).toBe(norms.length)
      for (const norm of norms) {
        const cut = cutPaper(norm)
          .map(({ start, end }) => norm.text.slice(start, end))
          .join('')
        expect(cut.replaceAll(/\s/g, '')).toBe(norm.text.replaceAll(/\s/g, ''))
      }
    }
  })

  test('paragraphs, Absätze and numbered parts are named as people cite them', async () => {
    const keys = new Map((await texts()).map((text) => [text.document.title, text.norms.map(({ key }) => key)]))
    expect(keys.get('VwV Altfallregelung für unechte Ortskräfte')).toEqual(['Anfang', 'Nr. I', 'Nr. II', 'Nr. III'])
    expect(keys.get('Sächsisches Ausländerrechtszuständigkeitsgesetz')).toEqual(['Anfang', '§ 1', '§ 2', '§ 3', '§ 4'])
  })
})

describeWithOcr('[real law] four real scans', () => {
  test.each([
    [
      'Oberverwaltungsgericht Hamburg 3 Bf 274-13.pdf',
      9,
      ['Entscheidungsgründe', 'Verpflichtungsklage', '§ 42 Abs. 1'],
    ],
    [
      'Oberverwaltungsgericht Hamburg 3 Bf 275-13.pdf',
      4,
      ['Einspruchsentscheidung vom 24. August 2011', 'Der Kläger hat beantragt,'],
    ],
    ['Oberverwaltungsgericht Hamburg 3 Bf 28-16.Z.pdf', 4, ['Zulassungsgründe', '§ 124 Abs. 4 Satz 4 VwGO']],
    [
      'Oberverwaltungsgericht Hamburg 3 Bs 202-16.pdf',
      2,
      ['Streitwert wird für das Beschwerdeverfahren', 'vom 24. Oktober 2016'],
    ],
  ])('%s: known words are found', async (file, number, known) => {
    const page = (await pagesOf(file))[number - 1] as PageLines
    const { pages } = await ocrPages(readFileSync(`${rulings}/${file}`), [page])
    const text = readPages(pages)
      .map((block) => block.text)
      .join(' ')
    for (const word of known) expect(text).toContain(word)
  })
})
