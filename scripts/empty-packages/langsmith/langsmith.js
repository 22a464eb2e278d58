/** What `@langchain/core` imports of LangSmith. Traces hold questions: nothing here can send one. */
class Refused {
  constructor() {
    throw new Error('LangSmith is not available: nothing leaves the house.')
  }
}

export { Refused as Client, Refused as RunTree }

export function isRunTree() {
  return false
}

export function isTraceableFunction() {
  return false
}

export function getCurrentRunTree() {
  return undefined
}

export function convertToDottedOrderFormat() {
  throw new Error('LangSmith is not available: nothing leaves the house.')
}

export function convertPromptToOpenAI() {
  throw new Error('LangSmith is not available: nothing leaves the house.')
}
