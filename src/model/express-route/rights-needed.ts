import { distinctRights, rightsOfRun, scopeOfPlan, type NeededRight } from '../wizard/needed-rights.ts'
import type { Answers } from './answers.ts'
import { isThere } from './place.ts'
import { planOf, wholeConnection } from './plan-of.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Every right that the runs of both phases need, each once, known before the first: what waits for the provider is asked for as well
 * (ARM contract 12.6).
 */
export function rightsNeeded(answers: Answers, around: Surroundings): NeededRight[] {
  const order = planOf(answers, around, 'order').plan
  const connect = wholeConnection(answers, around)
  const needed = [order, connect].flatMap((plan) =>
    plan.at.subscriptionId !== '' && plan.resources.length > 0
      ? rightsOfRun(plan, (id) => isThere(id, around))
      : [],
  )
  return distinctRights([...needed, ...joined(answers, scopeOfPlan(connect))])
}

/** What a new gateway uses: its subnet and its address, new ones in the group they will be in. */
function joined({ goal, gateway }: Answers, at: string): NeededRight[] {
  if (gateway.use === 'existing' || goal.to === 'hub' || at === '/subscriptions/') return []
  const { network, address, publicAddress } = gateway
  const needed: NeededRight[] = []
  const networkScope = network.is === 'new' ? at : network.id
  if (networkScope !== '')
    needed.push({ action: 'Microsoft.Network/virtualNetworks/subnets/join/action', scope: networkScope })
  const addressScope = publicAddress.is === 'new' ? at : publicAddress.id
  if (address === 'own' && addressScope !== '')
    needed.push({ action: 'Microsoft.Network/publicIPAddresses/join/action', scope: addressScope })
  return needed
}
