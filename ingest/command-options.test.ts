import { describe, expect, it } from 'vitest'
import { readCommandOptions } from './command-options.ts'

const read = (line: string) => readCommandOptions(line.split(' ').filter((word) => word !== ''))

describe('the words of the ingest command', () => {
  it('name sources and options', () => {
    expect(read('publisher ./recht --as-of 2025-04-02 --only stag,aufenthv --dry-run --json')).toEqual({
      kind: 'run',
      options: {
        sources: ['publisher', './recht'],
        asOf: '2025-04-02',
        only: ['stag', 'aufenthv'],
        dryRun: true,
        json: true,
      },
    })
  })

  it('need nothing but a source', () => {
    expect(read('demo')).toEqual({
      kind: 'run',
      options: { sources: ['demo'], asOf: null, only: null, dryRun: false, json: false },
    })
  })

  it.each([
    ['', 'Es fehlt die Quelle'],
    ['demo --as-of gestern', 'Tag der Form JJJJ-MM-TT, nicht „gestern“'],
    ['demo --as-of 2024-02-30', 'Tag der Form JJJJ-MM-TT'],
    ['demo --as-of', 'Tag der Form JJJJ-MM-TT'],
    ['demo --only', '--only braucht Kürzel'],
    ['demo --only ,', '--only braucht Kürzel'],
    ['demo --schnell', 'Die Option --schnell gibt es nicht'],
    ['demo --constructor x', 'nicht zu verstehen'],
  ])('“%s” is explained with the usage', (line, problem) => {
    expect(read(line)).toMatchObject({ kind: 'usage', message: expect.stringContaining(problem) as string })
  })

  it.each(['--help', '-h', 'demo --help'])('%s gives help', (line) => {
    expect(read(line)).toMatchObject({ kind: 'help', text: expect.stringContaining('Aufruf:') as string })
  })
})
