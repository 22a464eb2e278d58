import type { PersonMention } from '../../../law/understood.ts'
import { type FoundTerm, indexTerms, readTokens, type Token } from './find-terms.ts'
import { isNegated } from './is-negated.ts'
import { nationalityWords } from './nationality-words.ts'
import { personWords } from './person-words.ts'

const findPeople = indexTerms(personWords)
const findNationals = indexTerms(nationalityWords)

const ages =
  /(?<![\p{L}\d.,-])(?<age>\d{1,3})(?:\s?-?\s?jährige?[mnrs]?|\s?(?:Jahren?|J\.)\s+alt\p{L}{0,2})(?!\p{L})|(?<=(?<!\p{L})(?:ist|wird) )(?<bare>\d{1,2})(?=\s*(?:[,.;?!]|und\b|$))/giu
/** With these words `deutsch` is said of a language, an office or a law, not of a person. */
const notOfPersons =
  /^(?:Recht|Botschaft|Behörde|Auslandsvertretung|Konsulat|Sprach|Kenntnisse|Bundes|Gesetz|Staat(?!sa)|Schule|Pass)/u

/** Persons a question names, in order: what they are, their nationality, their age. One mention for each word that says so. */
export function findPersons(text: string): PersonMention[] {
  const tokens = readTokens(text)
  const mention = (term: FoundTerm, said: { person?: string; nationality?: string }): PersonMention => {
    const { start, end } = term
    const negated = isNegated(text, tokens, term)
    return { start, end, text: text.slice(start, end), person: null, nationality: null, age: null, ...said, negated }
  }
  const people = findPeople(tokens).map((term) => mention(term, { person: term.name }))
  const nationals = findNationals(tokens)
    .filter((term) => isOfPerson(tokens, term))
    .map((term) =>
      mention(term, { nationality: term.name, ...(isGerman(tokens, term) ? { person: 'Deutscher' } : {}) }),
    )
  return [...people, ...nationals, ...findAges(text)].toSorted((a, b) => a.start - b.start)
}

/** `deutsche Ehefrau`, `Deutscher`, but not `Deutsch` (the language), `deutsches Recht`. */
function isOfPerson(tokens: Token[], { name, first, last }: FoundTerm): boolean {
  if (name !== 'Deutschland') return true
  const [word, next] = [tokens[first]?.written ?? '', tokens[last + 1]?.written ?? '']
  return !/^deutsch$/i.test(word) && !notOfPersons.test(next)
}

function isGerman(tokens: Token[], { name, first, last }: FoundTerm): boolean {
  const next = tokens[last + 1]?.written ?? ''
  return name === 'Deutschland' && (tokens[first]?.written ?? '').startsWith('D') && !/^\p{Lu}/u.test(next)
}

function findAges(text: string): PersonMention[] {
  return Array.from(text.matchAll(ages), ({ index, 0: words, groups = {} }) => {
    const age = Number(groups['age'] ?? groups['bare'])
    const person = age < 18 ? 'Minderjähriger' : null
    const place = { start: index, end: index + words.length, text: words }
    return { ...place, person, nationality: null, age, negated: false }
  })
}
