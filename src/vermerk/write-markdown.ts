import { escapeMarkdown } from '../text/escape-markdown.ts'
import type { Vermerk, VermerkCitation, VermerkLine, VermerkLink } from './vermerk.ts'

/** The Vermerk as Markdown. Words of the law and of a question are escaped: they read as they are. */
export function writeMarkdown({ title, head, sections, citations, closing }: Vermerk): string {
  const parts = [
    `# ${title}`,
    head.map(({ label, value }) => `- **${label}:** ${inline(value)}`).join('\n'),
    ...sections.flatMap((section) => [`## ${inline(section.title)}`, section.lines.map(lineOf).join('\n')]),
    ...(citations.length > 0 ? ['## Fundstellen', ...citations.map(citationOf)] : []),
    `**${closing}**`,
  ]
  return `${parts.join('\n\n')}\n`
}

function lineOf({ text, citations, remark }: VermerkLine): string {
  const numbers = citations.map((number) => ` [${number}]`).join('')
  return `- ${inline(text)}${numbers}${remark === null ? '' : ` *(${inline(remark)})*`}`
}

function citationOf({ number, label, quote, validity, flags, proof, official, stored }: VermerkCitation): string {
  const facts = [
    ...flags.map((flag) => `- **${inline(flag)}**`),
    ...[validity, proof].map((fact) => `- ${inline(fact)}`),
  ]
  const links = [official, stored].flatMap((link) => (link === null ? [] : [`- ${linkOf(link)}`]))
  return [`**[${number}] ${inline(label)}**`, quoted(quote), [...facts, ...links].join('\n')].join('\n\n')
}

/** Two spaces at its end keep a line a line of its own. */
function quoted(quote: string): string {
  return escapeMarkdown(`„${quote}“`)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('  \n')
}

/** An address stays inside its angle brackets, whatever a source wrote into it. */
function linkOf({ name, target }: VermerkLink): string {
  return /^https?:/i.test(target)
    ? `${name}: <${target.replace(/[<>\s]/g, encodeURIComponent)}>`
    : `${name}: \`${target}\``
}

function inline(text: string): string {
  return escapeMarkdown(text).replace(/\s*\n\s*/g, ' ')
}
