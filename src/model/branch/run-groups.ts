import { count } from '../format.ts'
import type { ResourceProgress } from '../deployments/progress.ts'
import type { RunResource } from '../deployments/run.ts'

type Step = { resource: RunResource; progress: ResourceProgress }

/** How many branches of a run stand how: a branch is its connection, with its site. */
export interface BranchCounts {
  all: number
  connected: number
  failed: number
  running: number
  removed: number
}

export function isConnection({ type }: Pick<RunResource, 'type'>): boolean {
  return /\/vpnGateways\/vpnConnections$/i.test(type)
}

export function branchCounts(steps: readonly Step[]): BranchCounts {
  const own = steps.filter(({ resource }) => isConnection(resource))
  const many = (...states: readonly ResourceProgress['is'][]) =>
    own.filter(({ progress }) => states.includes(progress.is)).length
  const failedSites = steps.filter(
    ({ resource, progress }) => isSite(resource) && progress.is === 'failed',
  ).length
  return {
    all: own.length,
    connected: many('succeeded'),
    failed: many('failed') + failedSites,
    running: many('running', 'goesOn'),
    removed: many('removed'),
  }
}

function isSite({ type }: Pick<RunResource, 'type'>): boolean {
  return /\/vpnSites$/i.test(type)
}

export interface RunGroup<S extends Step> {
  id: 'failed' | 'base' | 'running' | 'waiting' | 'done' | 'removed'
  title: string
  steps: readonly S[]
}

/** A run of many branches in a few groups: what failed first, then what is made once for all, then branches by how they stand. */
export function runGroups<S extends Step>(steps: readonly S[]): RunGroup<S>[] {
  const failed = steps.filter(({ progress }) => progress.is === 'failed')
  const rest = steps.filter(({ progress }) => progress.is !== 'failed')
  const isOfBranch = ({ resource }: Step) => isConnection(resource) || isSite(resource)
  const ofBranches = rest.filter(isOfBranch)
  const running = ofBranches.filter(({ progress }) => progress.is === 'running' || progress.is === 'goesOn')
  const done = ofBranches.filter(({ progress }) => progress.is === 'succeeded')
  const removed = ofBranches.filter(({ progress }) => progress.is === 'removed')
  const waiting = ofBranches.filter((one) => ![...running, ...done, ...removed].includes(one))
  const groups: RunGroup<S>[] = [
    { id: 'failed', title: 'Failed', steps: failed },
    { id: 'base', title: 'For all branches', steps: rest.filter((one) => !isOfBranch(one)) },
    { id: 'running', title: 'Being made', steps: running },
    { id: 'waiting', title: 'Not begun', steps: waiting },
    { id: 'done', title: 'Made', steps: done },
    { id: 'removed', title: 'Removed again', steps: removed },
  ]
  return groups.filter((group) => group.steps.length > 0)
}

/** What a plan does to a gateway that is there, after its name. @param others branches that it has */
export function branchesWords(added: number, others: number): string {
  const has =
    others === 0
      ? 'It has none yet.'
      : `The ${others === 1 ? 'branch that it has is' : `${others} branches that it has are`} not changed.`
  if (added === 0) return `gets no branch. ${has}`
  const more = `gets ${count(added, 'branch', 'branches')} more`
  return added === 1
    ? `${more}. ${has}`
    : `${more}, one after another. Where one fails, those after it are not begun, and a second run makes them. ${has}`
}
