import { progressOf } from '../../../model/deployments/progress.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { keyOf } from '../../../model/paths.ts'

/** What there is to verify, by ARM ids. */
interface Targets {
  gatewayId: string
  connectionIds: readonly string[]
  otherIds: readonly string[]
}

/**
 * What runs of one draft have made: after a failure a second run makes only what was missing.
 * @param runs of the draft, or the one there is
 * @returns `undefined` where no connection was made
 */
export function targetsOf(runs: readonly PlanRun[]): Targets | undefined {
  const made = runs.flatMap((run) =>
    progressOf(run).flatMap(({ resource, progress }) => (progress.is === 'succeeded' ? resource : [])),
  )
  const ids = [...new Map(made.map(({ id }) => [keyOf(id), id])).values()]
  const gatewayId =
    ids.find((id) => isOf('virtualNetworkGateways', id)) ??
    runs
      .flatMap(({ uses, resources }) => [...resources.map(({ id }) => id), ...uses])
      .find((id) => isOf('virtualNetworkGateways', id))
  const connectionIds = ids.filter((id) => isOf('connections', id))
  if (gatewayId === undefined || connectionIds.length === 0) return undefined
  return {
    gatewayId,
    connectionIds,
    otherIds: ids.filter((id) => isOf('localNetworkGateways', id) || isOf('publicIPAddresses', id)),
  }
}

function isOf(type: string, id: string): boolean {
  return new RegExp(`/Microsoft\\.Network/${type}/[^/]+$`, 'i').test(id)
}
