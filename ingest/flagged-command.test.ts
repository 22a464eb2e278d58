import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type Day, toDay } from '../src/law/day.ts'
import { runFlaggedCommand } from './flagged-command.ts'

const named = { documentId: 'office:muster', abbreviation: 'Mustererlass', title: 'Muster', territory: 'DE-NW' }
const flag = {
  kind: 'overtaken' as const,
  message: 'Prüfen: § 1 MusterG wurde nach diesem Erlass geändert.',
  documentId: 'gii:muster',
  label: '§ 1 MusterG',
  changedOn: toDay('2024-06-01'),
  before: null,
  after: null,
  section: 'Nr. 2',
}
const unclear = [
  {
    ...named,
    kind: 'repeals' as const,
    text: 'Erlass vom 1.1.2020',
    problem: 'incomplete' as const,
    message: 'Es fehlt etwas.',
  },
]

async function run(words: string[]) {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const asked: Day[] = []
  const find = async (asOf: Day) => {
    asked.push(asOf)
    return { asOf, flagged: [{ ...named, flags: [flag] }], unclear }
  }
  const code = await runFlaggedCommand(words, { find, out, err })
  return { code, asked, out: String(out.read() ?? ''), err: String(err.read() ?? '') }
}

test('lists what to check with its section, and what has no effect with the reason', async () => {
  const { code, out, asked } = await run(['--as-of', '2024-07-01'])
  expect([code, asked]).toEqual([0, ['2024-07-01']])
  expect(out).toBe(
    'Mustererlass (office:muster)\n  Nr. 2: Prüfen: § 1 MusterG wurde nach diesem Erlass geändert.\n' +
      'Mustererlass (office:muster)\n  ohne Wirkung: „Erlass vom 1.1.2020“. Es fehlt etwas.\n1 zu prüfen, 1 Angaben ohne Wirkung.\n',
  )
  expect(JSON.parse((await run(['--json'])).out)).toMatchObject({ flagged: [{ documentId: 'office:muster' }] })
})

test.each([[['--as-of']], [['--as-of', 'gestern']], [['alles']]])('is not run as %j', async (words) => {
  const { code, err, asked } = await run(words)
  expect([code, asked]).toEqual([2, []])
  expect(err).toContain('Aufruf: npm run ingest -- flagged')
})
