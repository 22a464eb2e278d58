import type { Unit } from '../../src/law/document-text.ts'

/**
 * What a list's sign makes of its item: `1.` a Nummer, `a)` a Buchstabe, `aa)` a Doppelbuchstabe; dashes, Roman
 * numbers and the like an item. Null where there is no sign. `type` is the publisher's name of the list.
 */
export function listUnit(sign: string, type: string): Pick<Unit, 'kind' | 'number'> | null {
  const usual = /^(?:(\d+)\.|([a-z])\))$/.exec(sign)
  if (usual !== null)
    return { kind: usual[1] === undefined ? 'buchstabe' : 'nummer', number: usual[1] ?? usual[2] ?? '' }
  const number = sign.replace(/[\s„"“]/g, '').replace(/^\(|[).:]+$/g, '')
  if (number === '') return null
  if (/^\d+[a-z]{0,3}$/.test(number)) return { kind: 'nummer', number }
  if (/^[a-z]$/.test(number) || (type === 'alpha' && /^[a-z]{1,2}$/.test(number))) return { kind: 'buchstabe', number }
  if (/^([a-z])\1$/.test(number) || (type === 'a-alpha' && /^[a-z]{2}$/.test(number)))
    return { kind: 'doppelbuchstabe', number }
  return { kind: 'item', number }
}
