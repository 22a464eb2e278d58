import type { LawName } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import { parseReferenceCases } from './parse-reference-cases.ts'
import { withGold } from './with-gold.ts'

/**
 * A reference set (JSON Lines) whose every question has the gold that its sources name, so that answers can be scored
 * without the collection. A set that gives all its gold itself comes back as it is, byte for byte.
 */
export async function setWithGold(jsonLines: string, registerOn: (day: Day) => Promise<LawName[]>): Promise<string> {
  const registers = new Map<Day, LawName[]>()
  const lines: string[] = []
  let isChanged = false
  for (const one of parseReferenceCases(jsonLines)) {
    const register = registers.get(one.as_of) ?? (await registerOn(one.as_of))
    registers.set(one.as_of, register)
    const resolved = withGold(one, register)
    isChanged ||= resolved.gold.length > one.gold.length
    lines.push(`${JSON.stringify(resolved)}\n`)
  }
  return isChanged ? lines.join('') : jsonLines
}
