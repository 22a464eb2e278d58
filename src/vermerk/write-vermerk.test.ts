import { createHash } from 'node:crypto'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { inventedFlagged } from '../../tests/invented-flagged.ts'
import { inventedAbstention, inventedAnswer, inventedParts } from '../../tests/invented-service.ts'
import { inventedNorms } from '../../tests/invented-law.ts'
import { unzip } from '../../tests/unzip.ts'
import { toDay } from '../law/day.ts'
import { writeVermerk, type VermerkFormat } from './write-vermerk.ts'

const question = {
  text: 'Wie lange gilt die Musterkarte?',
  asOf: toDay('2025-03-05'),
  territory: 'DE-NW',
  style: 'short' as const,
  kinds: null,
}
const answer = inventedAnswer(question)
const origin = 'http://amt.example'

async function markdown(changes: Partial<typeof answer> = {}, from: string | null = origin): Promise<string> {
  return Buffer.from((await writeVermerk({ ...answer, ...changes }, 'md', from)).content).toString()
}

/** The words a reader of the Word document sees, by file; each paragraph a line. @throws where a file is no XML */
async function words(changes: Partial<typeof answer> = {}): Promise<Map<string, string>> {
  const files = await unzip((await writeVermerk({ ...answer, ...changes }, 'docx', origin)).content)
  return new Map([...files].flatMap(([name, xml]) => (name.endsWith('.xml') ? [[name, textOf(xml)] as const] : [])))
}

function textOf(xml: string): string {
  const parser = new SaxesParser()
  let text = ''
  let inText = false
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    inText = name === 'w:t'
    if (name === 'w:br') text += '\n'
    if (name === 'w:footnoteReference') text += '^'
  })
  parser.on('text', (part) => {
    if (inText) text += part
  })
  parser.on('closetag', ({ name }) => {
    inText = false
    if (name === 'w:p') text += '\n'
  })
  parser.write(xml).close()
  return text
}

describe('a Vermerk', () => {
  test.each(['md', 'docx'] as const)('has everything the file needs, as %s', async (format) => {
    const text =
      format === 'md' ? (await markdown()).replaceAll('\\', '') : ((await words()).get('word/document.xml') ?? '')
    for (const part of [
      question.text,
      '05.03.2025',
      'DE-NW',
      'Kein Sprachmodell',
      'r7, Stand der Texte 01.03.2024',
      answer.id,
      'Die Musterkarte gilt höchstens vier Jahre. [2]',
      'Frist; Zahlen, Fristen und Verweise geprüft',
      '[2] § 2a Abs. 1 Satz 2 MusterAufG (erfunden)',
      'Text seit 01.03.2024',
      'Die Zahl 99 steht in keiner',
      'Ob eine Gebühr anfällt',
      'Die Sammlung ist erfunden',
      'Link zeigt die heutige Fassung',
      'http://amt.example/v1/documents/demo%3Amusteraufg/norms/%C2%A7%202a?asOf=2025-03-05',
    ])
      expect(text).toContain(part)
    for (const { quote, sha256, start, end } of answer.citations) {
      expect(text).toContain(`„${quote}“`)
      expect(text).toContain(`${sha256}; das Zitat steht darin an den Zeichen ${start} bis ${end}`)
    }
    expect(text.trimEnd().replaceAll('*', '').endsWith('Die Entscheidung trifft die Sachbearbeitung.')).toBe(true)
  })

  test.each(['md', 'docx'] as const)('says what to check of a decree before it is applied, as %s', async (format) => {
    const flagged = inventedFlagged(question)
    const text = format === 'md' ? await markdown(flagged) : ((await words(flagged)).get('word/document.xml') ?? '')
    expect(text.replaceAll('\\', '')).toContain('Prüfen: § 2a MusterAufG wurde nach diesem Erlass (12.03.2023)')
  })

  test('lets anybody check a quote against the stored text: hash and place are those of the norm', async () => {
    const text = await markdown()
    const norm = inventedNorms.find(({ key, validTo }) => key === '§ 2a' && validTo === null)?.text ?? ''
    const [, hash, start, end] = /Normtextes: ([0-9a-f]{64}).* (\d+) bis (\d+)/.exec(text) ?? []
    expect(hash).toBe(createHash('sha256').update(norm).digest('hex'))
    expect(norm.slice(Number(start), Number(end))).toBe(answer.citations[0]?.quote)
  })

  test('names the model that worded it and what it was told', async () => {
    const text = await markdown({ mode: 'llm', model: { name: 'muster-7b', promptHash: 'abc123' } })
    expect(text).toContain('Sprachmodell muster-7b, Satz für Satz gegen den Text geprüft')
    const checked = await markdown({
      mode: 'llm',
      model: { name: 'muster-7b', promptHash: 'abc123' },
      checker: { name: 'muster-pruefer', promptHash: null },
    })
    expect(checked).toContain('auch vom Prüfmodell muster-pruefer geprüft')
    expect(text).toContain('abc123')
  })

  test('of an abstention says why, with the nearest places', async () => {
    const text = await markdown(inventedAbstention(question))
    expect(text).toContain('## Keine Antwort\n\n- Dazu steht in den vorliegenden Texten nichts')
    expect(text).toContain('## Am nächsten kommen\n\n- § 1 Abs. 1 MusterAufG (erfunden): Dieses Gesetz')
    expect(text).not.toContain('## Antwort')
  })

  test('has each of several questions with its sentences, or why there are none, and the checklist', async () => {
    const text = (await markdown(inventedParts(question))).replaceAll('\\', '')
    expect(text).toContain(
      '## Antwort auf Frage 2: Wie lange gilt sie?\n\n- Die Musterkarte gilt höchstens vier Jahre. [2]',
    )
    expect(text).toContain('## Antwort auf Frage 3: Was kostet ein Hund?\n\n- Dazu steht in den vorliegenden Texten')
    expect(text).toContain('- Sie ist Fachkraft. [1] *(laut Frage gegeben: „Fachkraft aus Nirgendwo“)*')
    const forgotten = inventedParts(question)
    const parts = forgotten.parts.map((part) => ({ ...part, question: '' }))
    expect(await markdown({ ...forgotten, parts })).toContain('## Antwort auf Frage 1\n')
  })

  test('says that the question was deleted, once it is', async () => {
    expect(await markdown({ question: '' })).toContain('**Frage:** nach Ablauf der Aufbewahrungszeit gelöscht')
  })

  test('in the terminal names the command that shows the stored text', async () => {
    expect(await markdown({}, null)).toContain('`fundstelle norm "§ 2a MusterAufG" --as-of 2025-03-05`')
  })

  test('as JSON is the answer itself, with the addresses of the stored texts', async () => {
    const { content } = await writeVermerk(answer, 'json', origin)
    const read = JSON.parse(Buffer.from(content).toString()) as object
    expect(read).toMatchObject({
      answer: { id: answer.id, citations: [{ sha256: answer.citations[0]?.sha256 }, {}] },
      stored: [{ number: 1, text: expect.stringContaining('/v1/documents/') }, { number: 2 }],
      decision: 'Die Entscheidung trifft die Sachbearbeitung.',
    })
  })

  test.each([
    ['md', 'text/markdown; charset=utf-8'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['json', 'application/json; charset=utf-8'],
  ] as [VermerkFormat, string][])('is named after day and answer: %s', async (format, mediaType) => {
    const file = await writeVermerk(answer, format, origin)
    expect(file).toMatchObject({ mediaType, name: `vermerk-2025-03-05-${answer.id.slice(0, 8)}.${format}` })
  })
})

describe('the Word document', () => {
  test('has a footnote of its own at every number, with the place and its words', async () => {
    const [first, second] = answer.claims
    if (!first || !second) throw new Error('no claims')
    const read = await words({ claims: [first, { ...second, citations: [2, 1] }] })
    expect(read.get('word/document.xml')).toContain('vier Jahre. [2]^ [1]^')
    const footnotes = read.get('word/footnotes.xml')?.trim().split('\n') ?? []
    const labels = footnotes.filter((line) => line.startsWith('[')).map((line) => line.slice(0, 3))
    expect(labels).toEqual(['[1]', '[2]', '[1]'])
    expect(footnotes.join('\n')).toContain('„Die Musterkarte gilt höchstens vier Jahre.“')
  })

  test('stays readable whatever signs a text has', async () => {
    const quote = 'wenn\n1. <b>A & B</b>\u0001\ud800'
    const citations = answer.citations.map((citation) => ({ ...citation, quote }))
    expect((await words({ citations })).get('word/document.xml')).toContain('„wenn\n1. <b>A & B</b>\ufffd\ufffd“')
  })
})

describe('the Markdown', () => {
  test('shows words of the law and of a question as they are, never as markup', async () => {
    const quote = 'wenn\n1. <b>fett</b>\n2. *schräg*'
    const citations = answer.citations.map((citation) => ({ ...citation, quote, url: 'javascript:alert(1)' }))
    const text = await markdown({ question: '[hier](http://boese.invalid)\n# Titel', citations })
    expect(text).toContain('\\[hier\\](http\\://boese.invalid) \\# Titel')
    expect(text).toContain('> „wenn  \n> 1\\. \\<b\\>fett\\</b\\>  \n> 2\\. \\*schräg\\*“')
    expect(text).not.toContain('javascript')
  })
})
