import { relative } from 'node:path'
import { root } from './run.mjs'
import { firstLine, noReason, report } from './tally.mjs'

/** @typedef {{ message?: string, VITEST_TEST_PATH?: string, VITEST_TEST_NAME?: string }} Unhandled */

/** A vitest reporter that counts for `npm test`. Say why a test is skipped with `ctx.skip('reason')`. */
export default class TallyReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    /** @type {import('./tally.mjs').Tally} */
    const tally = { passed: 0, failed: errors.length, skipped: [], failures: [], retried: [] }
    // Nobody waited for it: where it came up says which test began it.
    for (const error of errors) {
      const { message, VITEST_TEST_PATH: path, VITEST_TEST_NAME: name } = /** @type {Unhandled} */ (error)
      tally.failures.push({
        file: path === undefined ? '' : relative(root, path),
        name: name ?? '',
        reason: firstLine({ message }),
      })
    }
    /**
     * @param {import('vitest/node').TestModule} module
     * @param {string} name
     * @param {readonly { message: string }[]} errors of each try, in their order
     */
    const told = (module, name, [error]) => ({
      file: module.relativeModuleId,
      name,
      reason: firstLine(error),
    })
    for (const module of modules) {
      let failed = 0
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') {
          tally.passed++
          if (test.diagnostic()?.flaky) tally.retried.push(told(module, test.fullName, result.errors ?? []))
        } else if (result.state === 'failed') {
          failed++
          tally.failures.push(told(module, test.fullName, result.errors))
        } else {
          const note = 'note' in result ? result.note : undefined
          const reason = note ?? (test.options.mode === 'todo' ? 'to do' : noReason)
          tally.skipped.push({ file: module.relativeModuleId, name: test.fullName, reason })
        }
      }
      // A file that could not be loaded, or whose hooks failed, counts even though none of its tests did.
      if (module.state() === 'failed' && failed === 0) {
        failed = 1
        const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors())
        tally.failures.push(told(module, '', [...module.errors(), ...suites]))
      }
      tally.failed += failed
    }
    report(tally)
  }
}
