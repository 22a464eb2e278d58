import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFairLine, type FairLine } from './fair-line.ts'

/** Items are written `A1`: owner and number. */
function join(line: FairLine<string>, ...items: string[]): void {
  for (const item of items) line.join(item.slice(0, 1), item)
}

function takeAll(line: FairLine<string>): string[] {
  const taken: string[] = []
  for (let item = line.next(); item !== undefined; item = line.next()) taken.push(item)
  return taken
}

test('ten people with one question each are served in the order they came', () => {
  const line = createFairLine<string>()
  const people = [...'ABCDEFGHIJ']
  join(line, ...people)
  expect(takeAll(line)).toEqual(people)
})

test('whoever has five questions waiting does not keep the others from theirs', () => {
  const line = createFairLine<string>()
  join(line, 'A1', 'A2', 'A3', 'A4', 'A5', 'B1', 'C1', 'B2')
  expect(takeAll(line)).toEqual(['A1', 'B1', 'C1', 'A2', 'B2', 'A3', 'A4', 'A5'])
})

test('a newcomer comes before the further questions of somebody who was just served', () => {
  const line = createFairLine<string>()
  join(line, 'A1', 'A2', 'A3', 'A4')
  expect([line.next(), line.next()]).toEqual(['A1', 'A2'])
  join(line, 'B1')
  expect(line.order()).toEqual(['B1', 'A3', 'A4'])
})

test('somebody alone who asked for hours has no debt and no credit', () => {
  const line = createFairLine<string>()
  for (let round = 0; round < 100; round += 1) {
    join(line, `A${round}`)
    expect(line.next()).toBe(`A${round}`)
  }
  join(line, 'A100', 'B1', 'B2')
  expect(takeAll(line)).toEqual(['B1', 'A100', 'B2'])
})

test('whoever leaves gives the place to his own next question', () => {
  const line = createFairLine<string>()
  join(line, 'A1', 'A2', 'A3', 'B1', 'B2')
  line.leave('A1')
  line.leave('A1')
  expect(takeAll(line)).toEqual(['B1', 'A2', 'B2', 'A3'])
})

test('of those who still wait nobody was ever served two more than another', () => {
  const owners = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(owners, (asked) => {
      const line = createFairLine<string>()
      asked.forEach((owner, index) => line.join(owner, `${owner}${index}`))
      const order = line.order()
      const taken = takeAll(line)
      expect(taken).toEqual(order)
      expect(taken.toSorted()).toEqual(asked.map((owner, index) => `${owner}${index}`).toSorted())
      const served = new Map<string, number>([...new Set(asked)].map((owner): [string, number] => [owner, 0]))
      taken.forEach((item, index) => {
        const owner = item.slice(0, 1)
        served.set(owner, (served.get(owner) ?? 0) + 1)
        const left = new Set(taken.slice(index + 1).map((later) => later.slice(0, 1)))
        const counts = [...served].flatMap(([each, count]) => (left.has(each) ? [count] : []))
        expect(Math.max(...counts, 0) - Math.min(...counts, Infinity)).toBeLessThanOrEqual(1)
      })
    }),
  )
})

test('any mixture of joining, leaving and taking loses nothing and takes nothing twice', () => {
  const step = fc.record({ act: fc.constantFrom('join', 'leave', 'next'), owner: fc.constantFrom('A', 'B', 'C') })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const line = createFairLine<string>()
      const expected = new Set<string>()
      steps.forEach(({ act, owner }, index) => {
        if (act === 'join') {
          join(line, `${owner}${index}`)
          expected.add(`${owner}${index}`)
        } else {
          const waiting = line.order()
          const item = act === 'leave' ? waiting[index % Math.max(1, waiting.length)] : line.next()
          if (act === 'next') expect(item).toBe(waiting[0])
          else if (item !== undefined) line.leave(item)
          if (item !== undefined) expected.delete(item)
        }
        expect(new Set(line.order())).toEqual(expected)
      })
    }),
  )
})
