import type { Step } from '../../model/express-route/answers.ts'

/** The steps in their order, and what each is called. */
export const STEP_TITLES: readonly { id: Step; title: string }[] = [
  { id: 'resiliency', title: 'Resiliency' },
  { id: 'circuits', title: 'Circuits' },
  { id: 'order', title: 'Order' },
  { id: 'ordered', title: 'Ordered' },
  { id: 'provider', title: 'Provider' },
  { id: 'peering', title: 'Peering' },
  { id: 'microsoft', title: 'Microsoft peering' },
  { id: 'gateway', title: 'Gateway' },
  { id: 'connection', title: 'Connection' },
  { id: 'review', title: 'Review' },
  { id: 'deploy', title: 'Deploy' },
  { id: 'verify', title: 'Verify' },
]

export const WIZARD = 'expressroute'
export const HOME = '/create/expressroute'
/** What its pages are called. */
export const TITLE = 'Set up ExpressRoute'
