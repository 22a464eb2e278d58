import { pick } from '../../eval/seeded-random.ts'
import { germanDay, toDay, type Day } from '../../src/law/day.ts'

/** A paragraph of a decree; a heading has a number and a level. */
export interface DecreeBlock {
  kind: 'line' | 'heading' | 'text'
  text: string
  number: string | null
}

export interface InventedDecree {
  fileNumber: string
  issuedOn: Day
  subject: string
  blocks: DecreeBlock[]
  /** A sentence that no other decree has. */
  sentence: string
  /** Place of the earlier decree that this one puts out of force. */
  repeals: number | null
  validUntil: Day | null
}

interface Issuer {
  name: string
  place: string
  sign: string
}

const issuers: Issuer[] = [
  { name: 'Bundesministerium des Innern und für Heimat', place: 'Berlin', sign: 'MI3-21000' },
  { name: 'Ministerium des Innern des Landes Nordrhein-Westfalen', place: 'Düsseldorf', sign: '14-39.06' },
  {
    name: 'Ministerium für Kinder, Jugend, Familie, Gleichstellung, Flucht und Integration des Landes Nordrhein-Westfalen',
    place: 'Düsseldorf',
    sign: '512-26.01',
  },
  { name: 'Bezirksregierung Musterberg', place: 'Musterberg', sign: '27.2' },
  { name: 'Sächsisches Staatsministerium des Innern', place: 'Dresden', sign: '24-1310' },
  { name: 'Niedersächsisches Ministerium für Inneres und Sport', place: 'Hannover', sign: '13.22-12230' },
  { name: 'Landkreis Musterland', place: 'Musterstadt', sign: '33.1' },
]
const names = ['Erlass', 'Erlass', 'Erlass', 'Rundschreiben', 'Runderlass', 'Dienstanweisung', 'Weisung']
const addressees = ['Bezirksregierungen', 'Ausländerbehörden', 'Landkreise und kreisfreien Städte', 'Oberbürgermeister']
const headings = ['Allgemeines', 'Zuständigkeit', 'Verfahren', 'Voraussetzungen', 'Unterlagen', 'Gebühren', 'Ausnahmen']
/** Share of decrees that put an earlier one of their issuer out of force; that end by themselves. */
const relatedShare = 0.15
const limitedShare = 0.1
const firstDay = Date.UTC(2015, 0, 5)
const lastDay = Date.UTC(2025, 10, 28)

/** Characters on a page, and how many decrees have 1 to 5 of them, in percent. */
const pageCharacters = 2800
const pageShares = [30, 30, 20, 12, 8]

/** Decrees by the order of their days, with letterheads as ministries write them; the same every time. */
export function inventDecrees(count: number, sentence: () => string, random: () => number): InventedDecree[] {
  const decrees: (InventedDecree & { issuer: Issuer })[] = []
  for (let place = 0; place < count; place += 1) {
    const issuer = pick(issuers, random)
    const issuedOn = dayOf(firstDay + ((lastDay - firstDay) * place) / count)
    const earlier =
      random() < relatedShare ? decrees.findLastIndex((one) => one.issuer === issuer && one.issuedOn < issuedOn) : -1
    const before = decrees[earlier]
    const facts = {
      issuer,
      issuedOn,
      name: pick(names, random),
      fileNumber: `${issuer.sign}.${pick(['01', '02', '07', '11'], random)}-${place + 1}`,
      subject: sentence()
        .slice(0, 90)
        .replace(/\s\S*$/, ''),
      validUntil: random() < limitedShare ? dayOf(Date.parse(issuedOn) + 3 * 365 * day) : null,
      repeals: before === undefined || decrees.some(({ repeals }) => repeals === earlier) ? null : earlier,
    }
    const body = inventBody(facts.name, sentence, random)
    const blocks = [...head(facts, random), ...body, ...close(facts, before ?? null)]
    decrees.push({ ...facts, blocks, sentence: longest(body) })
  }
  return decrees
}

interface Facts extends Pick<InventedDecree, 'fileNumber' | 'issuedOn' | 'subject' | 'repeals' | 'validUntil'> {
  issuer: Issuer
  name: string
}

function head({ issuer, issuedOn, name, fileNumber, subject }: Facts, random: () => number): DecreeBlock[] {
  return [
    line(issuer.name),
    line(`Az.: ${fileNumber}`),
    line(`${issuer.place}, den ${germanDay(issuedOn)}`),
    line('An die'),
    line(pick(addressees, random)),
    line(name),
    line(`Betreff: ${subject}`),
    line('Bezug: Besprechung mit den Ausländerbehörden'),
  ]
}

function inventBody(name: string, sentence: () => string, random: () => number): DecreeBlock[] {
  const length = pageCharacters * pagesOf(random())
  const blocks = [text(`Mit diesem ${name === 'Rundschreiben' ? name : 'Erlass'} werden Hinweise gegeben.`)]
  for (let section = 1, written = 0; written < length; section += 1) {
    blocks.push({ kind: 'heading', text: pick(headings, random), number: `${section}` })
    for (let part = 1; part <= 3 && written < length; part += 1) {
      if (random() < 0.5) blocks.push({ kind: 'heading', text: pick(headings, random), number: `${section}.${part}` })
      const paragraph = Array.from({ length: 2 + Math.floor(random() * 4) }, sentence).join(' ')
      written += paragraph.length
      blocks.push(text(paragraph))
    }
  }
  return blocks
}

function pagesOf(draw: number): number {
  let bound = 0
  const place = pageShares.findIndex((share) => draw * 100 < (bound += share))
  return place + 1
}

function close({ name, repeals, validUntil }: Facts, before: InventedDecree | null): DecreeBlock[] {
  const noun = name === 'Erlass' || name === 'Runderlass' ? 'Dieser Erlass' : `Diese Weisung`
  return [
    ...(repeals === null || before === null
      ? []
      : [text(`Der Erlass vom ${germanDay(before.issuedOn)} – ${before.fileNumber} wird aufgehoben.`)]),
    ...(validUntil === null ? [] : [text(`${noun} gilt bis zum ${germanDay(validUntil)}.`)]),
    line('Im Auftrag'),
  ]
}

/** The longest sentence of a body: nobody else has it, because words of each are drawn anew. */
function longest(body: DecreeBlock[]): string {
  const sentences = body.flatMap(({ kind, text: words }) => (kind === 'text' ? words.split(/(?<=\p{Ll}\.) /u) : []))
  return sentences.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

const day = 86_400_000

function dayOf(time: number): Day {
  return toDay(new Date(time).toISOString().slice(0, 10))
}

function line(words: string): DecreeBlock {
  return { kind: 'line', text: words, number: null }
}

function text(words: string): DecreeBlock {
  return { kind: 'text', text: words, number: null }
}
