import { afterEach, describe, expect, test } from 'vitest'
import { ask, stopModels } from '../../tests/ask-invented.ts'
import { buildPassage } from '../../tests/build-passage.ts'
import { toDay } from '../law/day.ts'
import type { DocumentFlag } from '../law/flag.ts'

afterEach(stopModels)

const sentences = ['Die Gastkarte gilt drei Monate.']
const law = buildPassage({ norm: '§ 4', sentences })
const decree = buildPassage({
  norm: 'Nr. 2',
  abbreviation: 'Mustererlass',
  ofRank: 'decree',
  rank: 2,
  sentences: ['Die Gastkarte gilt erst nach der Zahlung.'],
})
const flag: DocumentFlag = {
  flagged: decree.document.id,
  section: null,
  kind: 'overtaken',
  message: 'Prüfen: § 4 MusterG wurde nach diesem Erlass geändert.',
  documentId: law.document.id,
  label: '§ 4 MusterG',
  changedOn: toDay('2024-06-01'),
  before: null,
  after: null,
}

async function asking(passages: (typeof law)[], flags: DocumentFlag[]) {
  const looked: string[][] = []
  const findFlags = async (ids: string[]) => {
    looked.push(ids)
    return flags
  }
  const { answer, saved } = await ask({ text: 'Wie lange gilt die Gastkarte?', passages, parts: { findFlags } })
  return { answer, saved, looked }
}

describe('an answer that cites a flagged decree', () => {
  test('says so at the place and above the sentences, and keeps it in its record', async () => {
    const { answer, saved } = await asking([law, decree], [flag])
    const cited = answer.citations.find(({ document }) => document.kind === 'decree')
    expect(cited?.flags).toMatchObject([{ kind: 'overtaken', message: flag.message, changedOn: '2024-06-01' }])
    expect(answer.notices).toContain(
      `Vor der Anwendung zu prüfen: [${cited?.number}]. Warum, steht bei der Fundstelle.`,
    )
    expect(answer.citations.find(({ document }) => document.kind === 'statute')).not.toHaveProperty('flags')
    expect(saved[0]?.citations).toEqual(answer.citations)
  })

  test('is not warned of what only another section is about', async () => {
    const { answer } = await asking([law, decree], [{ ...flag, section: 'Nr. 9' }])
    expect(JSON.stringify(answer)).not.toContain('rüfen: ')
  })

  test('looks nothing up where it cites the law alone', async () => {
    const { looked } = await asking([law], [flag])
    expect(looked).toEqual([])
  })
})
