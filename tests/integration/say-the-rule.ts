import { claims, type ScriptedRequest } from '../scripted-llm.ts'

/** A question to the demonstration collection, and the reply of a model that words its rule rightly. */
export const question = 'Wie lange gilt die Aufenthaltserlaubnis?'

export function sayTheRule({ evidence }: ScriptedRequest): { say: string } {
  const id = evidence.find(({ text }) => text.includes('gilt 18 Monate'))?.id ?? 'E0'
  return { say: claims([{ text: 'Die Aufenthaltserlaubnis gilt 18 Monate.', evidence: [id] }]) }
}
