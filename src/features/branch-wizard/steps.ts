import type { Step } from '../../model/branch/answers.ts'

/** The steps in their order, and what each is called. */
export const STEP_TITLES: readonly { id: Step; title: string }[] = [
  { id: 'goal', title: 'Virtual WAN' },
  { id: 'hub', title: 'Hub' },
  { id: 'gateway', title: 'Gateway' },
  { id: 'sites', title: 'Sites' },
  { id: 'connection', title: 'Connection' },
  { id: 'review', title: 'Review' },
  { id: 'deploy', title: 'Deploy' },
  { id: 'devices', title: 'Devices' },
  { id: 'verify', title: 'Verify' },
]

export const WIZARD = 'branch'
export const HOME = '/create/branch'
/** What its pages are called. */
export const TITLE = 'Connect a branch'

/** Whoever went on from a question has seen those before it, also where the list of steps led past them. */
export function passedOver(isLeft: (step: Step) => boolean): Step[] {
  const ids = STEP_TITLES.map(({ id }) => id)
  return ids.slice(0, Math.max(0, ids.findLastIndex(isLeft)))
}
