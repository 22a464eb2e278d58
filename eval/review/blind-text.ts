import type { StoredRun } from '../run/read-run.ts'

/** An answer as a reviewer sees it. */
export interface BlindAnswer {
  paragraphs: string[]
  sources: { written: string; quote: string | null }[]
}

/** Makes answers of any system look alike. */
export type Blind = (answer: { answer: string; sources: { written: string; quote: string | null }[] }) => BlindAnswer

/** What systems and models call themselves, whoever is under review. */
const knownNames =
  'fundstelle basepeak chatgpt gpt openai claude anthropic gemini mistral llama qwen copilot langchain deepseek teuken'
/** Parts of names that are words of the language. */
const plainWords = new Set([
  'bare',
  'antwort',
  'antworten',
  'assistent',
  'demo',
  'import',
  'lokal',
  'modell',
  'system',
  'test',
])
/** Shorter parts of names are words, too. */
const leastPartLetters = 4
const hidden = '[Name]'

/**
 * What would tell which system answered is taken out: Markdown, ways of numbering, addresses, and the names of all systems
 * and models, in whatever answer they stand. Words, their order and what is cited stay.
 */
export function blindFor(runs: Pick<StoredRun, 'facts'>[]): Blind {
  const hide = hideNames(runs.flatMap(({ facts }) => [facts.system, facts.model ?? '']))
  const blind = (text: string) => hide(plainText(text))
  return ({ answer, sources }) => ({
    paragraphs: blind(answer).split(/\n+/).filter(Boolean),
    sources: sources.map(({ written, quote }) => ({
      written: hide(plainSource(written)),
      quote: quote === null ? null : blind(quote).replaceAll('\n', ' '),
    })),
  })
}

/** Of `basepeak 2026-10` it hides `basepeak`, too, and its plural and genitive. */
function hideNames(names: string[]): (text: string) => string {
  const parts = names
    .flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= leastPartLetters && /\p{L}/u.test(part) && !plainWords.has(part.toLowerCase()))
  const words = [...names.filter((name) => name !== ''), ...parts, ...knownNames.split(' ')]
  const longestFirst = words.toSorted((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?:n|s|’s)?(?!\\p{L})`, 'giu')
  return (text) => text.replace(pattern, hidden)
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}

const rewritings: [RegExp, string][] = [
  [/\r\n?/g, '\n'],
  [/!?\[([^\]\n]+)\]\(\S+?\)/g, '$1'],
  [/<\/?[a-z][^>\n]*>/gi, ''],
  [/\bhttps?:\/\/[^\s)\]>]+/g, '[Adresse]'],
  // Every way of numbering becomes [1].
  [/【(\d+)[^】\n]*】/g, '[$1]'],
  [/\[\^(\d+)\]/g, '[$1]'],
  [/\[(?:Quelle|Source|Ref|Fundstelle|Dokument)\s*(\d+)\]/gi, '[$1]'],
  [/\((?:Quelle|Source|Ref|Fundstelle|Dokument)\s*(\d+)\)/gi, '[$1]'],
  [/\[(\d+)((?:\s*[,;]\s*\d+)+)\]/g, '[$1]$2'],
  [/^\s{0,3}#{1,6}\s+/gm, ''],
  [/^\s*[*+•-]\s+/gm, '– '],
  [/^\s*>\s?/gm, ''],
  [/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/gm, ''],
  [/(\*\*|__)(?=\S)(.+?)\1/g, '$2'],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+)\*/gu, '$1'],
  [/`+([^`\n]+)`+/g, '$1'],
  [/\p{Extended_Pictographic}\uFE0F?/gu, ''],
  [/[„“”«»]|"/g, '"'],
  [/[^\S\n]+/g, ' '],
  [/ ?\n ?/g, '\n'],
]

function plainText(text: string): string {
  return rewritings
    .reduce((before, [pattern, words]) => before.replace(pattern, words), text)
    .replace(/(\[\d+\])((?:\s*[,;]\s*\d+)+)/g, (_, first: string, more: string) =>
      [first, ...more.matchAll(/\d+/g)].map((each) => (typeof each === 'string' ? each : `[${each[0]}]`)).join(' '),
    )
    .trim()
}

/** `§18g, Absatz 1 AufenthG` and `[1] § 18g Abs. 1 AufenthG` look the same. */
function plainSource(written: string): string {
  return plainText(written)
    .replaceAll('\n', ' ')
    .replace(/^\s*(?:\[\d+\]|\d+[.)]|[–•])\s*/, '')
    .replace(/(§§?|Art\.?)\s*(?=\d)/g, (_, sign: string) => `${sign === 'Art' ? 'Art.' : sign} `)
    .replace(/,?\s*\b(?:Absatz|Abs\.?)\s*(?=\d)/g, ' Abs. ')
    .replace(/,?\s*\b(?:Nummer|Nr\.?)\s*(?=\d)/g, ' Nr. ')
    .replace(/,?\s*\b(?:Satz|S\.)\s*(?=\d)/g, ' Satz ')
    .replace(/\s+/g, ' ')
    .trim()
}
