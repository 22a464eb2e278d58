import { fold } from '../../text/fold.ts'

const limiting =
  /\b(?:nicht\p{L}*|kein\p{L}*|niemand\p{L}*|nie|niemals|weder|ohne|nur|lediglich|allein|ausschliesslich|ausser|ausgenommen|ausnahme\p{L}*|un(?!d\b|t|s|mittelbar|verzuglich)\p{L}{4,}|fehl\p{L}*|versag\p{L}*|verweiger\p{L}*|\p{L}*lehn\p{L}*|\p{L}*schliess\p{L}*|\p{L}*schloss\p{L}*|entfall\p{L}*|entfallt|entbehr\p{L}*|endet|verlier\p{L}*|verlust\p{L}*|verfall\p{L}*|erlisch\p{L}*|erlosch\p{L}*|unterbleib\p{L}*|untersag\p{L}*|verbot\p{L}*|verbiet\p{L}*|befrei\p{L}*|frei|los|\p{L}{4,}los(?:e[nrsm]?)?|abgesehen|verzicht\p{L}*|statt|sondern|uberschreit\p{L}*|ubersteig\p{L}*|weg\p{L}*)\b/u
/** With one of these the opposite may be said of the rest. */
const condition = /\b(?:hochstens|langstens|wenn|bis|soweit|sofern)\b/u
/** `lehnt … ab`, `bleibt … aus`: the part that turns the verb stands at the end of the clause, or after the verb. */
const parted =
  /\b(?:ab|aus|weg|entgegen)(?=\s*(?:[,.;:)]|$))|\b(?:lehn|sieh|sah|schliess|schloss|fall|fiel|bleib|blieb)\p{L}*\b.*\b(?:ab|aus|weg)\b/u

/** True where a text binds what it says to a condition or a limit. */
export function isConditional(text: string): boolean {
  return condition.test(fold(text))
}

/** True where a text limits, denies or excepts by any word: what it says may be said with or without a negation. */
export function limits(text: string): boolean {
  return limiting.test(fold(text)) || isParted(text)
}

/** True where a clause ends with the part of a verb that may turn it. */
export function isParted(text: string): boolean {
  return parted.test(fold(text))
}
