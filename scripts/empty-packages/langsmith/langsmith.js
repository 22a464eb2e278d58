/** What `@langchain/core` imports of LangSmith. Traces hold questions: nothing here can send one. */
function Refused() {
  throw new Error('LangSmith is not available: nothing leaves the house.')
}

export {
  Refused as Client,
  Refused as RunTree,
  Refused as convertToDottedOrderFormat,
  Refused as convertPromptToOpenAI,
}

export function isRunTree() {
  return false
}

export function isTraceableFunction() {
  return false
}

export function getCurrentRunTree() {
  return undefined
}
