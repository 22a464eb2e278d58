import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDecree, relation } from '../../tests/build-decree.ts'
import { storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { findDocumentHistory } from './find-documents.ts'
import { findByText } from './find-passages.ts'
import { findRulings } from './find-rulings.ts'
import { reinstateDocument, withdrawDocument } from './withdraw-document.ts'

/** Invented sentences, as long as a short decree, with a word of their own to be found by. */
function words(own: string, also = ''): string {
  const sentences = Array.from(
    { length: 12 },
    (_, at) => `Satz ${at} über ${own} sagt der Musterstelle, was im Fall ${at * at + 3} der ${own} zu tun ist.`,
  )
  return `${sentences.join(' ')} ${also}`
}

await onBothDatabases('a decree that lies there twice', (database) => {
  const feed = (slug: string, text: string, parts: Partial<Parameters<typeof buildDecree>[0]> = {}) => {
    const decree = buildDecree({ slug, day: '2024-03-12', number: '26.01', sections: { 'Nr. 1': text }, ...parts })
    return storeStatute(database(), decree, toDay(parts.day ?? '2024-03-12'))
  }
  const found = async (own: string, asOf = '2024-06-01') => {
    const scope = { asOf: toDay(asOf), territory: 'DE-NW', kinds: null }
    const hits = await findByText(database(), { words: own, meanings: '' }, scope, 10)
    return [...new Set(hits.map(({ documentId }) => documentId))].toSorted()
  }

  test('answers once, by the one that says more of itself, and names the other', async () => {
    const bare = { fileNumbers: [], issuedOn: null }
    await feed('otter-docx', words('Otter'), { day: '2024-05-01', particulars: bare })
    await feed('otter-pdf', words('Otter').replaceAll(' ', '\n'))
    expect(await found('Otter')).toEqual(['office:otter-pdf'])
    const history = await findDocumentHistory(database(), 'office:otter-pdf')
    expect(history?.nearDuplicates).toMatchObject([{ documentId: 'office:otter-docx', similarity: 1, isSame: true }])
  })

  test('answers once where a mail frames it, if day and Aktenzeichen are the same', async () => {
    const frame =
      'Von der Musterstelle an alle Behörden weitergeleitet zur Kenntnis und mit der Bitte um Beachtung im Haus'
    await feed('nerz', words('Nerz'), { number: '44.1' })
    await feed('nerz-mail', words('Nerz', frame), { number: '44.1' })
    expect(await found('Nerz')).toEqual(['office:nerz'])
  })

  test('answers by the PDF where nothing else tells them apart: its pages can be cited', async () => {
    await feed('iltis.docx', words('Iltis'))
    await feed('iltis.pdf', words('Iltis'))
    expect(await found('Iltis')).toEqual(['office:iltis.pdf'])
  })

  test('answers by the other as soon as the one is withdrawn, and again by the one when it is back', async () => {
    await feed('dachs-1', words('Dachs'))
    await feed('dachs-2', words('Dachs', 'Anlage beigefügt.'))
    expect(await found('Dachs')).toEqual(['office:dachs-1'])
    await withdrawDocument(database(), 'office:dachs-1')
    expect(await found('Dachs')).toEqual(['office:dachs-2'])
    await reinstateDocument(database(), 'office:dachs-1')
    expect(await found('Dachs')).toEqual(['office:dachs-1'])
  })

  test('is ended in both its copies by the decree that takes its place', async () => {
    await feed('luchs-1', words('Luchs'), { number: '31.7' })
    await feed('luchs-2', words('Luchs'), { number: '31.7' })
    const relations = [relation('replaces', '31.7', '2024-03-12')]
    await feed('luchs-neu', words('Wildkatze'), { day: '2024-09-01', number: '31.8', particulars: { relations } })
    expect(await found('Luchs')).toEqual(['office:luchs-1'])
    expect(await found('Luchs', '2024-10-01')).toEqual([])
    await withdrawDocument(database(), 'office:luchs-1')
    expect(await found('Luchs', '2024-08-31')).toEqual(['office:luchs-2'])
    expect(await found('Luchs', '2024-10-01')).toEqual([])
  })

  test.each([
    ['on another day', { day: '2024-04-12' }],
    ['under another Aktenzeichen', { number: '26.02' }],
    ['for another Land', { territory: 'DE' }],
  ])('stands for itself where the same words were issued %s', async (_, parts) => {
    const own = `Biber${Object.keys(parts)[0]}`
    await feed(`${own}-1`, words(own))
    await feed(`${own}-2`, words(own), parts)
    expect(await found(own)).toEqual([`office:${own}-1`, `office:${own}-2`])
  })

  describe('a decision that two publishers have', () => {
    const ecli = 'ECLI:DE:BVerwG:2098:190398U1C12.98.0'
    const ruling = (id: string, text: string, particulars = {}, number = '1 C 12.98') => {
      const built = buildDecree({ slug: id, day: '2098-03-19', number, sections: { Gründe: text } })
      const facts = { ...built.document.particulars!, ecli, ...particulars }
      const names = [number, ...(facts.ecli ? [facts.ecli] : [])]
      const own = { kind: 'ruling' as const, rank: 'ruling' as const, territory: 'DE', names }
      return storeStatute(
        database(),
        { ...built, document: { ...built.document, ...own, id, particulars: facts } },
        toDay('2098-03-19'),
      )
    }

    test('answers once, by the official one, whatever words each has made of it', async () => {
      await ruling('bverwg:190398U1C12.98.0', words('Fischreiher', 'Der Senat.'))
      expect(await found('Fischreiher', '2099-01-01')).toEqual(['bverwg:190398U1C12.98.0'])
      await ruling('rii:WBRE209800001', 'Auch hier geht es um den Fischreiher, in ganz anderen Worten.', {
        ecli: ecli.toLowerCase(),
      })
      expect(await found('Fischreiher', '2099-01-01')).toEqual(['rii:WBRE209800001'])
      const asked = await findRulings(database(), ['1 C 12.98'])
      expect(asked.map(({ documentId }) => documentId)).toEqual(['rii:WBRE209800001'])
      const history = await findDocumentHistory(database(), 'rii:WBRE209800001')
      expect(history?.nearDuplicates).toMatchObject([{ documentId: 'bverwg:190398U1C12.98.0', isSame: true }])
    })

    test('answers by the other once the official one is gone, and by the one that knows its day before both', async () => {
      await withdrawDocument(database(), 'rii:WBRE209800001')
      expect(await found('Fischreiher', '2099-01-01')).toEqual(['bverwg:190398U1C12.98.0'])
      await reinstateDocument(database(), 'rii:WBRE209800001')
      await ruling('rii:WBRE209800000', 'Noch einmal Fischreiher, ohne Tag.', { issuedOn: null, fileNumbers: [] })
      expect(await found('Fischreiher', '2099-01-01')).toEqual(['rii:WBRE209800001'])
    })

    test('is two where each has an ECLI of its own', async () => {
      await ruling('bverwg:eigen', 'Kormorane sind gemeint.', { ecli: 'ECLI:DE:BVerwG:2098:190398U1C13.98.0' })
      await ruling('rii:eigen', 'Kormorane sind gemeint, anders.', { ecli: 'ECLI:DE:BVerwG:2098:190398U1C14.98.0' })
      expect(await found('Kormorane', '2099-01-01')).toEqual(['bverwg:eigen', 'rii:eigen'])
    })

    describe('and only one of them, or none, gives it an ECLI', () => {
      const bare = { ecli: null, issuer: 'VGH München', kindName: 'Beschluss' }
      /** The same decision as another publisher has it: half of its words are alike. */
      const retold = (word: string) => `${words(word)} ${words(`die Nebenentscheidung zu ${word}`)}`

      test('answers once: court, Aktenzeichen and day tell', async () => {
        await ruling('bayern:silber', words('Silberreiher'), bare, '19 C 98.77')
        const facts = { ...bare, ecli: 'ECLI:DE:BAYVGH:2098:0319.19C98.77.00', issuer: 'BayVGH' }
        await ruling('neuris:silber', retold('Silberreiher'), facts, '19 C 98/77')
        expect(await found('Silberreiher', '2099-01-01')).toEqual(['bayern:silber'])
        const asked = await findRulings(database(), ['19 C 98.77'])
        expect(asked.map(({ documentId }) => documentId)).toEqual(['bayern:silber'])
        const history = await findDocumentHistory(database(), 'bayern:silber')
        expect(history?.nearDuplicates).toMatchObject([{ documentId: 'neuris:silber', isSame: true }])
        await withdrawDocument(database(), 'bayern:silber')
        expect(await found('Silberreiher', '2099-01-01')).toEqual(['neuris:silber'])
      })

      test.each([
        ['1', 'of another court', { issuer: 'VG München' }, retold('Kranich1')],
        ['2', 'of another kind', { kindName: 'Urteil' }, retold('Kranich2')],
        ['3', 'of another day', { issuedOn: '2098-03-20' }, retold('Kranich3')],
        [
          '4',
          'of quite other words',
          {},
          'Kranich4 bekommt keine Hilfe für die Kosten des Verfahrens, weil er genug hat.',
        ],
      ])('is two where the second is (%s) %s', async (at, _, facts, text) => {
        const number = `19 C 98.8${at}`
        await ruling(`bayern:kranich-${at}`, words(`Kranich${at}`), bare, number)
        await ruling(`neuris:kranich-${at}`, text, { ...bare, ...facts }, number)
        expect(await found(`Kranich${at}`, '2099-01-01')).toEqual([`bayern:kranich-${at}`, `neuris:kranich-${at}`])
      })

      test('is two where one publisher has both', async () => {
        await ruling('bayern:ibis-1', words('Ibis'), bare, '19 C 98.90')
        await ruling('bayern:ibis-2', retold('Ibis'), bare, '19 C 98.90')
        expect(await found('Ibis', '2099-01-01')).toEqual(['bayern:ibis-1', 'bayern:ibis-2'])
      })
    })
  })

  test('is not one with a decree from the same template about something else', async () => {
    await feed('igel', words('Igel'))
    await feed('marder', words('Marder'))
    expect(await found('Marder')).toEqual(['office:marder'])
  })

  test('answers by the same one whatever the order of feeding', async () => {
    let runs = 0
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), async (order) => {
        runs += 1
        const own = `Reiher${runs}`
        for (const copy of order)
          await feed(
            `${own}-${copy}`,
            words(own),
            copy === 2 ? { day: '2024-05-05', particulars: { fileNumbers: [], issuedOn: null } } : {},
          )
        expect(await found(own)).toEqual([`office:${own}-0`])
      }),
      { numRuns: 6 },
    )
  })
})
