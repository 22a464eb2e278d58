import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run by saying how many tests passed, and how many on real law ran and were skipped. */
export default class RealLawReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const all = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    const realLaw = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        all[state] += 1
        if (test.fullName.includes('[real law]')) realLaw[state] += 1
      }
    }
    console.log(`\nTests on real law: ${realLaw.passed + realLaw.failed} ran, ${realLaw.skipped} skipped`)
    console.log(`${all.passed} passed, ${all.failed} failed, ${all.skipped} skipped`)
  }
}
