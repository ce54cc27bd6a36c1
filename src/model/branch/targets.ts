import { progressOf } from '../deployments/progress.ts'
import type { PlanRun } from '../deployments/run.ts'
import type { Estate } from '../estate.ts'
import { keyOf, parentId } from '../paths.ts'

/** What runs of one draft have connected, by ARM ids. */
export interface BranchTargets {
  gatewayId: string
  /** `undefined` where no run tells it. */
  wanId: string | undefined
  connectionIds: readonly string[]
  /** Of these connections, as far as it is known. */
  siteIds: readonly string[]
  otherIds: readonly string[]
  /** Branches that a run under way is still to connect. */
  toCome: number
}

/**
 * What there is to set up at the branches and to verify: after a failure a second run makes only what was missing.
 * @param runs of the draft, or the one there is
 * @param estate tells the sites that were there before
 * @returns `undefined` where no branch was connected
 */
export function targetsOf(
  runs: readonly PlanRun[],
  estate: Pick<Estate, 'resources'>,
): BranchTargets | undefined {
  const made = distinct(
    runs.flatMap((run) =>
      progressOf(run).flatMap(({ resource, progress }) => (progress.is === 'succeeded' ? resource.id : [])),
    ),
  )
  const all = distinct([
    ...made,
    ...runs.flatMap(({ uses, resources }) => [...uses, ...resources.map(({ id }) => id)]),
  ])
  const connectionIds = made.filter((id) => isOf('vpnGateways/[^/]+/vpnConnections', id))
  const connected = new Set(connectionIds.map(keyOf))
  const toCome = distinct(
    runs.flatMap(({ state, resources }) => (state.is === 'running' ? resources.map(({ id }) => id) : [])),
  ).filter((id) => isOf('vpnGateways/[^/]+/vpnConnections', id) && !connected.has(keyOf(id))).length
  const gatewayId = parentId(connectionIds[0] ?? '')
  if (gatewayId === undefined) return undefined
  return {
    gatewayId,
    wanId: all.find((id) => isOf('virtualWans', id)),
    connectionIds,
    toCome,
    siteIds: distinct(connectionIds.flatMap((id) => siteOf(id, runs, estate) ?? [])),
    otherIds: made.filter(
      (id) => isOf('virtualHubs', id) || isOf('virtualHubs/[^/]+/hubVirtualNetworkConnections', id),
    ),
  }
}

/** A run that makes the site makes its connection after it. */
function siteOf(
  connectionId: string,
  runs: readonly PlanRun[],
  { resources }: Pick<Estate, 'resources'>,
): string | undefined {
  const key = keyOf(connectionId)
  const connection = resources.get(key)
  if (connection?.kind === 'vpnConnection' && connection.siteId !== undefined) return connection.siteId
  return runs
    .flatMap((run) => run.resources)
    .flatMap(({ id, dependsOn }) => (keyOf(id) === key ? dependsOn : []))
    .find((id) => isOf('vpnSites', id))
}

function distinct(ids: readonly string[]): string[] {
  return [...new Map(ids.map((id) => [keyOf(id), id])).values()]
}

function isOf(type: string, id: string): boolean {
  return new RegExp(`/Microsoft\\.Network/${type}/[^/]+$`, 'i').test(id)
}
