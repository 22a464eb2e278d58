import { make } from './dom.js'
import { stateNames } from './german.js'

/** What stands before and after the claims of an answer of this style: a file note has sections. */
export function sectionTitles({ style, question }) {
  if (style !== 'vermerk') return { before: [], open: 'Offen geblieben' }
  const asked = question === '' ? [] : [make('h3', {}, 'Sachverhalt (wie gefragt)'), make('p', {}, question)]
  return { before: [...asked, make('h3', {}, 'Rechtslage')], open: 'Offene Punkte' }
}

/**
 * Each question asked at once under a heading of its own, with its claims or why it has none.
 * @param {(index: number, before?: number) => Node} claimAt the claim at a place of `answer.claims`, and the place of the one above
 */
export function partSections({ parts }, claimAt) {
  return parts.flatMap(({ question, claims, abstention }, at) => [
    make('h3', {}, `Frage ${at + 1}${question === '' ? '' : `: ${question}`}`),
    ...(abstention === null
      ? claims.map((index, place) => claimAt(index, claims[place - 1]))
      : [make('p.notice', {}, abstention.message)]),
  ])
}

/** The checklist as a table; empty where the question tells no case. */
export function checklistSection({ checklist, citations }, citationButton) {
  if (checklist.length === 0) return []
  const rows = checklist.map(({ requirement, citations: numbers, state, fact }) => {
    const cited = citations.filter(({ number }) => numbers.includes(number)).map(citationButton)
    const told = fact === null ? '' : `„${fact}“`
    return make(
      'tr',
      {},
      make('td', {}, requirement, ' ', ...cited),
      make('td', {}, make('strong', {}, stateNames[state] ?? state), told === '' ? null : ` ${told}`),
    )
  })
  const head = ['Voraussetzung im Text', 'Die Frage sagt'].map((text) => make('th', { scope: 'col' }, text))
  return [
    make('h3', {}, 'Prüfliste – keine Entscheidung'),
    make('table.checklist', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows)),
  ]
}
