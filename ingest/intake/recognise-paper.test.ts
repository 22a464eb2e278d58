import { describe, expect, test } from 'vitest'
import { makeMail } from '../../tests/office/make-mail.ts'
import { makePdf } from '../../tests/office/make-pdf.ts'
import { readPaper } from '../parse/paper/read-paper.ts'
import { recognisePaper } from './recognise-paper.ts'

/** Invented. */
const decree = `Ministerium für Musterwesen des Landes Musterland
Aktenzeichen 51-26.02-12/2024
Musterstadt, 15. Februar 2024
Betreff: Musterduldung

Die Musterduldung wird auf Antrag erteilt.
`
const line = (text: string, y: number, x = 70) => ({ text, y, x, size: 10 })

test('a letter with a block at its right has its own number and day, not those of the decree it speaks of', async () => {
  const letter = makePdf([
    [
      line('Ministerium für Musterwesen', 60),
      line('des Landes Musterland', 72),
      line('15. April 2025', 110, 400),
      line('An die', 140),
      line('Aktenzeichen', 140, 400),
      line('Bezirksregierungen', 152),
      line('51-26.03-44/2025', 152, 400),
      line('Musterstadt und Beispielhausen', 164),
      line('bei Antwort bitte angeben', 164, 400),
      line('Telefon 0211 0000-12', 190, 400),
      line('Mein Erlass vom 15. Februar 2024 – 51-26.02-12/2024', 290),
      line('Mit diesem Erlass hebe ich meinen Erlass vom 15. Februar 2024 – 51-26.02-12/2024 – auf, damit alle', 320),
      line('Behörden des Landes die Musterduldung künftig nach denselben Regeln erteilen und verlängern.', 332),
    ],
  ])
  expect(recognisePaper(await readPaper(letter, 'erlass.pdf')).particulars).toMatchObject({
    issuer: 'Ministerium für Musterwesen des Landes Musterland',
    fileNumbers: ['51-26.03-44/2025'],
    issuedOn: '2025-04-15',
    addressees: expect.arrayContaining(['Bezirksregierungen']),
    relations: [{ kind: 'repeals', issuedOn: '2024-02-15', fileNumber: '51-26.02-12/2024' }],
  })
})

describe('a mail', () => {
  const read = async (text: string) => recognisePaper(await readPaper(makeMail('WG: Musterduldung', text), 'mail.eml'))
  const head = 'Von: Musteramt\nGesendet: Dienstag, 5. März 2024 10:00\nAn: Kollegin\nBetreff: Musterduldung\n\n'

  test('that forwards a decree has the header of the decree', async () => {
    const quoted = decree.replaceAll(/^/gm, '> ')
    for (const text of [decree, quoted])
      expect((await read(`Zur Kenntnis.\n\n${head}${text}`)).particulars).toMatchObject({
        issuer: 'Ministerium für Musterwesen des Landes Musterland',
        fileNumbers: ['51-26.02-12/2024'],
        issuedOn: '2024-02-15',
      })
  })

  test('without a day in its text holds from the day it was sent', async () => {
    expect((await read('Ab sofort gilt die Musterkarte einen Monat.')).inForceFrom?.value).toBe('2024-03-05')
  })
})
