import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseStatute } from '../../ingest/parse/statute-xml.ts'
import { sha256 } from '../../ingest/passages/prepare-version.ts'
import { ingestParts } from '../../ingest/formats.ts'
import type { SearchResult, Service } from '../../src/api/service.ts'
import { readConfig } from '../../src/config.ts'
import { type Day, dayBefore, toDay, today } from '../../src/law/day.ts'
import type { RankedPassage } from '../../src/law/passage.ts'
import { formatLabel } from '../../src/law/references/label.ts'
import type { Norm } from '../../src/law/document-text.ts'
import { wireService } from '../../src/wire-service.ts'
import { type Library, openLibrary } from '../../src/wiring.ts'
import { corpusDir, describeOnRealLaw } from '../corpus.ts'
import { startPostgres } from '../postgres-server.ts'
import { feedFolder } from './fresh-library.ts'

const folder = join(corpusDir, 'aufenthg_2004')
const documentId = 'gii:aufenthg_2004'
const aufenthG = { kind: 'statute', abbreviation: 'AufenthG', invented: false } as const

/** One text of the law with the first and the last day on which it was the newest, and its norms by name. */
interface DatedText {
  days: Day[]
  norms: Map<string, Norm>
}

/** Plain questions of an office, none of them naming a norm. */
const freeSearches = [
  'Mindestgehalt Blaue Karte',
  'Nachzug der Ehefrau',
  'Wann darf abgeschoben werden?',
  'Duldung für eine Ausbildung',
  'Aufenthalt nach einer Scheidung',
  'Deutschkenntnisse für die Niederlassungserlaubnis',
  'Student möchte arbeiten',
  'Einreiseverbot verkürzen',
  'Lebensunterhalt gesichert',
  'Pass verloren, was nun?',
  'Anerkennung ausländischer Berufsabschlüsse',
  'Chancen-Aufenthaltsrecht',
  'Widerspruch gegen die Ablehnung',
  'Integrationskurs verpflichtend',
  'Daten an die Ausländerbehörde übermitteln',
]

const server = await startPostgres()

describe.skipIf('missing' in server)(`on a server${'missing' in server ? ` (${server.missing})` : ''}`, () => {
  afterAll(() => 'missing' in server || server.stop())
  describeOnRealLaw('each day of the AufenthG', () => {
    const searching = searchAll(async () => {
      return openLibrary(readConfig({ DATABASE_URL: 'missing' in server ? '' : server.url }))
    })

    test(
      'a search for any norm gives it first, word for word as that day’s text has it, or says that it is not there',
      { timeout: 600_000 },
      async () => {
        const searches = searching.texts.flatMap((text) =>
          text.days.flatMap((day) => searching.names.map((name) => ({ text, day, name }))),
        )
        const faults = await inParallel(searches, ({ text, day, name }) => searching.faultsOfNorm(text, day, name))
        expect(faults).toEqual([])
        expect(searches.length).toBeGreaterThan(12_000)
      },
    )

    test(
      'a search for an Absatz gives it first, and the rest of its norm behind it',
      { timeout: 300_000 },
      async () => {
        const searches = changedNorms(searching.texts).flatMap(({ text, name }) =>
          paragraphsOf(text, name).flatMap((paragraph) => text.days.map((day) => ({ text, day, name, paragraph }))),
        )
        const faults = await inParallel(searches, (each) => searching.faultsOfParagraph(each))
        expect(faults).toEqual([])
        expect(searches.length).toBeGreaterThan(3000)
      },
    )

    test('a free search finds no passage of another day’s text', { timeout: 300_000 }, async () => {
      const searches = searching.texts.flatMap((text) =>
        text.days.flatMap((day) => freeSearches.map((query) => ({ text, day, query }))),
      )
      const faults = await inParallel(searches, async ({ text, day, query }) => {
        const { passages } = await searching.search(query, day)
        return [...(passages.length < 10 ? [`${query}: little found`] : []), ...strangers(passages, text)]
      })
      expect(faults).toEqual([])
      expect(searches.length).toBe(searching.texts.length * 2 * freeSearches.length)
    })

    test.each<[string, string[]]>([
      ['§§ 27 ff. AufenthG', ['§ 27', '§ 28', '§ 29']],
      ['§§ 27 bis 36a AufenthG', ['§ 27', '§ 30', '§ 36a']],
      ['§§ 18a, 18b AufenthG', ['§ 18a', '§ 18b']],
      ['§ 18e f. AufenthG', ['§ 18e', '§ 18f']],
    ])('%s gives the norms of the range as of each day', async (query, some) => {
      const faults = await inParallel(searching.texts, async (text) => {
        const { passages } = await searching.search(query, text.days[0] as Day)
        const named = new Set(passages.filter(isNamed).map(({ norm }) => norm))
        const missing = some.filter((name) => !named.has(name))
        return [
          ...missing.map((name) => `${query} ${text.days[0]}: ${name} is missing`),
          ...strangers(passages, text),
          ...(passages[0]?.norm === some[0] ? [] : [`${query} ${text.days[0]}: ${passages[0]?.label} is first`]),
        ]
      })
      expect(faults).toEqual([])
    })

    test.each([
      ['§18g aufenthg', '§ 18g'],
      ['18 g aufenthg', '§ 18g'],
      ['18g AufenthG', '§ 18g'],
      ['§ 18g AufentG', '§ 18g'],
      ['§ 18g aufentg', '§ 18g'],
      ['AufenthG § 18G', '§ 18g'],
      ['Paragraf 18g des Aufenthaltsgestzes', '§ 18g'],
      ['§ 18 g Abs 1 S 2 Nr 1 AufenthG', '§ 18g'],
      ['§104c aufenthaltsgesetz', '§ 104c'],
      ['anlage aufenthg', 'Anlage'],
    ])('%s, however it is typed, gives %s or says that it is not there', async (query, name) => {
      const faults = await inParallel(searching.texts, async (text) =>
        text.norms.has(name)
          ? faultsOf((await searching.search(query, text.days[1] as Day)).passages, text, name)
          : absenceFaults(await searching.search(query, text.days[1] as Day), `${name} AufenthG`, 'noch nicht'),
      )
      expect(faults).toEqual([])
    })
  })
})

describeOnRealLaw('each day of the AufenthG in the embedded database', () => {
  const searching = searchAll(async (data) => openLibrary(readConfig({ FUNDSTELLE_DATA: data })))

  test('a search for a norm that changed gives it first, word for word, on the first and the last day', async () => {
    const searches = changedNorms(searching.texts).filter((_, place) => place % 3 === 0)
    const faults = await inParallel(searches, async ({ text, name }) =>
      (await Promise.all(text.days.map((day) => searching.faultsOfNorm(text, day, name)))).flat(),
    )
    expect(faults).toEqual([])
    expect(searches.length).toBeGreaterThan(100)
  })
})

/** The law fed into a library that `open` opens, all its dated texts, and what to search in it. */
function searchAll(open: (data: string) => Promise<Library>) {
  const data = mkdtempSync(join(tmpdir(), 'fundstelle-days-'))
  let library: Library
  let service: Service
  const searching = {
    texts: [] as DatedText[],
    /** Every norm that any of the texts has. */
    names: [] as string[],
    search: (text: string, asOf: Day, limit = 100) =>
      service.search({ text, asOf, territory: 'DE-NW', kinds: null, limit }),
    async faultsOfNorm(text: DatedText, day: Day, name: string): Promise<string[]> {
      const label = formatLabel({ norm: name, paragraph: null, document: aufenthG })
      const result = await searching.search(label, day)
      const norm = text.norms.get(name)
      if (norm && !norm.repealed) return [...faultsOf(result.passages, text, name), ...said(result, label, day)]
      return absenceFaults(result, label, norm ? 'weggefallen' : 'noch nicht')
    },
    async faultsOfParagraph(asked: { text: DatedText; day: Day; name: string; paragraph: string }) {
      const { text, day, name, paragraph } = asked
      const label = formatLabel({ norm: name, paragraph, document: aufenthG })
      const { passages } = await searching.search(label, day)
      const ofNorm = passages.filter((passage) => passage.norm === name)
      const first = passages.slice(0, ofNorm.filter((passage) => passage.paragraph === paragraph).length)
      const misplaced = first.length === 0 || first.some(({ norm, paragraph: of }) => norm !== name || of !== paragraph)
      const inOrder = ofNorm.toSorted((a, b) => a.start - b.start)
      return [...(misplaced ? [`${label} ${day} is not first`] : []), ...faultsOf(inOrder, text, name)]
    },
  }
  beforeAll(async () => {
    library = await open(data)
    service = wireService(library, null, () => ({ ready: true, progress: { step: '', done: 0, total: 0 } }))
    await feedFolder(ingestParts(library), folder)
    searching.texts = readTexts()
    searching.names = [...new Set(searching.texts.flatMap(({ norms }) => [...norms.keys()]))]
  }, 300_000)
  afterAll(async () => {
    await library.database.close()
    rmSync(data, { recursive: true, force: true })
  })
  return searching
}

function readTexts(): DatedText[] {
  const days = readdirSync(folder)
    .toSorted()
    .map((file) => toDay(file.replace('.xml', '')))
  return days.map((day, place) => {
    const next = days[place + 1]
    const { norms } = parseStatute(readFileSync(join(folder, `${day}.xml`)), 'aufenthg_2004')
    const named = norms.flatMap((norm): [string, Norm][] => (norm.norm === null ? [] : [[norm.norm, norm]]))
    return { days: [day, next === undefined ? today() : dayBefore(next)], norms: new Map(named) }
  })
}

/** Each norm in each text whose words differ from the text before; of the first text all. */
function changedNorms(texts: DatedText[]): { text: DatedText; name: string }[] {
  return texts.flatMap((text, place) =>
    [...text.norms.values()].flatMap(({ norm: name, text: words }) =>
      name === null || texts[place - 1]?.norms.get(name)?.text === words ? [] : [{ text, name }],
    ),
  )
}

function paragraphsOf({ norms }: DatedText, name: string): string[] {
  const units = norms.get(name)?.units ?? []
  return [...new Set(units.filter(({ kind }) => kind === 'absatz').map(({ number }) => number))]
}

/** What is wrong with the passages of a norm, which should come first and together be its text in that day's file. */
function faultsOf(passages: RankedPassage[], { days, norms }: DatedText, name: string): string[] {
  const { text = '' } = norms.get(name) ?? {}
  const others = passages.findIndex(({ norm }) => norm !== name)
  const own = others === -1 ? passages : passages.slice(0, others)
  const place = `${name} ${days[0]}`
  const faults = own.flatMap(({ start, end, text: words, normSha256, validFrom, validTo }) => {
    const wrong = words !== text.slice(start, end) || normSha256 !== sha256(text)
    const outside = validFrom > (days[0] as Day) || (validTo !== null && validTo <= (days[1] as Day))
    return [...(wrong ? [`${place}: another text`] : []), ...(outside ? [`${place}: another time`] : [])]
  })
  const left = own.reduce((rest, { text: words }) => rest.slice(rest.indexOf(words) + words.length), text)
  const gaps = own.reduce((rest, { text: words }) => rest.replace(words, ''), text).trim()
  if (own.length === 0) faults.push(`${place} is not first`)
  if (left.trim() !== '' || gaps !== '') faults.push(`${place}: not whole, or not in order`)
  if (passages.slice(own.length).some(({ norm }) => norm === name)) faults.push(`${place} goes on behind others`)
  return [...faults, ...strangers(passages, { days, norms })]
}

/** Hits that are not in that day's text. */
function strangers(passages: RankedPassage[], { days, norms }: DatedText): string[] {
  return passages.flatMap(({ document, norm, text, start, end, label }) => {
    const words = norm === null ? undefined : norms.get(norm)?.text.slice(start, end)
    return document.id === documentId && words === text ? [] : [`${label} is not of ${days[0]}`]
  })
}

function said({ absences }: SearchResult, label: string, day: Day): string[] {
  return absences.map(({ message }) => `${label} ${day}: ${message}`)
}

function absenceFaults({ passages, absences }: SearchResult, label: string, why: string): string[] {
  const told = absences.length === 1 && absences[0]?.message.startsWith(`${label} galt am`)
  const faults = told && absences[0]?.message.includes(why) ? [] : [`${label}: ${JSON.stringify(absences)}`]
  return [...faults, ...(passages.some(isNamed) ? [`${label} is found although it is not there`] : [])]
}

function isNamed({ why }: RankedPassage): boolean {
  return why.some(({ by }) => by === 'reference')
}

/** Runs `work` on every item, a few at a time, and gives the faults found, not all of them if there are very many. */
async function inParallel<T>(items: T[], work: (item: T) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = []
  const queue = items.values()
  await Promise.all(
    Array.from({ length: 6 }, async () => {
      for (const item of queue) faults.push(...(await work(item)))
    }),
  )
  return faults.slice(0, 20)
}
