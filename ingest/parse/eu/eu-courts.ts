import { parseCelex } from '../../../src/law/eu/celex.ts'

/** Court of Justice, General Court, the former Civil Service Tribunal, by the letter of the CELEX number. */
export function courtOf(celex: string): string {
  const type = parseCelex(celex)?.type ?? ''
  return type.startsWith('T') ? 'EuG' : type.startsWith('F') ? 'EuGöD' : 'EuGH'
}

const kinds: Record<string, string> = { J: 'Urteil', O: 'Beschluss', V: 'Gutachten', C: 'Schlussanträge' }

/** What the second letter says: `CJ` a judgment, `CO` an order. */
export function kindOf(celex: string): string | null {
  return kinds[parseCelex(celex)?.type.charAt(1) ?? ''] ?? null
}
