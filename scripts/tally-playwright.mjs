import { relative } from 'node:path'
import { root } from './run.mjs'
import { noReason, report } from './tally.mjs'

/** A Playwright reporter that counts for `npm test`. Say why a test is skipped with `test.skip(condition, 'reason')`. */
export default class TallyReporter {
  /** @type {import('@playwright/test/reporter').Suite | undefined} */
  #suite
  #errors = 0

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite
  }

  onError() {
    this.#errors++
  }

  onEnd() {
    /** @type {import('./tally.mjs').Tally} */
    const tally = { passed: 0, failed: this.#errors, skipped: [] }
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome()
      if (outcome === 'expected') tally.passed++
      else if (outcome === 'skipped') {
        const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')
        tally.skipped.push({
          file: relative(root, test.location.file),
          name: test.titlePath().slice(3).join(' > '),
          reason: note?.description ?? noReason,
        })
      } else tally.failed++
    }
    report(tally)
  }

  printsToStdio() {
    return false
  }
}
