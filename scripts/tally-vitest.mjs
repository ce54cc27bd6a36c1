import { noReason, report } from './tally.mjs'

/** A vitest reporter that counts for `npm test`. Say why a test is skipped with `ctx.skip('reason')`. */
export default class TallyReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    /** @type {import('./tally.mjs').Tally} */
    const tally = { passed: 0, failed: errors.length, skipped: [] }
    for (const module of modules) {
      let failed = 0
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') tally.passed++
        else if (result.state === 'failed') failed++
        else {
          const note = 'note' in result ? result.note : undefined
          const reason = note ?? (test.options.mode === 'todo' ? 'to do' : noReason)
          tally.skipped.push({ file: module.relativeModuleId, name: test.fullName, reason })
        }
      }
      // A file that could not be loaded, or whose hooks failed, counts even though none of its tests did.
      tally.failed += module.state() === 'failed' ? Math.max(failed, 1) : failed
    }
    report(tally)
  }
}
