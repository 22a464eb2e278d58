import { germanDay, rankNames, stateNames, validityLine } from './german.js'
import { normPath } from './norm-view.js'

/** The answer as plain text with its citations, for a file note or a letter. */
export function answerAsText(answer) {
  const citations = answer.citations.map((each) => citationAsText(each, answer.asOf))
  const parts = [
    `Frage: ${answer.question}`,
    answer.rewritten === null ? '' : `Verstanden als: ${answer.rewritten.question}`,
    `Rechtslage am ${germanDay(answer.asOf)}, Gebiet ${answer.territory}`,
    ...answer.corrections.map(({ text, citation }) => `${text} [${citation}]`),
    claimsAsText(answer),
    checklistAsText(answer.checklist),
    ...answer.conflicts.map(conflictAsText),
    citations.length > 0 ? `Fundstellen:\n${citations.join('\n')}` : '',
    answer.open.length > 0 ? `Offen geblieben:\n${answer.open.map((each) => `– ${each}`).join('\n')}` : '',
    ...answer.notices,
    answer.facts.line,
    'Die Entscheidung trifft die Sachbearbeitung.',
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function claimsAsText({ claims, parts }) {
  if (parts.length === 0) return claims.map((claim, at) => withNumbers(claim, claims[at - 1])).join('\n')
  return parts
    .map(({ question, claims: places, abstention }, at) => {
      const lines =
        abstention === null
          ? places.map((place, nth) => withNumbers(claims[place], claims[places[nth - 1]]))
          : [abstention.message]
      return [`Frage ${at + 1}: ${question}`, ...lines].join('\n')
    })
    .join('\n\n')
}

/** `before`: the claim above it; under the same heading it needs none. */
function withNumbers({ text, citations, heading }, before) {
  const title = heading && heading !== before?.heading ? `${heading}\n` : ''
  return `${title}${text} ${numbersAsText(citations)}`
}

function checklistAsText(checklist) {
  if (checklist.length === 0) return ''
  const lines = checklist.map(({ requirement, citations, state, fact }) => {
    return `– ${requirement} ${numbersAsText(citations)}: ${stateNames[state]}${fact === null ? '' : ` („${fact}“)`}`
  })
  return ['Prüfliste – keine Entscheidung:', ...lines].join('\n')
}

function numbersAsText(numbers) {
  return numbers.map((number) => `[${number}]`).join(' ')
}

function conflictAsText({ message, sides }) {
  const lines = sides.map(({ rank, label, citation }) => `– ${rankNames[rank]}: ${label} [${citation}]`)
  return [`Widerspruch: ${message}`, ...lines].join('\n')
}

function citationAsText(citation, asOf) {
  const current = citation.urlShows === 'current_version'
  return [
    `[${citation.number}] ${citation.label}: „${citation.quote}“`,
    `    ${validityLine(citation, asOf)}`,
    ...(citation.flags ?? []).map(({ message }) => `    ${message}`),
    `    ${new URL(citation.url, location.origin)}${current ? ' (Link zeigt die heutige Fassung)' : ''}`,
    ...(current ? [`    Gespeicherter Text: ${location.origin}${normPath(citation, asOf)}`] : []),
  ].join('\n')
}

/** Copies also where the browser keeps the clipboard to itself (plain HTTP in the office's network). */
export async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}
