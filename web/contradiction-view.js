import { make } from './dom.js'
import { rankNames } from './german.js'

/** What the question takes for given and the law says otherwise: before the answer. `cite` makes a citation's button. */
export function correctionParts({ corrections, citations }, cite) {
  return corrections.map(({ text, citation }) =>
    make(
      'p.notice.correction',
      { role: 'note', 'aria-label': 'Zur Frage' },
      `${text} `,
      ...buttons(citation, citations, cite),
    ),
  )
}

/** Sources that say different things, side by side; one below the other where the window is narrow. */
export function conflictParts({ conflicts, citations }, cite) {
  return conflicts.map(({ message, sides }, at) =>
    make(
      'section.conflict',
      { 'aria-labelledby': `conflict-${at}` },
      make('h3', { id: `conflict-${at}` }, 'Widerspruch zwischen Quellen'),
      make('p.notice', {}, message),
      make('ul.sides', {}, ...sides.map((side) => sideItem(side, citations, cite))),
    ),
  )
}

function sideItem({ rank, label, citation }, citations, cite) {
  const quote = citations.find(({ number }) => number === citation)?.quote ?? ''
  return make(
    'li',
    {},
    make('p.role', {}, rankNames[rank] ?? rank),
    make('p', {}, `${label} `, ...buttons(citation, citations, cite)),
    make('blockquote', {}, quote),
  )
}

function buttons(citation, citations, cite) {
  return citations.filter(({ number }) => number === citation).map(cite)
}
