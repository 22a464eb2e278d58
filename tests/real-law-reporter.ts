import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run by saying how many tests on real law ran and how many were skipped. */
export default class RealLawReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let ran = 0
    let skipped = 0
    for (const module of modules)
      for (const test of module.children.allTests()) {
        if (!test.fullName.includes('[real law]')) continue
        if (test.result().state === 'skipped') skipped += 1
        else ran += 1
      }
    console.log(`\nTests on real law: ${ran} ran, ${skipped} skipped`)
  }
}
