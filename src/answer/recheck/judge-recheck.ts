import { germanDay, type Day } from '../../law/day.ts'
import type { Recheck, RecheckedCitation, RecheckedClaim } from '../../law/recheck.ts'

/** What sentences and places come to together, with a German sentence that says what to do. */
export function judgeRecheck(
  claims: RecheckedClaim[],
  citations: RecheckedCitation[],
  asOf: Day,
): Pick<Recheck, 'verdict' | 'message'> {
  const day = germanDay(asOf)
  if (claims.length === 0)
    return {
      verdict: 'holds',
      message: 'Diese Antwort enthielt keine Aussage. Ob es heute eine gibt, sagt nur eine neue Frage.',
    }
  const lost = claims.filter(({ state }) => state === 'no_longer').length
  if (lost > 0)
    return {
      verdict: 'no_longer',
      message: `Trägt am ${day} nicht mehr: ${lost} von ${counted(claims.length, 'Satz', 'Sätzen')}. Bitte die Frage neu stellen.`,
    }
  const other = citations.filter(({ state }) => state !== 'unchanged').length
  if (other > 0)
    return {
      verdict: 'changed',
      message: `Kein Satz ist am ${day} widerlegt, aber ${other} von ${counted(citations.length, 'Fundstelle', 'Fundstellen')} ${other === 1 ? 'lautet' : 'lauten'} anders. Bitte die Unterschiede lesen.`,
    }
  return { verdict: 'holds', message: `Gilt am ${day} weiter: Alle Fundstellen lauten wie zitiert.` }
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}
