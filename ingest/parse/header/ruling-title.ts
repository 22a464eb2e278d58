import type { Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'

const heading =
  /^(?:Leits[aä]tze?|Orientierungss[aä]tze?|Tenor|Verfahrensgang|Rechtsquellen?|Zitiervorschlag|Schlagw|Stichw|Normen|Gründe|Titel|Sonstige|Dokument|Entscheidung|Urteil|Beschluss|BVerwG|BFH|VG|OVG|In de)/

/** The title that a publisher gave a ruling: under its ECLI, or over "Leitsatz" and "Tenor"; else what it is "wegen" of. */
export function titleOfRuling(header: HeaderText): Finding<string> | null {
  return underEcli(header) ?? overHeadnote(header) ?? because(header)
}

function finding({ text, start, end }: PlacedLine): Finding<string> {
  return { value: text.replace(/,$/, ''), certainty: 'medium', start, end }
}

function underEcli({ opening }: HeaderText): Finding<string> | null {
  const at = opening.findIndex(({ text }) => /(?<!\[)ECLI:\S+$/.test(text))
  const lines = [opening[at + 1], opening[at - 1]].filter((line) => line !== undefined)
  const line =
    at === -1
      ? undefined
      : lines.find(
          ({ text }) =>
            text.length > 12 && text.length < 300 && !heading.test(text) && !/\d{4}\s?-?$|\d\/\d/.test(text),
        )
  return line === undefined || !/\p{Lu}/u.test(line.text) ? null : finding(line)
}

/** A text that begins with its title. */
function overHeadnote({ opening }: HeaderText): Finding<string> | null {
  const [first, second] = opening
  if (first === undefined || second === undefined || first.text.length < 10 || first.text.length > 300) return null
  return /^(?:Leits[aä]tze?|Orientierungss[aä]tze?|Tenor|Verfahrensgang):?$/.test(second.text) &&
    !heading.test(first.text)
    ? finding(first)
    : null
}

function because({ opening }: HeaderText): Finding<string> | null {
  const at = opening.findIndex(({ text }) => /^wegen\b/.test(text))
  const line = opening[at]
  if (line === undefined) return null
  const words = line.text.replace(/^wegen\s*/, '')
  if (words !== '') return finding({ text: words, start: line.end - words.length, end: line.end })
  const next = opening[at + 1]
  return next === undefined ? null : finding(next)
}
