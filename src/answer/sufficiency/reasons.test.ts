import { afterEach, expect, test } from 'vitest'
import { ask, card, rule, stopModels } from '../../../tests/ask-invented.ts'
import type { Why } from '../../law/passage.ts'

afterEach(stopModels)

const reply = { say: JSON.stringify({ claims: [{ ...rule, role: 'rule' }], open: [] }) }
const far: Why[] = [
  { by: 'vector', rank: 1, score: 0.45 },
  { by: 'asked', rank: 1, score: 9 },
]
const farther: Why[] = [
  { by: 'vector', rank: 1, score: 0.2 },
  { by: 'asked', rank: 1, score: 4 },
]
const isFitKnown = async () => true

test('what no statute answers is refused with a reason and the nearest passages, without citations, and no model is asked', async () => {
  const { answer, server } = await ask({ text: 'Welche Öffnungszeiten hat das Gästeamt?', play: reply })
  expect(answer).toMatchObject({ mode: 'abstained', abstention: { reason: 'out_of_scope' }, citations: [], claims: [] })
  expect(answer.abstention?.nearest.map(({ label }) => label)).toContain(card.label)
  expect(server?.requests).toEqual([])
})

test('a question that lacks the deciding facts is asked for them', async () => {
  const { answer } = await ask({ text: 'Bekomme ich eine Verlängerung?' })
  expect(answer).toMatchObject({ mode: 'abstained', abstention: { reason: 'needs_facts' }, citations: [] })
  expect(answer.answer).toMatch(/Bitte ergänzen/)
})

test('where it is only doubtful that what was found fits, no extract is shown, but a model may answer and is verified', async () => {
  const passages = [{ ...card, why: far }]
  const setting = { text: 'Wie alt wird ein Gehege höchstens?', passages, parts: { isFitKnown } }
  expect((await ask(setting)).answer).toMatchObject({ mode: 'abstained', abstention: { reason: 'out_of_scope' } })
  const { answer, server } = await ask({ ...setting, play: reply })
  expect(server?.requests).toHaveLength(1)
  expect(answer).toMatchObject({ mode: 'llm', claims: [{ text: rule.text }] })
})

test('where nothing found is near to the question, no model is asked', async () => {
  const passages = [{ ...card, why: farther }]
  const setting = { text: 'Wie alt wird ein Gehege höchstens?', passages, parts: { isFitKnown }, play: reply }
  const { answer, server } = await ask(setting)
  expect(answer).toMatchObject({ mode: 'abstained', abstention: { reason: 'out_of_scope' } })
  expect(server?.requests).toEqual([])
})

test("another Land's decree is shown as nearest and not applied", async () => {
  const decree = { ...card, territory: 'DE-BY' }
  const { answer } = await ask({
    text: 'Wie lange gilt die Gastkarte in Bayern?',
    parts: {
      territories: async () => ['DE', 'DE-BY'],
      retrieve: async ({ question }) => (question.territory === 'DE-BY' ? [decree, card] : [card]),
    },
  })
  expect(answer).toMatchObject({ mode: 'abstained', abstention: { reason: 'other_territory' }, citations: [] })
  expect(answer.abstention?.nearest).toEqual([decree])
})

test("where nothing is stored for the office's Land another's decree is named, also where the question names none", async () => {
  const decree = { ...card, territory: 'DE-BY' }
  const { answer } = await ask({
    text: 'Wie lange gilt die Gastkarte?',
    passages: [],
    parts: {
      territories: async () => ['DE-BY'],
      retrieve: async ({ question }) => (question.territory === 'DE-BY' ? [decree] : []),
    },
  })
  expect(answer).toMatchObject({ mode: 'abstained', abstention: { reason: 'other_territory' }, citations: [] })
  expect(answer.abstention?.nearest).toEqual([decree])
})
