import { expect, test } from 'vitest'
import { nearSlugs } from './near-slugs.ts'

const known = ['muster', 'muster_2004', 'musterv_2013', 'anders', 'sgb_2', 'sgb_12', 'gast-dv']

test.each([
  ['mustr', ['muster', 'muster_2004', 'musterv_2013']],
  ['musterv', ['musterv_2013', 'muster', 'muster_2004']],
  ['Muster_1999', ['muster', 'muster_2004', 'musterv_2013']],
  ['gastdv', ['gast-dv']],
  ['vollkommenfalsch', []],
])('who types %s is offered %j', (wanted, offered) => {
  expect(nearSlugs(wanted, known)).toEqual(offered)
})
