import type { Evidence, RemovalReason, ResolvedReference } from '../../law/answer.ts'
import type { SentenceVerdict } from '../../law/checked-text.ts'
import { germanDay } from '../../law/day.ts'
import { findDates } from '../../text/dates.ts'
import type { VerifyContext } from './check.ts'
import { judgeReference } from './prose-references.ts'
import { judgeClaim } from './verify.ts'

/**
 * Whether the norms that a sentence of somebody's text names carry it: the same rules that a model's claims are held
 * against, here with every sentence of the named norms as evidence. The text is another's and mixes law with the facts
 * of a case, so a finding says "does not stand in the norm", never "is false". Pure.
 */
export function judgeSentence(
  sentence: { text: string; references: ResolvedReference[] },
  evidence: Evidence[],
  context: VerifyContext,
): SentenceVerdict {
  const unknownRuling = sentence.references.find(
    (reference) => reference.kind === 'case' && context.ruling(reference).verdict === 'not_found',
  )
  if (unknownRuling)
    return refused(
      'reference_not_found',
      `${unknownRuling.text} ist in der Sammlung der Entscheidungen nicht enthalten.`,
    )
  const norms = sentence.references.filter(({ kind }) => kind === 'norm')
  const judged = norms.map((reference) => judgeReference(reference, context))
  const missing = judged.find(({ verdict }) => verdict === 'not_found')
  if (missing) return refused('reference_not_found', `${missing.text} gibt es nicht.`)
  const past = judged.find(({ inForce }) => inForce === false)
  if (past) return refused('not_in_force', `${past.text} galt am ${germanDay(context.asOf)} nicht.`)
  const unknown = judged.find(({ verdict }) => verdict === 'not_checked')
  if (unknown) return unchecked(`${unknown.text} lässt sich keinem Gesetz der Sammlung zuordnen.`)
  if (norms.length === 0 && evidence.length === 0) return unchecked('Ein Aktenzeichen allein lässt sich nicht prüfen.')
  if (evidence.length === 0)
    return unchecked('Die genannten Vorschriften haben keinen Text, der sich vergleichen lässt.')
  const verdict = judgeClaim(sentence.text, evidence, context)
  if (verdict === 'rule') return { supports: 'rule', reason: null, detail: null }
  if (verdict === 'not_checked') return unchecked('Dafür reichen die Regeln nicht; bitte selbst vergleichen.')
  // Dates of a decision are mostly the case's own: only a norm that has one itself can speak against another.
  if (verdict.reason === 'date_not_in_source' && !evidence.some(({ text }) => findDates(text).length > 0))
    return unchecked(`${verdict.detail} Ist es eine Tatsache des Falls, lässt es sich nicht prüfen.`)
  return refused(verdict.reason, verdict.detail)
}

function refused(reason: RemovalReason, detail: string): SentenceVerdict {
  return { supports: 'not_supported', reason, detail }
}

function unchecked(detail: string): SentenceVerdict {
  return { supports: 'not_checked', reason: null, detail }
}
