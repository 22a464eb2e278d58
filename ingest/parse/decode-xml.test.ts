import { expect, test } from 'vitest'
import { decodeXml } from './decode-xml.ts'

const written = (encoding: string, bytes: number[]) =>
  Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>`),
    Buffer.from(bytes),
    Buffer.from('</a>'),
  ])

test.each(['windows-1252', 'ISO-8859-1'])('quotation marks, dashes and the euro of %s are read as such', (encoding) => {
  expect(decodeXml(written(encoding, [0x84, 0xe4, 0x93, 0x20, 0x96, 0x20, 0x80]), 'muster')).toContain('„ä“ – €')
})

test('UTF-8 that ends in the middle of a character is refused', () => {
  expect(() => decodeXml(written('UTF-8', [0xe2, 0x82]), 'muster')).toThrow(/UTF-8/)
  expect(() => decodeXml(Buffer.from([0x3c, 0x61, 0xe2, 0x82]), 'muster')).toThrow(/UTF-8/)
})
