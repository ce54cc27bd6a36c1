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
