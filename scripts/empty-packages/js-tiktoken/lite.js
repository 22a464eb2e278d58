/**
 * What `@langchain/core` imports of js-tiktoken. Counting OpenAI's tokens would fetch its tables from the internet, for
 * models that run in no house; this fails before anything is asked of the network.
 */
export function getEncodingNameForModel() {
  throw new Error('OpenAI token counts are not available: nothing leaves the house.')
}

/** Never reached: LangChain asks for the encoding's name first. */
export const Tiktoken = null
