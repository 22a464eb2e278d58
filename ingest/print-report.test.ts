import { describe, expect, it } from 'vitest'
import { toDay } from '../src/law/day.ts'
import { printDifference, printReport } from './print-report.ts'
import { exitCodeOf, summarise, type ItemReport } from './report.ts'

const day = toDay('2025-03-01')
const run = { source: 'Ordner /srv/recht', dryRun: false, ignored: [], tookMs: 161_000 }
const item = (slug: string, rest: Omit<ItemReport, 'slug' | 'day'>): ItemReport => ({ slug, day, ...rest })

const changed = item('muster', {
  outcome: 'changed',
  abbreviation: 'MusterG',
  norms: { added: ['§ 9a'], changed: ['§ 5', '§ 11'], removed: [] },
})
const failed = item('kaputt', { outcome: 'failed', reason: 'Die Datei ist beschädigt. Bitte erneut beschaffen.' })

describe('the report of a run', () => {
  it('reads as a clerk would tell it', () => {
    const report = summarise({ ...run, ignored: [{ name: 'LIESMICH.md', reason: 'Keine XML-Datei.' }] }, [
      item('neu', { outcome: 'added' }),
      changed,
      item('gleich', { outcome: 'unchanged' }),
      failed,
    ])
    expect(printReport(report)).toBe(`Quelle: Ordner /srv/recht
4 Gesetzestexte bearbeitet in 2 Minuten 41 Sekunden.

  neu                    1
  geändert               1
  unverändert            1
  nicht eingelesen       1

Geändert:
  MusterG (muster), Text vom 01.03.2025: geändert § 5, § 11; neu § 9a

Nicht eingelesen:
  kaputt, Text vom 01.03.2025: Die Datei ist beschädigt. Bitte erneut beschaffen.

Übergangene Dateien:
  LIESMICH.md: Keine XML-Datei.

1 Text wurde nicht eingelesen. Alles Übrige ist gespeichert. Vorhandenes bleibt, wie es war; ein neuer Lauf holt das Fehlende nach.
`)
  })

  it('is short where nothing happened', () => {
    const text = printReport(summarise({ ...run, tookMs: 300 }, [item('gleich', { outcome: 'unchanged' })]))
    expect(text).toContain('1 Gesetzestext bearbeitet in weniger als einer Sekunde.')
    expect(text).not.toContain('Geändert:')
    expect(text.trimEnd()).toMatch(/Alles ist eingelesen\.$/)
  })

  it('says of a dry run that nothing was written', () => {
    expect(printReport(summarise({ ...run, dryRun: true }, [changed]))).toContain(
      'Probelauf: Es wurde nichts geschrieben.',
    )
  })

  it('stays readable with thousands of failures', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ ...failed, slug: `g${index}` }))
    const text = printReport(summarise(run, many))
    expect(text.split('\n').length).toBeLessThan(60)
    expect(text).toContain('… und 2960 weitere (alle mit --json)')
  })

  it('gives exit code 1 as soon as one text failed', () => {
    expect(exitCodeOf([summarise(run, [changed])])).toBe(0)
    expect(exitCodeOf([summarise(run, [changed]), summarise(run, [failed])])).toBe(1)
  })
})

describe('the difference a dry run shows', () => {
  it('names each norm with its old and new words', () => {
    const differences = [
      { norm: '§ 5', before: 'Sie gilt 12 Monate.', after: 'Sie gilt 18 Monate.' },
      { norm: '§ 9a', before: null, after: 'Geschwister\nNachziehen dürfen auch Geschwister.' },
      { norm: '§ 14', before: 'Es gibt Geld.', after: null },
      { norm: '§ 15', before: 'Es gibt mehr.', after: '' },
    ]
    expect(printDifference({ ...changed, differences }))
      .toBe(`MusterG (muster), Text vom 01.03.2025: geändert § 5, § 11; neu § 9a
  § 5 – geändert:
    Sie gilt [12 → 18] Monate.
  § 9a – neu: Geschwister Nachziehen dürfen auch Geschwister.
  § 14 – entfallen, bisher: Es gibt Geld.
  § 15 – entfallen, bisher: Es gibt mehr.
`)
  })

  it('is empty for a new law, which is new as a whole', () => {
    expect(printDifference({ ...changed, outcome: 'added', differences: [] })).toBe('')
  })
})
