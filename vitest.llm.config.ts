import { defineConfig } from 'vitest/config'

/** `npm run test:llm`: the whole way of a model in process, on a real one; not part of `npm test`. */
export default defineConfig({
  test: {
    include: ['tests/llm/**/*.llm-test.ts'],
    globalSetup: ['tests/llm/fetch-model.ts'],
    // One model in memory at a time, and what is measured is not disturbed.
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
