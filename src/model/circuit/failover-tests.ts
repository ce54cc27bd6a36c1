import { duration, readTime } from '../format.ts'
import type { Verdict } from '../status/verdict.ts'
import type { FailoverTestReading } from './resiliency.ts'

/** States in which a location is away, or may be; the others are over or never began (ExpressRoute document 2.3). */
const UNDER_WAY: readonly string[] = ['starting', 'running', 'stopping', 'stopfailed']

/** Whether a test still keeps a location away, or may. One whose stop failed does: it has to be stopped again. */
export function isUnderWay({ status }: FailoverTestReading): boolean {
  return UNDER_WAY.includes(status?.toLowerCase() ?? '')
}

/** It goes on until somebody stops it. */
export function isRunning({ status }: FailoverTestReading): boolean {
  return status?.toLowerCase() === 'running'
}

const HOUR = 3_600_000

/**
 * What somebody who comes to the gateway has to know of the test that is under way (finding ER-031: over two hours it may be forgotten).
 * @param at when the tests were told, ms
 */
export function testNotice(
  tests: readonly FailoverTestReading[],
  at: number,
): { verdict: Verdict; sentence: string } | undefined {
  const test = tests.find(isUnderWay)
  if (test === undefined) return undefined
  const begun = readTime(test.startedAt)
  const age = begun === undefined ? undefined : at - begun
  const long = age !== undefined && age > 2 * HOUR
  return {
    verdict: long || test.status?.toLowerCase() === 'stopfailed' ? 'down' : 'attention',
    sentence: `The failover test of ${test.location ?? 'a location'} is ${test.status ?? 'under way'}${age === undefined ? '' : `, begun ${duration(age)} before it was read`}. ${
      long
        ? 'Tests never end by themselves, and this one may be forgotten.'
        : 'Tests never end by themselves.'
    } The circuits there carry nothing for this gateway meanwhile.`,
  }
}
