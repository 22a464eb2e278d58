import type { ClaimRole } from '../../law/answer.ts'
import { fold } from '../../text/fold.ts'

/** Words by which a sentence of law shows what it is, folded; the first that match decide. */
const signs: [ClaimRole, RegExp][] = [
  [
    'exception',
    /^abweichend\b|\babweichend (davon|hiervon)\b|\bgilt nicht\b|\bgelten nicht\b|\bausgenommen\b|\bkeine anwendung\b|\bausnahme/,
  ],
  ['deadline', /\bfrist|\bbinnen\b|\bspatestens\b|\binnerhalb (von|ein)/],
  ['procedure', /\bantrag|\bzustandig|\bverfahren\b|\banzuhoren\b|\bschriftlich|\bmitzuteilen\b|\bvorzulegen\b/],
  [
    'consequence',
    /\berlischt\b|\berloschen\b|\bunwirksam\b|\bgilt als\b|\bzu versagen\b|\bwiderrufen\b|\bzuruckzunehmen\b/,
  ],
]

/**
 * What a sentence of law does, guessed from its words; `rule` where nothing speaks for another role. A rule that names its own
 * exception (`es sei denn`) is a rule.
 */
export function guessRole(sentence: string): ClaimRole {
  const folded = fold(sentence)
  return signs.find(([, sign]) => sign.test(folded))?.[0] ?? 'rule'
}
