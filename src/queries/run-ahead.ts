import type { Deployments } from '../azure/deployments.ts'
import type { ResourceChange } from '../model/deployments/changes.ts'
import { overwritesIn } from '../model/deployments/overwrites.ts'
import type { PlanRun } from '../model/deployments/run.ts'
import type { HubError } from '../model/errors.ts'
import { thereByNow, wouldDelete } from './run-ends.ts'

/**
 * Why a plan is not sent: somebody made a network or a subnet of it meanwhile, or one that this account could not see.
 * Each is read just before; one that cannot be read stops the run as well.
 * @param changes absent where what-if did not answer
 */
export async function whyNotSent(
  { isThere }: Pick<Deployments, 'isThere'>,
  { resources }: Pick<PlanRun, 'resources'>,
  changes: readonly ResourceChange[] | undefined,
  signal: AbortSignal,
): Promise<HubError | undefined> {
  const planned = resources.map(({ id }) => id)
  const { deleted, there, toRead } = overwritesIn(changes, planned)
  if (deleted[0] !== undefined) return wouldDelete(deleted[0])
  if (there[0] !== undefined) return thereByNow(there[0])
  for (const id of toRead) {
    const read = await isThere(id, signal)
    if (!read.ok) return read.error
    if (read.value) return thereByNow(id)
  }
  return undefined
}
