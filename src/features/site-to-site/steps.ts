import type { Step } from '../../model/site-to-site/answers.ts'

/** What each step is called. */
export const STEP_TITLES: Record<Step, string> = {
  goal: 'Goal',
  network: 'Network',
  gateway: 'Gateway',
  sites: 'Sites',
  connection: 'Connection',
  device: 'Device',
  review: 'Review',
  deploy: 'Deploy',
  verify: 'Verify',
}

export const WIZARD = 'site-to-site'
export const WIZARD_NAME = 'Site-to-site VPN'

/** The page of a step, with what tells the draft. */
export function stepPath(step: Step, search: string): string {
  return `/create/site-to-site/${step}${search}`
}
