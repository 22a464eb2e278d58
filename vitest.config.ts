import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'ingest/**/*.test.ts',
      'eval/**/*.test.ts',
      'tests/**/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    reporters: ['default', './tests/real-law-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
