import { describe, expect, it, vi } from 'vitest'
import { chooseFirstFill, concludeFirstFill, type FirstFillFacts } from './first-fill.ts'

const facts = { corpusFolder: null, offline: false, giiUrl: 'http://herausgeber.invalid', reachable: async () => true }
const counts = { added: 0, changed: 0, unchanged: 0, failed: 0 }

describe('an empty collection at the first start', () => {
  it('is filled from the folder the office named, without asking the network', async () => {
    const reachable = vi.fn<FirstFillFacts['reachable']>(async () => true)
    const fill = await chooseFirstFill({ ...facts, corpusFolder: '/srv/recht', reachable })
    expect(fill).toEqual({
      from: 'corpus',
      message: 'Die Sammlung ist leer. Sie wird aus /srv/recht gefüllt (FUNDSTELLE_CORPUS).',
    })
    expect(reachable).not.toHaveBeenCalled()
  })

  it('is filled from the publisher where that answers', async () => {
    const fill = await chooseFirstFill(facts)
    expect(fill.from).toBe('publisher')
    expect(fill.message).toContain('Kerngesetze der Ausländerbehörde werden von http://herausgeber.invalid geholt')
  })

  it('gets the invented collection where the publisher is silent, and says so', async () => {
    const reachable = vi.fn<FirstFillFacts['reachable']>(async () => false)
    const fill = await chooseFirstFill({ ...facts, reachable })
    expect(fill.from).toBe('demo')
    expect(fill.message).toMatch(/antwortet nicht binnen 3 Sekunden.*erfundenes Recht.*npm run ingest/)
    expect(reachable).toHaveBeenCalledWith('http://herausgeber.invalid', 3000)
  })

  it('gets the invented collection offline, without asking the network', async () => {
    const reachable = vi.fn<FirstFillFacts['reachable']>(async () => true)
    const fill = await chooseFirstFill({ ...facts, offline: true, reachable })
    expect(fill.from).toBe('demo')
    expect(fill.message).toContain('FUNDSTELLE_OFFLINE')
    expect(reachable).not.toHaveBeenCalled()
  })
})

describe('the end of the first fill', () => {
  const publisher = { from: 'publisher', message: '' } as const

  it('names what is there', () => {
    expect(concludeFirstFill(publisher, { ...counts, added: 31 })).toEqual({
      message: '31 Gesetzestexte sind geladen.',
      loadDemo: false,
    })
  })

  it('keeps what came before the publisher broke off, and says how to get the rest', () => {
    expect(concludeFirstFill(publisher, { ...counts, added: 12, failed: 19 })).toEqual({
      message:
        '12 Gesetzestexte sind geladen und bleiben; 19 fehlen. Ein neuer Lauf holt das Fehlende nach: npm run ingest -- publisher.',
      loadDemo: false,
    })
  })

  it('falls back to the invented collection only where nothing came', () => {
    expect(concludeFirstFill(publisher, { ...counts, failed: 31 })).toMatchObject({ loadDemo: true })
    expect(concludeFirstFill({ from: 'corpus', message: '' }, { ...counts, failed: 3 })).toMatchObject({
      loadDemo: false,
    })
  })
})
