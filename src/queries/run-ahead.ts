import type { Deployments } from '../azure/deployments.ts'
import type { ResourceChange } from '../model/deployments/changes.ts'
import { overwritesIn } from '../model/deployments/overwrites.ts'
import type { HubError } from '../model/errors.ts'
import type { Plan } from '../model/plan/plan.ts'
import { thereByNow, wouldDelete } from './run-ends.ts'

/**
 * Why a plan is not sent: somebody made a network, a subnet, a circuit or a peering of it meanwhile, or one that was not read.
 * Each is read just before; one that cannot be read stops the run as well.
 * @param changes absent where what-if did not answer
 */
export async function whyNotSent(
  { isThere }: Pick<Deployments, 'isThere'>,
  { resources }: Pick<Plan, 'resources'>,
  changes: readonly ResourceChange[] | undefined,
  signal: AbortSignal,
): Promise<HubError | undefined> {
  const { deleted, there, toRead } = overwritesIn(changes, resources)
  if (deleted[0] !== undefined) return wouldDelete(deleted[0])
  if (there[0] !== undefined) return thereByNow(there[0])
  for (const id of toRead) {
    const read = await isThere(id, signal)
    if (!read.ok) return read.error
    if (read.value) return thereByNow(id)
  }
  return undefined
}
