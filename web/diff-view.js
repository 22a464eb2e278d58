import { make } from './dom.js'

/** Two texts as one, with what was added and removed; told by sign as well as by colour, and by the elements' own roles. */
export function diffView(parts) {
  return make('blockquote.diff', {}, ...parts.map(diffPart))
}

function diffPart({ value, added, removed }) {
  if (added) return make('ins', {}, value)
  return removed ? make('del', {}, value) : value
}
