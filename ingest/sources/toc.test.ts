import { describe, expect, it } from 'vitest'
import { parseToc } from './toc.ts'

const read = (text: string) => parseToc(Buffer.from(text))

describe('the table of contents', () => {
  it('gives key and title of each law, in order', () => {
    const items = `<?xml version="1.0" encoding="UTF-8"?><items>
      <item><title>Gesetz über
        Muster &amp; Proben</title><link>http://example.org/muster_2004/xml.zip</link></item>
      <item><link> http://example.org/_zweites/xml.zip </link><title>Zweites</title></item></items>`
    expect(read(items)).toEqual([
      { slug: 'muster_2004', title: 'Gesetz über Muster & Proben' },
      { slug: '_zweites', title: 'Zweites' },
    ])
  })

  it.each([
    '',
    '<html>Wartung</html>',
    '<items><item><title>x',
    '<items/>',
    '<!DOCTYPE x [<!ENTITY a "b">]><items>&a;</items>',
  ])('is none in %j', (text) => {
    expect(read(text)).toBeNull()
  })

  it('leaves out links that would lead elsewhere', () => {
    const toc = read(
      '<items><item><title>a</title><link>http://x/../../xml.zip</link></item><item><title>b</title><link>http://x/b1/xml.zip</link></item></items>',
    )
    expect(toc?.map(({ slug }) => slug)).toEqual(['b1'])
  })
})
