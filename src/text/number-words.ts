const ones = ['null', 'ein', 'zwei', 'drei', 'vier', 'funf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwolf']
const teens: Record<string, number> = {
  sechzehn: 16,
  siebzehn: 17,
  dreizehn: 13,
  vierzehn: 14,
  funfzehn: 15,
  achtzehn: 18,
  neunzehn: 19,
}
const tens: Record<string, number> = {
  zwanzig: 20,
  dreissig: 30,
  vierzig: 40,
  funfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
}
const halves: Record<string, number> = {
  halb: 0.5,
  anderthalb: 1.5,
  eineinhalb: 1.5,
  zweieinhalb: 2.5,
  dreieinhalb: 3.5,
}

/** The value of a folded German number word (`einundzwanzig`, `zweihundert`, `dreier`, `halbes`); null for other words. */
export function numberWord(word: string): number | null {
  const half = halves[word] ?? halves[word.replace(/(?:e|es|en|em|er)$/, '')]
  return half ?? upToThousands(word) ?? upToThousands(word.replace(/(?:er|en|e|em|es|s)$/, ''))
}

const irregularOrdinals: Record<string, number> = { erst: 1, dritt: 3, siebt: 7, acht: 8 }

/** The value of a folded German ordinal in words (`sechsten`, `einundzwanzigste`); null for other words. */
export function ordinalWord(word: string): number | null {
  const base = /^(.*t)e[nrsm]?$/.exec(word)?.[1]
  if (base === undefined) return null
  return irregularOrdinals[base] ?? numberWord(base.slice(0, -1)) ?? numberWord(base.replace(/st$/, ''))
}

function upToThousands(word: string): number | null {
  const [, before, after] = /^(.*)tausend(?:und)?(.*)$/.exec(word) ?? []
  if (before === undefined || after === undefined) return upToHundreds(word)
  const [count, rest] = [before === '' ? 1 : upToHundreds(before), after === '' ? 0 : upToHundreds(after)]
  return count === null || rest === null ? null : count * 1000 + rest
}

function upToHundreds(word: string): number | null {
  const [, before, after] = /^(.*)hundert(?:und)?(.*)$/.exec(word) ?? []
  if (before === undefined || after === undefined) return upToNinetyNine(word)
  const [count, rest] = [before === '' ? 1 : upToNinetyNine(before), after === '' ? 0 : upToNinetyNine(after)]
  return count === null || rest === null ? null : count * 100 + rest
}

function upToNinetyNine(word: string): number | null {
  const simple = ones.indexOf(word)
  if (simple !== -1) return simple
  const [, unit = '', ten = ''] = /^(.*)und(.*)$/.exec(word) ?? []
  const [one, base] = [ones.indexOf(unit), tens[ten]]
  return teens[word] ?? tens[word] ?? (one > 0 && one < 10 && base !== undefined ? base + one : null)
}
