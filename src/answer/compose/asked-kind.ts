import { fold } from '../../text/fold.ts'

/** What a question wants to know, each with the words that ask for it and those in which a sentence of law gives it (folded). */
const kinds: { asks: RegExp; gives: RegExp }[] = [
  {
    asks: /\bwie lang|\bfrist|\bdauer|\b(ab|bis|seit) wann\b|\binnerhalb|\bwann\b|\bwie viele? (jahre|monate|wochen|tage)|\bwie vielen (jahren|monaten)/,
    gives: /\b(jahr|monat|woche|tag|stunde)(e[ns]?|s|n)?\b|frist|lebensjahr|unverzuglich/,
  },
  {
    asks: /\bkostet|\bkosten|\bgebuhr|\bwie hoch\b|\beuro|\bbetra[ge]/,
    gives: /\beuro\b|€|\bprozent\b|gebuhrenfrei|gebuhr/,
  },
  {
    asks: /\bwer\b.{0,40}\b(zustandig|entscheidet|stellt|erteilt|ordnet|pruft)|\bwelche (behorde|stelle)|\bzustandig/,
    gives: /behorde|bundesamt|\bzustandig|\bgericht\b|\bstelle\b|\bpolizei/,
  },
  {
    asks: /\bwie ?viele?\b|\bmindest|\banzahl\b|\bgrenze\b|altersgrenze|\bwie gross\b|niveau\b/,
    gives: /\d|\b(zwei|drei|vier|funf|sechs|acht|zehn|zwolf)\b/,
  },
]

/** How many of the things a question asks for (a period, an amount, an authority, a number) a sentence gives. */
export function answersKinds(question: string): (sentence: string) => number {
  const folded = fold(question)
  const wanted = kinds.filter(({ asks }) => asks.test(folded))
  return (sentence) => {
    const text = fold(sentence)
    return wanted.filter(({ gives }) => gives.test(text)).length
  }
}
