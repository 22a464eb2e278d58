import { array, assert, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWireUnits, type WireUnit } from './wire-units.ts'

const startup = [0, 0, 0, 8, 0, 3, 0, 0]
const sslRequest = [0, 0, 0, 8, 4, 210, 22, 47]

function message(type: string, body: number[]): number[] {
  return [type.charCodeAt(0), 0, 0, 0, body.length + 4, ...body]
}

const parse = message('P', [1, 2])
const bind = message('B', [3])
const sync = message('S', [])
const query = message('Q', [9, 0])

describe('the bytes of a client', () => {
  test('are read as whole requests, wherever the network cuts them', () => {
    const bytes = [...sslRequest, ...startup, ...parse, ...bind, ...sync, ...query]
    const expected: WireUnit[] = [
      { kind: 'refuse_encryption' },
      run(startup),
      run([...parse, ...bind, ...sync]),
      run(query),
    ]
    assert(
      property(array(nat(bytes.length)), (cuts) => {
        const read = readWireUnits()
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
        const units = places.flatMap((place, at) => read(Uint8Array.from(bytes.slice(place, places[at + 1]))))
        expect(units).toEqual(expected)
      }),
    )
  })

  test('that are half a request are kept until the rest is there', () => {
    const read = readWireUnits()
    read(Uint8Array.from(startup))
    expect(read(Uint8Array.from([...parse, ...bind]))).toEqual([])
    expect(read(Uint8Array.from(sync))).toEqual([run([...parse, ...bind, ...sync])])
  })

  test('that are a farewell, or no protocol at all, end the connection', () => {
    const read = readWireUnits()
    read(Uint8Array.from(startup))
    expect(read(Uint8Array.from(message('X', [])))).toEqual([{ kind: 'end' }])
    expect(readWireUnits()(Uint8Array.from(Buffer.from('GET / HTTP/1.1\r\n\r\n')))).toEqual([{ kind: 'end' }])
  })
})

function run(bytes: number[]): WireUnit {
  return { kind: 'run', bytes: Uint8Array.from(bytes) }
}
