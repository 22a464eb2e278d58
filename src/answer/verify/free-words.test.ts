import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import { toDay } from '../../law/day.ts'
import { numberEvidence } from '../compose/number-evidence.ts'
import { verify } from './verify.ts'

/** The verdict on a claim that cites one invented sentence: the reason of removal, or what supports it. */
function judge(text: string, sentence: string): string {
  const evidence = numberEvidence([buildPassage({ sentences: [sentence] })])
  const draft = { claims: [{ text, role: 'rule' as const, evidenceIds: ['E1'] }], open: [], malformed: [] }
  const context = {
    asOf: toDay('2025-03-05'),
    register: [],
    lookup: () => 'not_checked' as const,
    ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
  }
  const { claims, removed } = verify(draft, evidence, context)
  return removed[0]?.reason ?? claims[0]?.supports ?? 'lost'
}

const longest = 'Die Gastkarte wird für höchstens drei Jahre ausgestellt.'
const notice = 'Der Gast hat seine Abreise spätestens zwei Wochen vor dem Abreisetag dem Gästehaus anzuzeigen.'
const pause = 'Länger als sechs Stunden dürfen Gäste im Lesesaal nicht ohne Aufsicht lesen.'
const adults = 'Die Aufsicht im Lesesaal führen volljährige Gäste.'
const age = 'Die Kinderkarte gilt für Gäste, die das 16. Lebensjahr noch nicht vollendet haben.'
const hours = 'Der Sprachkurs für Gäste umfasst 600 Unterrichtsstunden.'
const daily = 'Im Lesesaal dürfen Gäste täglich höchstens acht Stunden lesen.'
const half = 'Der Eigentümer des Gästehauses trägt die Hälfte der Kosten der Renovierung.'
const months = 'Maßgeblich für den Rabatt sind die letzten drei Kalendermonate vor der Anreise.'
const working = 'Das Gästehaus antwortet dem Gast innerhalb von drei Werktagen.'
const course = 'Der Sprachkurs für Gäste dauert mindestens sechs Wochen und höchstens acht Wochen.'
const ages =
  'Die Gastkarte kann vom vollendeten sechzehnten, der Ausweis kann vom vollendeten vierzehnten Lebensjahr an beantragt werden.'
const budget = 'Für die Renovierung stehen dem Gästehaus 2 000 000 Euro zur Verfügung.'
const fine = 'Das Bußgeld für das Gästehaus beträgt höchstens 50 Euro.'

describe('a measure is read by what it means', () => {
  test.each([
    ['Für 36 Monate wird die Gastkarte höchstens ausgestellt.', longest],
    ['Länger als drei Jahre wird die Gastkarte nicht ausgestellt.', longest],
    ['Mehr als 50 Euro darf das Bußgeld für das Gästehaus nicht betragen.', fine],
    ['Seine Abreise muss der Gast mindestens 14 Tage vorher dem Gästehaus anzeigen.', notice],
    ['Nach spätestens sechs Stunden muss im Lesesaal eine Aufsicht zu den Gästen kommen.', pause],
    ['Wer im Lesesaal die Aufsicht führt, muss mindestens 18 Jahre alt sein.', adults],
    ['Unter 16 Jahren bekommt ein Gast die Kinderkarte.', age],
    ['Der Sprachkurs hat 600 Stunden.', hours],
    ['An einem Tag darf ein Gast bis zu acht Stunden im Lesesaal lesen.', daily],
    ['50 Prozent der Kosten der Renovierung trägt der Eigentümer.', half],
    ['Der Sprachkurs dauert nicht weniger als 6 und nicht mehr als 8 Wochen.', course],
    ['Den Ausweis bekommt man ab 14 Jahren, die Gastkarte erst mit 16.', ages],
    ['Das Gästehaus hat zwei Millionen Euro für die Renovierung.', budget],
    ['Für den Rabatt zählen die drei Monate vor der Anreise.', months],
    ['Das Gästehaus schuldet einem im Jahr der Anreise innerhalb von drei Werktagen eine Antwort.', working],
    ['Nach drei Werktagen steht dem Gast ein freier Tag und eine Antwort zu.', working],
  ])('%s', (claim, sentence) => {
    expect(['rule', 'not_checked']).toContain(judge(claim, sentence))
  })
})

describe('another measure is still another', () => {
  test.each([
    ['Für 24 Monate wird die Gastkarte höchstens ausgestellt.', longest],
    ['Die Gastkarte wird für mindestens drei Jahre ausgestellt.', longest],
    ['Länger als vier Jahre wird die Gastkarte nicht ausgestellt.', longest],
    ['Die Gastkarte wird für höchstens drei Monate ausgestellt.', longest],
    ['Seine Abreise muss der Gast mindestens 21 Tage vorher dem Gästehaus anzeigen.', notice],
    ['Wer im Lesesaal die Aufsicht führt, muss mindestens 21 Jahre alt sein.', adults],
    ['Unter 18 Jahren bekommt ein Gast die Kinderkarte.', age],
    ['Der Sprachkurs dauert nicht weniger als 6 und nicht mehr als 9 Wochen.', course],
    ['Den Ausweis bekommt man ab 14 Jahren, die Gastkarte erst mit 17.', ages],
    ['Das Gästehaus hat drei Millionen Euro für die Renovierung.', budget],
    ['An einem Tag darf ein Gast bis zu neun Stunden im Lesesaal lesen.', daily],
    ['In einer Woche darf ein Gast bis zu acht Stunden im Lesesaal lesen.', daily],
    ['25 Prozent der Kosten der Renovierung trägt der Eigentümer.', half],
    ['Das Gästehaus antwortet dem Gast innerhalb von drei Tagen.', working],
  ])('%s', (claim, sentence) => {
    expect(judge(claim, sentence)).toBe('number_not_in_source')
  })
})

const forbidden =
  'Der Konsum von Wein durch Gäste, die das 16. Lebensjahr noch nicht vollendet haben, ist im Gästehaus verboten.'
const name = 'Wer zu einem Fest im Gästehaus einlädt, muss in der Einladung seinen Namen angeben.'
const silence =
  'Lehnt das Gästehaus den Antrag des Gastes nicht innerhalb von sechs Wochen ab, gilt die Gastkarte als erteilt.'
const late =
  'Ergeht innerhalb eines Jahres keine Entscheidung über die Gastkarte, gilt die vorläufige Gastkarte als erteilt.'
const stay = 'Im Lesesaal dürfen Gäste ihre Taschen behalten.'
const only = 'Ein Zimmer darf nur vermietet werden, wenn es zuvor gereinigt worden ist.'
const claimed = 'Jeder Gast hat gegenüber dem Gästehaus einen Anspruch auf Zugang zu amtlichen Aushängen.'

describe('what is denied in other words is not called the opposite', () => {
  test.each([
    ['Unter 16 Jahren dürfen Gäste im Gästehaus keinen Wein trinken.', forbidden],
    ['Wer zu einem Fest im Gästehaus einlädt, darf in der Einladung seinen Namen nicht weglassen.', name],
    ['Wird der Antrag des Gastes nicht innerhalb von sechs Wochen abgelehnt, ist die Gastkarte erteilt.', silence],
    ['Bleibt die Entscheidung über die Gastkarte ein Jahr aus, gilt die vorläufige Gastkarte als erteilt.', late],
    ['Ein Zimmer muss gereinigt worden sein, bevor es vermietet werden darf.', only],
    ['Jeder Gast kann vom Gästehaus Zugang zu amtlichen Aushängen verlangen.', claimed],
  ])('%s', (claim, sentence) => {
    expect(['rule', 'not_checked']).toContain(judge(claim, sentence))
  })
})

test('the same verb denied where the norm affirms it is still the opposite', () => {
  expect(judge('Gäste dürfen im Lesesaal ihre Taschen nicht behalten.', stay)).toBe('negation')
  expect(judge('Ihre Taschen dürfen Gäste nicht im Lesesaal behalten.', stay)).toBe('negation')
})

test('a claim that may say the opposite is not called carried by rule', () => {
  const claim = 'Wer zu einem Fest im Gästehaus einlädt, darf in der Einladung seinen Namen nicht weglassen.'
  expect(judge(claim, name)).toBe('not_checked')
})

test('a bound turned in a sentence that is repeated is another bound', () => {
  expect(judge('Die Gastkarte wird für mehr als drei Jahre ausgestellt.', longest)).toBe('number_not_in_source')
})
