import { claims, startScriptedLlm } from '../tests/scripted-llm.ts'

const sentencesMax = 5

/**
 * A chat model as a process of its own, so that its CPU counts for nobody: words the first sentences it is offered and
 * says them after the milliseconds named. Prints its address.
 */
async function main(): Promise<void> {
  const delayMs = Number(process.argv[2])
  const model = await startScriptedLlm(({ evidence }) => {
    // Not word for word, so that every rule of the verifier has something to do.
    const worded = evidence
      .slice(0, sentencesMax)
      .map(({ id, text }) => ({ text: `Danach gilt: ${text.replace(/^"|"$/g, '')}`, evidence: [id] }))
    return { say: claims(worded), when: new Promise((resolve) => setTimeout(resolve, delayMs)) }
  })
  process.stdout.write(`${model.url}\n`)
}

await main()
