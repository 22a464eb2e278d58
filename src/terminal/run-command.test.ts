import { describe, expect, test } from 'vitest'
import { inventedAbstention, inventedParts, inventedService } from '../../tests/invented-service.ts'
import { today } from '../law/day.ts'
import { runCommand } from './run-command.ts'

async function run(words: string[], service = inventedService()) {
  const written = { out: '', err: '' }
  let closed = 0
  const files = new Map<string, string>()
  const code = await runCommand(words, {
    openService: async () => ({
      service,
      territory: 'DE-NW',
      close: async () => {
        closed += 1
      },
    }),
    out: (text) => void (written.out += text),
    err: (text) => void (written.err += text),
    readText: async (path) => `Text der Datei ${path}`,
    writeFile: async (path, content) => void files.set(path, Buffer.from(content).toString('latin1')),
    width: 72,
    signal: new AbortController().signal,
  })
  return { code, closed, service, files, ...written }
}

describe('fundstelle ask', () => {
  test('prints the answer with each place, its quote and its link, no line too long', async () => {
    const { code, out, closed } = await run(['ask', 'Wie lange gilt die Musterkarte?', '--as-of', '2025-03-05'])
    expect(code).toBe(0)
    expect(closed).toBe(1)
    expect(out).toContain('Die Musterkarte gilt höchstens vier Jahre. [2]')
    expect(out).toContain(
      '[2] § 2a Abs. 1 Satz 2 MusterAufG (erfunden)\n    „Die Musterkarte gilt höchstens vier Jahre.“',
    )
    expect(out).toContain('https://musterland.invalid/musteraufg/%C2%A7%202a (heutige Fassung)')
    expect(out).toContain('Die Entscheidung trifft die Sachbearbeitung.')
    expect(out.split('\n').filter((line) => line.length > 72)).toEqual([])
  })

  test('prints several questions one by one, and a checklist that decides nothing', async () => {
    const service = inventedService()
    service.answering = async (asking) => inventedParts(asking.question)
    const { code, out } = await run(['ask', 'A?', '--as-of', '2025-03-05', '--style', 'vermerk'], service)
    expect(code).toBe(0)
    expect(out).toContain(
      '\n\nSachverhalt (wie gefragt)\nA?\n\nRechtslage\n\nFrage 1: Wann wird sie erteilt?\n\nEiner Fachkraft',
    )
    expect(out).toContain('Frage 3: Was kostet ein Hund?\n\nDazu steht in den vorliegenden Texten nichts.')
    expect(out).toContain('Prüfliste – keine Entscheidung\n\n– Sie ist Fachkraft. [1]: laut Frage gegeben')
    expect(out).toContain('Offene Punkte\n\n– Was kostet')
  })

  test('says in one line what was understood of the question', async () => {
    const { out } = await run(['ask', 'Antrag vom 3.5.2024 ohne Duldung', '--as-of', '2025-03-05'])
    expect(out).toContain('\n\nVerstanden: Antrag 03.05.2024; ohne Duldung\n\n')
  })

  test('prints the shape of the API with --json', async () => {
    const { out } = await run(['ask', 'A?', '--json', '--territory', 'DE-BY', '--style', 'full'])
    expect(JSON.parse(out)).toMatchObject({ asOf: today(), territory: 'DE-BY', style: 'full', citations: [{}, {}] })
  })

  test('an abstention is told by the exit code, with the nearest places', async () => {
    const service = inventedService()
    service.answering = async (asking) => inventedAbstention(asking.question)
    const { code, out } = await run(['ask', 'A?'], service)
    expect(code).toBe(3)
    expect(out).toContain('Am nächsten kommen\n\n1. § 1 Abs. 1 MusterAufG (erfunden) – Zweck des Gesetzes')
  })

  test('an error is told, and the library closed', async () => {
    const service = inventedService()
    service.answering = () => Promise.reject(new Error('Die Datenbank ist nicht erreichbar.'))
    expect(await run(['ask', 'A?'], service)).toMatchObject({
      code: 1,
      closed: 1,
      out: '',
      err: 'Die Datenbank ist nicht erreichbar.\n',
    })
  })
})

describe('fundstelle vermerk', () => {
  test('prints a stored answer as Markdown, or lays it in a file of the format its name says', async () => {
    const { service } = await run(['ask', 'Wie lange gilt die Musterkarte?', '--as-of', '2025-03-05'])
    const [id = ''] = service.given
    const printed = await run(['vermerk', id], service)
    expect(printed.out).toContain('# Vermerk zu einer Rechtsfrage')
    expect(printed.out).toContain('`fundstelle norm "§ 2a MusterAufG" --as-of 2025-03-05`')
    const laid = await run(['vermerk', id, 'akte.docx'], service)
    expect(laid.out).toBe('Der Vermerk steht in akte.docx.\n')
    expect(laid.files.get('akte.docx')?.slice(0, 2)).toBe('PK')
    expect(JSON.parse((await run(['vermerk', id, '--json'], service)).out)).toMatchObject({ id })
  })

  test('is laid aside with the answer by ask', async () => {
    const { files, out } = await run(['ask', 'A?', '--vermerk', 'akte.md'])
    expect(files.get('akte.md')).toContain('# Vermerk')
    expect(out).toContain('Fundstellen')
  })

  test('of an answer that is not there is refused', async () => {
    expect(await run(['vermerk', 'keine'])).toMatchObject({ code: 1, err: expect.stringContaining('gibt es nicht') })
  })
})

describe('a follow-up', () => {
  test('hands on the question before, its day and its territory, and shows how it was understood', async () => {
    const first = await run(['ask', 'Was kostet die Musterkarte?', '--as-of', '2024-01-01', '--territory', 'DE-BY'])
    const [id = ''] = first.service.given
    const question = 'und bei Ehegatten? (Zuvor gefragt: Was kostet die Musterkarte)'
    const { answering } = first.service
    first.service.answering = async (asking) => ({ ...(await answering(asking)), rewritten: { from: id, question } })
    const { out } = await run(['ask', 'und bei Ehegatten?', '--previous', id], first.service)
    expect(first.service.asked[1]).toMatchObject({
      question: { text: 'und bei Ehegatten?', asOf: '2024-01-01', territory: 'DE-BY' },
      earlier: { text: 'Was kostet die Musterkarte?', from: id },
    })
    expect(out.replaceAll('\n', ' ')).toContain(`Verstanden als: ${question}`)
  })

  test('on an answer that is not there is refused', async () => {
    const { code, err } = await run(['ask', 'und bei Ehegatten?', '--previous', 'keine'])
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('Diese Antwort gibt es nicht.') })
  })
})

describe('fundstelle search', () => {
  test('lists places, and why they were found', async () => {
    const { code, out } = await run(['search', 'Musterkarte', '--limit', '2'])
    expect(code).toBe(0)
    expect(out).toContain('2. § 2a Abs. 1 MusterAufG (erfunden) – Musterkarte für Fachkräfte')
    expect(out).toContain('gefunden über: Wortlaut')
    expect(out).not.toContain('3. ')
  })

  test('prints the shape of the API with --json', async () => {
    const { out } = await run(['search', 'Musterkarte', '--json', '--as-of', '2025-03-05'])
    expect(JSON.parse(out)).toMatchObject({
      asOf: '2025-03-05',
      tookMs: expect.any(Number),
      hits: [{ rank: 1 }, {}, {}, {}],
    })
  })

  test('finding nothing is told by the exit code', async () => {
    const service = inventedService()
    service.search = async () => ({ passages: [], absences: [] })
    expect(await run(['search', 'A'], service)).toMatchObject({
      code: 3,
      out: expect.stringContaining('Keine Fundstelle'),
    })
  })
})

describe('a norm that is not there', () => {
  test('is said to be missing before the places found', async () => {
    const service = inventedService()
    const message = '§ 9 MusterAufG galt am 05.03.2025 nicht mehr: Die Vorschrift ist weggefallen.'
    const found = await service.search({ text: 'A', asOf: today(), territory: 'DE-NW', kinds: null, limit: 1 })
    service.search = async () => ({ ...found, absences: [{ reason: 'not_in_force', message }] })
    const { code, out } = await run(['search', '§ 9 MusterAufG'], service)
    expect(code).toBe(0)
    expect(out.replaceAll('\n', ' ')).toMatch(/^§ 9 MusterAufG galt am .* weggefallen\.  1\. § 1 Abs\. 1/)
  })
})

describe('fundstelle norm', () => {
  test('prints the text of the day', async () => {
    const { code, out } = await run(['norm', '§ 2a MusterAufG', '--as-of', '2024-02-29'])
    expect(code).toBe(0)
    expect(out).toContain('§ 2a MusterAufG (erfunden) – Musterkarte')
    expect(out).toContain('mindestens 40 000 Mustertalern')
    expect(out).toContain('Text vom 01.01.2020 bis 29.02.2024')
  })

  test.each([
    [['norm', '§ 99 MusterAufG'], /nicht vorhanden/],
    [['norm', '§ 2a MusterAufG', '--as-of', '2015-01-01'], /vom 01\.01\.2020 an; bitte --as-of/],
    [['norm', 'Musterkarte'], /nennt keine Norm/],
    [['norm', '§ 5 AndersG'], /nennt keine Norm/],
  ])('%j is not found', async (words, message) => {
    const { code, out } = await run(words)
    expect(code).toBe(3)
    expect(out.replaceAll('\n', ' ')).toMatch(message)
  })
})

describe('fundstelle check', () => {
  test('shows each reference and each sentence of a file with its verdict', async () => {
    const { code, out } = await run(['check', 'bescheid.txt', '--as-of', '2025-03-05'])
    expect(code).toBe(0)
    expect(out).toContain('– § 2a MusterAufG: vorhanden und in Kraft')
    expect(out).toContain('„Text der Datei bescheid.txt“\n→ Gestützt.')
  })

  test('something to object to is told by the exit code', async () => {
    const service = inventedService()
    const sentence = { text: 'Der Satz.', start: 0, end: 9, reason: 'negation', detail: 'Verneint.' } as const
    service.check = async () => ({
      references: [{ text: '§ 9', start: 0, end: 3, verdict: 'not_checked', inForce: null }],
      sentences: [{ ...sentence, supports: 'not_supported' }],
    })
    const { code, out } = await run(['check', 'bescheid.txt'], service)
    expect(code).toBe(3)
    expect(out).toContain('→ Nicht gestützt: Verneint.')
  })

  test('prints the shape of the API with --json', async () => {
    const { out } = await run(['check', 'bescheid.txt', '--json'])
    expect(JSON.parse(out)).toMatchObject({ asOf: today(), references: [{}], sentences: [{ supports: 'rule' }] })
  })
})

describe('wrong usage is explained, and nothing is opened', () => {
  test.each([
    [[], /Es fehlt der Befehl/],
    [['frage', 'A?'], /Es fehlt der Befehl/],
    [['ask'], /fundstelle ask/],
    [['ask', ' '], /fundstelle ask/],
    [['ask', 'A?', '--as-of', '05.03.2025'], /JJJJ-MM-TT/],
    [['ask', 'A?', '--as-of'], /JJJJ-MM-TT/],
    [['ask', 'A?', '--territory', 'NRW'], /DE-NW/],
    [['ask', 'A?', '--style', 'lang'], /einfache_sprache/],
    [['ask', 'A?', '--vermerk', 'akte.pdf'], /\.md, \.docx, \.json/],
    [['vermerk', 'abc', 'akte'], /\.docx/],
    [['vermerk'], /fundstelle vermerk/],
    [['ask', 'A?', '--limit', '5'], /--limit gibt es bei ask nicht/],
    [['search', 'A', '--limit', '0'], /1 bis 100/],
    [['search', 'A', '--limit', 'viele'], /1 bis 100/],
    [['norm', '§ 1', '--wrong'], /--wrong/],
    [['ask', 'A?', '--constructor'], /nicht zu verstehen|--constructor/],
  ])('%j', async (words, message) => {
    const { code, closed, err } = await run(words)
    expect({ code, closed }).toEqual({ code: 2, closed: 0 })
    expect(err).toMatch(message)
    expect(err).toContain('Aufruf: fundstelle')
  })

  test('--help is no error', async () => {
    expect(await run(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('Befehle') })
  })
})
