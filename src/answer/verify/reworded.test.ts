import { expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import { toDay } from '../../law/day.ts'
import { numberEvidence } from '../compose/number-evidence.ts'
import { verify } from './verify.ts'

/** The verdict on a claim that cites one invented sentence; `doubted` where it stays with the objection of a rule. */
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
  return removed[0]?.reason ?? (claims[0]?.objection ? 'doubted' : 'kept')
}

const onRequest = 'Eine Gastkarte wird nur auf Antrag des Gastes erteilt.'
const neither = 'Gäste dürfen im Gästehaus weder rauchen noch kochen.'
const failed = 'Konnte der Gast kein Zimmer finden, kann das Gästehaus die Gastkarte um einen Monat verlängern.'
const stamp = 'Bei der Abreise ist auf der Gastkarte das Datum der Abreise anzugeben.'
const breakfast = 'Gäste können im Gästehaus ein Frühstück bestellen.'
const language = 'Der Gast muss über ausreichende Kenntnisse der deutschen Sprache verfügen.'
const blocked = 'Eine Auskunft über den Gast unterbleibt, wenn ein Sperrvermerk vorliegt.'
const waived = 'Von der Anzahlung des Gastes kann bei einer besonderen Härte abgesehen werden.'
const longest = 'Die Gültigkeitsdauer der Gastkarte darf die Dauer des Aufenthalts im Gästehaus nicht überschreiten.'
const ends = 'Die entzogene Gastkarte wird mit dem Entzug unwirksam, wenn das Gästehaus keinen anderen Tag bestimmt.'
const owner =
  'Das Gästehaus kann vom Eigentümer und, wenn er nicht selbst Gastgeber ist, vom Gastgeber Auskunft verlangen.'
const early = 'Die Gastkarte wird frühestens sechs Monate vor der Anreise erteilt.'
const form = 'Das Gästebuch ist schriftlich oder elektronisch zu führen.'
const moved = 'Wird der Einzug nach § 9 abgelehnt, so hat der Gast die Renovierung unverzüglich einzustellen.'
const kitchen = 'Wer im Gästehaus kochen will, bedarf der Erlaubnis.'
const shared = 'Gästehaus und Gäste können vereinbaren, dass mehrere Gäste sich ein Zimmer teilen.'
const liable = 'Gäste haften für Schäden im Gästehaus nur wie Mieter.'
const written = 'Der Antrag auf die Gastkarte kann nur schriftlich gestellt werden.'
const toddlers =
  'Kinder, die das sechste Lebensjahr noch nicht vollendet haben, sind im Gästehaus von der Zahlung befreit.'
const fifth = 'Die Daten des Gastes sind mit Ablauf des fünften Jahres nach der Abreise zu löschen.'
const again = 'Vor Ablauf eines Monats nach der Abreise kann der Gast keine neue Gastkarte beantragen.'
const parts = 'Von den Voraussetzungen des Absatzes 1 Nummer 2 und 4 kann bei Härte abgesehen werden.'

test.each([
  ['Ohne Antrag des Gastes wird keine Gastkarte erteilt.', onRequest, 'kept'],
  ['Eine Gastkarte wird ohne Antrag des Gastes erteilt.', onRequest, 'negation'],
  ['Gäste dürfen im Gästehaus nicht rauchen, weder allein noch beim Kochen.', neither, 'kept'],
  ['Findet der Gast kein Zimmer, kann das Gästehaus die Gastkarte einen Monat verlängern.', failed, 'kept'],
  ['Das Datum der Abreise muss die Gastkarte nennen.', stamp, 'kept'],
  ['Das Datum der Abreise muss die Gastkarte nicht nennen.', stamp, 'doubted'],
  ['Das Datum der Abreise kann die Gastkarte nennen.', stamp, 'doubted'],
  ['Wer im Gästehaus wohnt, darf dort ein Frühstück bekommen.', breakfast, 'kept'],
  ['Ein Frühstück muss der Gast im Gästehaus bestellen.', breakfast, 'modality'],
  ['Der Gast muss ausreichende Kenntnisse der deutschen Sprache (B1) haben.', language, 'kept'],
  ['Der Gast muss ausreichende Kenntnisse der deutschen Sprache (B2) haben.', language, 'number_not_in_source'],
  ['Liegt ein Sperrvermerk vor, werden über den Gast keine Auskünfte erteilt.', blocked, 'kept'],
  ['Auf die Anzahlung des Gastes kann bei besonderer Härte verzichtet werden.', waived, 'kept'],
  ['Auf die Anzahlung des Gastes kann bei besonderer Härte nicht verzichtet werden.', waived, 'doubted'],
  ['Länger als der Aufenthalt im Gästehaus darf die Gastkarte nicht gelten.', longest, 'kept'],
  [
    'Bestimmt das Gästehaus keinen anderen Tag, verliert die Gastkarte ihre Wirkung, sobald sie entzogen ist.',
    ends,
    'kept',
  ],
  ['Vom Eigentümer oder Gastgeber darf das Gästehaus Auskunft verlangen.', owner, 'kept'],
  ['Frühestens ein halbes Jahr vor der Anreise wird die Gastkarte erteilt.', early, 'kept'],
  ['Frühestens ein ganzes Jahr vor der Anreise wird die Gastkarte erteilt.', early, 'number_not_in_source'],
  ['Das Gästebuch kann schriftlich oder elektronisch geführt werden.', form, 'kept'],
  [
    'Wird der Einzug nach § 9 abgelehnt, so hat der Gast den Unterricht unverzüglich einzustellen.',
    moved,
    'not_entailed',
  ],
  [
    'Wird der Einzug nach § 9 abgelehnt, so hat der Gast die Zimmerrenovierung unverzüglich einzustellen.',
    moved,
    'kept',
  ],
  ['Ohne Erlaubnis darf niemand im Gästehaus kochen.', kitchen, 'kept'],
  ['Wer im Gästehaus kochen will, bedarf keiner Erlaubnis.', kitchen, 'negation'],
  ['Mehrere Gäste können sich ein Zimmer teilen, wenn das mit dem Gästehaus vereinbart ist.', shared, 'kept'],
  ['Gästehaus und Gäste müssen vereinbaren, dass mehrere Gäste sich ein Zimmer teilen.', shared, 'modality'],
  ['Gäste haften für Schäden im Gästehaus nicht strenger als Mieter.', liable, 'kept'],
  ['Gäste haften für Schäden im Gästehaus nicht wie Mieter.', liable, 'negation'],
  ['Erst wenn ein Monat seit der Abreise vergangen ist, kann der Gast eine neue Gastkarte beantragen.', again, 'kept'],
  ['Vor Ablauf eines Monats nach der Abreise kann der Gast eine neue Gastkarte beantragen.', again, 'negation'],
  ['Frühestens einen Monat nach der Abreise kann der Gast eine neue Gastkarte beantragen.', again, 'kept'],
  ['Der Antrag auf die Gastkarte muss schriftlich gestellt werden.', written, 'kept'],
  ['Der Antrag auf die Gastkarte kann schriftlich gestellt werden.', written, 'kept'],
  ['Kinder unter sechs Jahren zahlen im Gästehaus nichts.', toddlers, 'kept'],
  ['Kinder unter sieben Jahren zahlen im Gästehaus nichts.', toddlers, 'number_not_in_source'],
  ['Fünf Jahre nach der Abreise werden die Daten des Gastes gelöscht.', fifth, 'kept'],
  ['Sechs Jahre nach der Abreise werden die Daten des Gastes gelöscht.', fifth, 'number_not_in_source'],
  ['Auf die Voraussetzungen von Absatz 1 Nummer 2 und 4 kann bei Härte verzichtet werden.', parts, 'kept'],
  [
    'Auf die Voraussetzungen von Absatz 1 Nummer 3 und 4 kann bei Härte verzichtet werden.',
    parts,
    'reference_not_found',
  ],
])('%s: %s', (claim, sentence, verdict) => {
  expect(judge(claim, sentence)).toBe(verdict)
})
