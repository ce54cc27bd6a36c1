import type { Step } from '../../model/site-to-site/answers.ts'

/** The steps in their order, and what each is called. */
export const STEP_TITLES: readonly { id: Step; title: string }[] = [
  { id: 'goal', title: 'Goal' },
  { id: 'network', title: 'Network' },
  { id: 'gateway', title: 'Gateway' },
  { id: 'sites', title: 'Sites' },
  { id: 'connection', title: 'Connection' },
  { id: 'device', title: 'Device' },
  { id: 'review', title: 'Review' },
  { id: 'deploy', title: 'Deploy' },
  { id: 'verify', title: 'Verify' },
]

export const WIZARD = 'site-to-site'
export const HOME = '/create/site-to-site'
/** What its pages are called. */
export const TITLE = 'Set up VPN'
