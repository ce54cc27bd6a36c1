import { keyOf } from '../paths.ts'
import { commonRegion, firstSubscription, subscriptionIn } from '../wizard/starting-place.ts'
import { touching } from '../wizard/touched.ts'
import type { Answers } from './answers.ts'
import { answersOfSetUp } from './answers-of-set-up.ts'
import { type CarriedToExpressRoute, withCarried } from './carried.ts'
import { settled } from './settled.ts'
import type { Surroundings } from './surroundings.ts'
import { targetOf, withTarget } from './target.ts'

/** What the wizard is begun from: at most one id. */
export interface StartingFrom {
  circuitId?: string
  gatewayId?: string
  networkId?: string
  hubId?: string
  /** The tag that the circuits will share, where they are none of a set-up yet: short, letters and digits. */
  setUp?: string
  /** What is known already, beside whatever it is begun from. */
  carried?: CarriedToExpressRoute
}

/**
 * What the wizard begins with: for a circuit, with its siblings of the same set-up; for a gateway, a virtual network or a hub; or for nothing
 * yet. A virtual network or hub that has an ExpressRoute gateway already means that one, since there can be no other (ExpressRoute document 4.4).
 */
export function startingAnswers(from: StartingFrom, around: Surroundings): Answers {
  const find = (id: string | undefined) =>
    id === undefined ? undefined : around.estate.resources.get(keyOf(id))
  const started = emptyAnswers(from, around)
  const circuit = find(from.circuitId)
  if (circuit?.kind === 'expressRouteCircuit') return answersOfSetUp(circuit, started, around)
  const named = find(from.gatewayId) ?? find(from.networkId) ?? find(from.hubId)
  const target = named && targetOf(named, around)
  const begun = settled(target ? withTarget(started, target) : unread(from, started), around)
  return from.carried ? withCarried(begun, from.carried, around) : begun
}

/** What was not read is meant all the same, as far as its id tells. */
function unread({ gatewayId, networkId, hubId, circuitId }: StartingFrom, started: Answers): Answers {
  const { gateway, goal } = started
  if (circuitId !== undefined) {
    const [first, ...rest] = started.circuits
    return first
      ? { ...started, circuits: [{ ...first, use: 'existing', existing: circuitId }, ...rest] }
      : started
  }
  if (gatewayId !== undefined) {
    const chosen = touching(started, 'gateway.existing')
    const to = /\/expressRouteGateways\//i.test(gatewayId) ? 'hub' : 'network'
    return {
      ...chosen,
      goal: { ...goal, to },
      gateway: { ...gateway, use: 'existing', existing: gatewayId },
    }
  }
  if (networkId !== undefined)
    return {
      ...touching(started, 'gateway.network'),
      gateway: { ...gateway, network: { is: 'existing', id: networkId } },
    }
  if (hubId !== undefined)
    return {
      ...touching(started, 'gateway.hub'),
      goal: { ...goal, to: 'hub' },
      gateway: { ...gateway, hub: hubId },
    }
  return started
}

function emptyAnswers(
  { gatewayId, networkId, hubId, circuitId, setUp = '', carried }: StartingFrom,
  around: Surroundings,
): Answers {
  const subscriptionId =
    subscriptionIn(circuitId ?? gatewayId ?? networkId ?? hubId) ?? firstSubscription(around)
  return {
    goal: {
      subscriptionId,
      group: { is: 'new', name: '' },
      resiliency: 'maximum',
      port: 'provider',
      to: 'network',
    },
    circuits: [],
    order: { agreed: '' },
    gateway: {
      use: 'new',
      existing: '',
      subscriptionId,
      group: { is: 'new', name: '' },
      region: carried?.region ?? commonRegion(subscriptionId, around),
      name: '',
      sku: '',
      units: { min: '', max: '' },
      address: 'azure',
      publicAddress: { is: 'new', name: '' },
      network: { is: 'new', name: '' },
      addressSpace: '',
      addressSpace6: '',
      gatewaySubnet: '',
      hub: '',
    },
    setUp,
    touched: [],
  }
}
