import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../src/package-root.ts'

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8')

test('every setting the configuration reads stands in the README, and no other', () => {
  const names = (text: string) => new Set(text.match(/\b(?:FUNDSTELLE_[A-Z_]+|DATABASE_URL|PORT|HOST)\b/g))
  const table = read('README.md').split('## Settings')[1]?.split('\n## ')[0] ?? ''
  expect([...names(table)].toSorted()).toEqual([...names(read('src/config.ts'))].toSorted())
})

test('every npm script the documents name exists', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
  const documents = ['README.md', 'ARCHITECTURE.md', 'docs/operation.md', 'docs/quality.md'].map(read).join('\n')
  const named = [...documents.matchAll(/npm run (?:--silent )?([a-z-]+)/g)].map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => !scripts.includes(name))).toEqual([])
})

test('CI runs the test command exactly as the README has it', () => {
  expect(read('README.md')).toContain('\nnpm ci && npm test\n')
  expect(read('.ci/run')).toContain('\nnpm ci && npm test\n')
})

test('every prompt is used by the code', () => {
  const loaders = [
    'src/open-composer.ts',
    'src/open-rewriter.ts',
    'src/open-checker.ts',
    'eval/run/systems/open-system.ts',
    'eval/commands/judge.ts',
  ]
  const code = loaders.map(read).join('\n')
  const prompts = readdirSync(join(packageRoot, 'prompts')).map((file) => file.replace(/\.md$/, ''))
  expect(prompts.filter((name) => !code.includes(`loadPrompt('${name}')`))).toEqual([])
})

test('no address of a package registry stands in the lockfile', () => {
  // A link to a folder of ours is no address.
  expect(read('package-lock.json')).not.toMatch(/"resolved": "(?!scripts\/)/)
})

test('links between the documents lead somewhere', () => {
  const links = [...read('README.md').matchAll(/\]\((?!http|#)([^)#]+)/g)].map((match) => match[1] ?? '')
  expect(links.length).toBeGreaterThan(2)
  for (const link of links) expect(() => readFileSync(join(packageRoot, link)), link).not.toThrow()
})
