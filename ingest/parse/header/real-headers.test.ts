import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { corpusDir, describeOnRealLaw } from '../../../tests/corpus.ts'
import { recogniseHeader } from '../recognise-header.ts'

const decrees = join(dirname(corpusDir), 'decrees/revosax_sachsen_md')

function factsOf(name: string) {
  const text = readFileSync(join(decrees, name), 'utf8')
  const lines = text.split('\n').map((line) => line.replace(/^#+\s*/, '').trim())
  return recogniseHeader(lines.filter((line) => line !== '').map((line) => ({ text: line }))).particulars
}

describeOnRealLaw('The heads of Saxon decrees are recognised', () => {
  test.skipIf(!existsSync(decrees)).each([
    [
      'auslaender_sicherheitsueberpruefung_vwv.md',
      'Sächsisches Staatsministerium des Innern',
      '2015-12-16',
      ['2009-12-08'],
    ],
    ['asylg_-_zustaendigkeiten_vo.md', 'Sächsisches Staatsministerium des Innern', '2024-07-30', ['2008-12-22']],
    ['asylbewerber_aufenthalt_vo.md', 'Sächsische Staatsregierung', '2012-06-08', []],
    ['fluechtlingsaufnahmeg.md', null, null, []],
  ])('%s', (name, issuer, issuedOn, replaced) => {
    const found = factsOf(name)
    expect(found).toMatchObject({ issuer, issuedOn })
    expect(found.relations.map((one) => one.issuedOn)).toEqual(replaced)
  })
})
