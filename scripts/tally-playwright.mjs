import { relative } from 'node:path'
import { root } from './run.mjs'
import { firstLine, noReason, report } from './tally.mjs'

/** A Playwright reporter that counts for `npm test`. Say why a test is skipped with `test.skip(condition, 'reason')`. */
export default class TallyReporter {
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite
  /** @type {import('@playwright/test/reporter').TestError[]} */
  #errors = []

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite
  }

  /** @param {import('@playwright/test/reporter').TestError} error */
  onError(error) {
    this.#errors.push(error)
  }

  onEnd() {
    /** @type {import('./tally.mjs').Tally} */
    const tally = { passed: 0, failed: this.#errors.length, skipped: [], failures: [], retried: [] }
    for (const error of this.#errors) tally.failures.push({ file: '', name: '', reason: firstLine(error) })
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome()
      const file = relative(root, test.location.file)
      const name = test.titlePath().slice(3).join(' > ')
      const told = { file, name, reason: firstLine(test.results.find(({ error }) => error)?.error) }
      if (outcome === 'expected') tally.passed++
      else if (outcome === 'flaky') {
        tally.passed++
        tally.retried.push(told)
      } else if (outcome === 'skipped') {
        const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
        tally.skipped.push({ file, name, reason: note?.description ?? noReason })
      } else {
        tally.failed++
        tally.failures.push(told)
      }
    }
    report(tally)
  }

  printsToStdio() {
    return false
  }
}
