import { describe, expect, test } from 'vitest'
import { parseOfficePaper } from './office-format.ts'

const letter = `Musterministerium des Innern des Landes Nordrhein-Westfalen

Az.: 14-39.06.01-7
Düsseldorf, 12. März 2024

An die
Bezirksregierungen

Erlass

Betreff: Gebühren der Musterkarte

Mit diesem Erlass wird die Gebühr der Musterkarte geregelt.

1. Gebühr

Die Gebühr beträgt sechzig Euro.

Der Erlass vom 03.04.2021 – 14-39.06.01-2 wird aufgehoben.
`
const parse = (text: string, name: string) => parseOfficePaper(new TextEncoder().encode(text), name, 'DE-NW')

describe('a paper that nobody looked at', () => {
  test('is a decree with its header, cited as offices cite, where issuer and day stand there', async () => {
    const { document, inForceFrom } = await parse(letter, 'gebuehr.txt')
    expect(document).toMatchObject({
      kind: 'decree',
      rank: 'decree',
      territory: 'DE-NW',
      particulars: { kindName: 'Erlass', fileNumbers: ['14-39.06.01-7'], issuedOn: '2024-03-12' },
    })
    expect(document.abbreviation).toMatch(/^Erlass Musterministerium des Innern.* vom 12\.03\.2024 – 14-39\.06\.01-7$/)
    expect(document.names).toEqual(expect.arrayContaining(['14-39.06.01-7', 'gebuehr.txt']))
    expect(document.particulars?.relations).toMatchObject([
      { kind: 'repeals', fileNumber: '14-39.06.01-2', issuedOn: '2021-04-03' },
    ])
    expect(inForceFrom).toBe('2024-03-12')
  })

  test('holds where the office is, unless its header names another Land or the Federation', async () => {
    const of = async (issuer: string, to = '') =>
      (await parse(`${issuer}\n\nErlass vom 12.03.2024\n\n${to}\n\n1. Gebühr\n\nEs gilt.\n`, 'x.txt')).document
        .territory
    expect(await of('Ministerium des Innern')).toBe('DE-NW')
    expect(await of('Sächsisches Staatsministerium des Innern')).toBe('DE-SN')
    expect(await of('Bundesministerium des Innern')).toBe('DE')
    expect(await of('FREISTAAT SACHSEN\nSTAATSMINISTERIUM DES INNERN')).toBe('DE-SN')
    expect(await of('Ministerium des Innern\nLand Brandenburg')).toBe('DE-BB')
    expect(await of('Stadt Dresden')).toBe('DE-SN')
    expect(await of('Ministerium des Innern', 'An die Ausländerbehörden des Landes Brandenburg')).toBe('DE-BB')
  })

  test('stays a notice where it says neither who issued it nor when', async () => {
    const { document, inForceFrom } = await parse('Erlass\n\nDie Gebühr beträgt sechzig Euro.\n', 'notiz.txt')
    expect(document).toMatchObject({ kind: 'paper', rank: 'notice', territory: 'DE-NW' })
    expect(inForceFrom).toBeUndefined()
  })
})
