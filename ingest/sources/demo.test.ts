import { beforeAll, describe, expect, it } from 'vitest'
import type { DocumentText } from '../../src/law/document-text.ts'
import { parseStatute } from '../parse/statute-xml.ts'
import { demoSource } from './demo.ts'

const texts = new Map<string, DocumentText>()
beforeAll(async () => {
  for await (const item of (await demoSource()).items()) {
    const fetched = await item.fetch(null)
    if (fetched.kind === 'bytes') texts.set(`${item.slug} ${item.day}`, parseStatute(fetched.bytes, item.slug))
  }
})

function normOf(text: string, key: string) {
  return texts.get(text)?.norms.find((norm) => norm.key === key)
}

describe('the demonstration collection', () => {
  it('is four laws, one of them in three versions, with some forty norms', () => {
    expect([...texts.keys()]).toEqual([
      'demo_musteraufenthg 2024-01-01',
      'demo_musteraufenthg 2024-07-01',
      'demo_musteraufenthg 2025-03-01',
      'demo_musteraufenthv 2024-01-01',
      'demo_musteraufenthv 2025-01-01',
      'demo_mustereinbg 2024-01-01',
      'demo_musterverfg 2024-01-01',
    ])
    const newest = ['demo_musteraufenthg 2025-03-01', 'demo_musteraufenthv 2025-01-01', 'demo_mustereinbg 2024-01-01']
    const norms = [...newest, 'demo_musterverfg 2024-01-01'].map((text) => texts.get(text)?.norms.length ?? 0)
    expect(norms.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(40)
  })

  it('says everywhere that it is invented', () => {
    for (const { document, footnotes, status } of texts.values()) {
      expect(document.invented).toBe(true)
      expect(document.title).toContain('(erfunden)')
      expect(document.shortTitle).toContain('(erfunden)')
      expect(document.abbreviation).toMatch(/^Muster/)
      expect(footnotes.join(' ')).toContain('Es gilt nirgends')
      expect(status[0]?.comment).toContain('(erfunden)')
    }
  })

  it('shows what "as of" is for: a period, a new norm and a repealed one', () => {
    expect(normOf('demo_musteraufenthg 2024-01-01', '§ 5')?.text).toContain('gilt 12 Monate')
    expect(normOf('demo_musteraufenthg 2024-07-01', '§ 5')?.text).toContain('gilt 18 Monate')
    expect(normOf('demo_musteraufenthg 2024-01-01', '§ 9a')).toBeUndefined()
    expect(normOf('demo_musteraufenthg 2024-07-01', '§ 9a')?.heading).toBe('Nachzug von Geschwistern')
    expect(normOf('demo_musteraufenthg 2024-07-01', '§ 14')?.repealed).toBe(false)
    expect(normOf('demo_musteraufenthg 2025-03-01', '§ 14')?.repealed).toBe(true)
  })

  it('has fees in a table, an outline, nested lists and a footnote', () => {
    const fees = normOf('demo_musteraufenthv 2025-01-01', 'Anlage')
    expect(fees?.tables).toHaveLength(1)
    expect(fees?.text).toContain('Erteilung der Aufenthaltserlaubnis | 75')
    const words = normOf('demo_musteraufenthg 2025-03-01', '§ 2')
    expect(words?.outline[0]?.label).toBe('Teil 1')
    expect(words?.units.some(({ kind }) => kind === 'buchstabe')).toBe(true)
    expect(normOf('demo_musteraufenthg 2025-03-01', '§ 12')?.footnotes).toHaveLength(1)
  })
})
