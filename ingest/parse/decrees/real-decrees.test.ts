import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decreesDir, describeOnDecrees } from '../../../tests/corpus.ts'
import { cutPaper } from '../../passages/cut-paper.ts'
import { revosax } from './decree-publishers.ts'
import { parseDecree } from './parse-decree.ts'

const folder = `${decreesDir}/revosax_sachsen_md`
const read = (name: string) => parseDecree(readFileSync(`${folder}/${name}`), name.replace(/\.md$/, ''), revosax)

describeOnDecrees('the 26 Saxon texts', () => {
  test('are all read, in sections with unique keys, and no character is lost in cutting', async () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
    expect(names).toHaveLength(26)
    for (const name of names) {
      const { norms } = await read(name)
      expect(norms.length, name).toBeGreaterThan(2)
      expect(new Set(norms.map(({ key }) => key)).size, name).toBe(norms.length)
      for (const norm of norms) {
        let at = 0
        for (const { start, end } of cutPaper(norm)) {
          expect(norm.text.slice(at, start).trim()).toBe('')
          at = end
        }
        expect(norm.text.slice(at).trim()).toBe('')
      }
    }
  })

  test.each([
    [
      'auslaender_sicherheitsueberpruefung_vwv.md',
      'decree',
      '2015-12-16',
      'VwV Sicherheitsüberprüfung Ausländer vom 16.12.2015',
    ],
    ['absehen_von_strafverfolgung_bei_auszuliefernden_auslaendern_vwv.md', 'decree', '2011-07-21', 'VwV AbsAus'],
    [
      'erstattung_kostenpauschale_nach___10_saechsflueag_vwv.md',
      'decree',
      '2019-12-18',
      'VwV Kostenerstattung vom 18.12.2019',
    ],
    ['aufenthaltsg_haertefallkommission_vo.md', 'statute', '2010-07-06', 'SächsHFKVO'],
    ['fluechtlingsaufnahmeg.md', 'statute', null, 'SächsFlüAG'],
    ['integration_und_teilhabe_g.md', 'statute', null, 'SächsIntG'],
    ['asylg_-_zustaendigkeiten_vo.md', 'statute', '2024-07-30', 'SächsAAZuVO'],
  ])('%s is a %s of %s, cited as %s', async (name, kind, issuedOn, abbreviation) => {
    const { document } = await read(name)
    expect(document).toMatchObject({ kind, abbreviation, enactedOn: issuedOn, territory: 'DE-SN' })
  })

  test('a regulation says which it ends, and from when', async () => {
    const { document, inForceFrom } = await read('erstattung_kostenpauschale_nach___10_saechsflueag_vwv.md')
    expect(inForceFrom).toBe('2020-01-01')
    expect(document.particulars?.relations.at(-1)).toMatchObject({ kind: 'repeals', issuedOn: '2008-02-05' })
  })

  test('the § of a state law are its norms, with their Absätze', async () => {
    const { norms } = await read('aufenthaltsg_ag.md')
    expect(norms.slice(1).map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      'norm § 1',
      'norm § 2',
      'norm § 3',
      'norm § 4',
    ])
    expect(norms[2]?.units.some(({ kind, number }) => kind === 'absatz' && number === '1')).toBe(true)
  })
})
