import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerStyles } from './law/answer.ts'
import { packageRoot } from './package-root.ts'
import { PromptError } from './prompt-error.ts'
import { fillPrompt, loadPrompt } from './prompt.ts'

const folder = join(packageRoot, 'prompts')

test('every prompt file can be read, and its hash is that of its bytes', () => {
  const names = readdirSync(folder).map((file) => file.replace(/\.md$/, ''))
  expect(names).toContain('compose')
  for (const name of names) {
    const bytes = readFileSync(join(folder, `${name}.md`))
    expect(loadPrompt(name).hash).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})

test('what stands above the first part of a prompt file is not sent', () => {
  const { system, user } = loadPrompt('compose')
  expect(system + user).not.toContain('Für Menschen')
  expect(system).toContain('JSON')
  expect(user).toContain('{{question}}')
})

test('every style of an answer has a text of its own in the prompt', () => {
  const { sections, system } = loadPrompt('compose')
  for (const style of answerStyles) expect(sections[`Stil ${style}`]).toMatch(/\p{L}+ \p{L}+/u)
  expect(sections['Prüfliste']).toContain('checklist')
  expect(system).not.toContain('checklist')
})

test('braces in a question stay braces', () => {
  const prompt = { name: 'test', hash: '', system: 'S', user: '{{question}} / {{asOf}}', sections: {} }
  expect(fillPrompt(prompt, { question: 'Was ist {{asOf}}? $&', asOf: '05.03.2025' }).user).toBe(
    'Was ist {{asOf}}? $& / 05.03.2025',
  )
})

test('a field that nobody fills and a file that is not there are said by name', () => {
  const prompt = { name: 'test', hash: '', system: '{{fehlt}}', user: '', sections: {} }
  expect(() => fillPrompt(prompt, {})).toThrow('{{fehlt}}')
  expect(() => loadPrompt('gibt-es-nicht')).toThrow(PromptError)
  expect(() => loadPrompt('gibt-es-nicht')).toThrow('prompts/gibt-es-nicht.md')
})
