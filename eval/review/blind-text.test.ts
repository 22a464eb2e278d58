import { describe, expect, test } from 'vitest'
import { inventedRun } from '../../tests/invented-runs.ts'
import { blindFor } from './blind-text.ts'

const runs = ['basepeak 2026-10', 'Muster-Assistent'].map((system) => inventedRun(system, [1]))
runs[1]!.facts.model = 'erfunden-7b-instruct'
const blind = blindFor(runs)
const shown = (answer: string) => blind({ answer, sources: [] }).paragraphs.join('\n')

describe('a blind answer', () => {
  test.each([
    ['**Drei** Stempel sind nötig [^1].', 'Drei Stempel sind nötig [1].'],
    ['Drei Stempel【1†muster.pdf】sind nötig [Quelle 2].', 'Drei Stempel[1]sind nötig [2].'],
    ['Drei Stempel sind nötig [1, 2; 3].', 'Drei Stempel sind nötig [1] [2] [3].'],
    ['## Antwort\n\n* eins\n* zwei\n- drei', 'Antwort\n– eins\n– zwei\n– drei'],
    ['1. eins\r\n2. zwei', '1. eins\n2. zwei'],
    [
      'Siehe [§ 1 MusterG](https://muster.example/1) oder https://muster.example/2.',
      'Siehe § 1 MusterG oder [Adresse]',
    ],
    ['„Drei“ «Stempel» ✅', '"Drei" "Stempel"'],
    ['Drei <b>Stempel</b> * 2 = sechs `Stempel`', 'Drei Stempel * 2 = sechs Stempel'],
  ])('%j is shown as %j', (answer, expected) => {
    expect(shown(answer)).toBe(expected)
  })

  test.each([
    'Als basepeak antworte ich:',
    'Ich bin BASEPEAK 2026-10.',
    'Der Muster-Assistent meint:',
    'Ich bin erfunden-7b-instruct, ein Modell.',
    'Als ChatGPT von OpenAI weiß ich:',
    'Siehe Fundstellen 1 und 2.',
  ])('%j names nobody', (answer) => {
    expect(shown(answer)).not.toMatch(/basepeak|muster-assistent|erfunden|gpt|openai|fundstelle/i)
    expect(shown(answer)).toContain('[Name]')
  })

  test('keeps words of the language that names are made of', () => {
    expect(shown('Der Antrag ist ein Muster, kein Test.')).toContain('kein Test')
  })

  test.each([
    ['[1] §18g, Absatz 1 Satz 2 AufenthG', '§ 18g Abs. 1 Satz 2 AufenthG'],
    ['2. § 18g Abs.1 S. 2 AufenthG', '§ 18g Abs. 1 Satz 2 AufenthG'],
    ['Art 6 Nummer 2 MusterVO', 'Art. 6 Nr. 2 MusterVO'],
    ['Art. 6 Nr.2 MusterVO', 'Art. 6 Nr. 2 MusterVO'],
    ['Erlass des Musterministeriums vom 1. Mai 2020', 'Erlass des Musterministeriums vom 1. Mai 2020'],
  ])('the source %j is written as %j', (written, expected) => {
    expect(blind({ answer: '', sources: [{ written, quote: null }] }).sources[0]?.written).toBe(expected)
  })
})
