import { parsePrefix } from '../../../lib/cidr.ts'
import { placeOf } from '../../circuit/place.ts'
import { count } from '../../format.ts'
import { keyOf } from '../../paths.ts'
import { SUBNET_LENGTH } from '../../wizard/free-prefixes.ts'
import { subnetPrefixes } from '../../wizard/underlay.ts'
import {
  HUB_CIRCUITS,
  SAME_LOCATION,
  scaleUnitsOf,
  skuFacts,
  unitsIn,
  type SkuFacts,
} from '../gateway-skus.ts'
import { otherConnections } from '../gateway-connections.ts'
import { existingGateway, existingNetwork, gatewayNameOf, locationOf } from '../place.ts'
import { error, setGateway, type At, type Looked, type WizardCheck } from './check.ts'

/** From how many circuits GatewaySubnet has to be a /26 (ExpressRoute document 4.4, ER-024). */
const SMALL_SUBNET_CIRCUITS = 8

/** How many circuits a gateway takes: by its SKU, of one location, in a hub (ExpressRoute document 1.4, 4.1; Virtual WAN document 6). */
export function limitChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const others = otherConnections(answers, around)
  const all = others.length + answers.circuits.length
  const name = gatewayNameOf(answers) || 'The gateway'
  const last = answers.circuits.length - 1
  const at: At = ['connection', `circuits.${last}.connection`]
  const most = answers.goal.to === 'hub' ? HUB_CIRCUITS : factsOf(looked)?.circuits
  const checks: WizardCheck[] = []
  if (most !== undefined && all > most)
    checks.push(
      error(
        'circuits-of-gateway',
        at,
        `${name} would have ${count(all, 'circuit')}, and ${answers.goal.to === 'hub' ? 'a hub takes' : 'its SKU takes'} ${most}.${others.length === 0 ? '' : ' Remove a connection first, or resize the gateway.'}`,
        answers.gateway.use === 'new' && answers.goal.to === 'network'
          ? setGateway('Use ErGw3AZ', { sku: 'ErGw3AZ' }, around)
          : undefined,
      ),
    )
  const sites = [
    ...others.map(({ circuitId }) => {
      const circuit = around.estate.resources.get(keyOf(circuitId ?? ''))
      return circuit?.kind === 'expressRouteCircuit' ? placeOf(circuit, around.estate) : undefined
    }),
    ...answers.circuits.map((circuit) => locationOf(circuit, answers, around)),
  ]
  for (const location of new Set(answers.circuits.map((one) => locationOf(one, answers, around)))) {
    const here = sites.filter((one) => one === location).length
    if (location !== '' && here > SAME_LOCATION)
      checks.push(
        error(
          'circuits-of-location',
          at,
          `${name} would have ${count(here, 'circuit')} of ${location}. A network takes ${SAME_LOCATION} of one peering location, whatever the SKU.`,
        ),
      )
  }
  return [...checks, ...subnetChecks(all, at, looked)]
}

function factsOf({ answers, around }: Looked): SkuFacts | undefined {
  const { gateway } = answers
  if (gateway.use === 'new') return skuFacts(gateway.sku, unitsIn(gateway.units.min) || 1)
  const there = existingGateway(answers, around)
  return there?.kind === 'virtualNetworkGateway'
    ? skuFacts(there.sku ?? '', scaleUnitsOf(there.body).min)
    : undefined
}

function subnetChecks(circuits: number, at: At, { answers, around }: Looked): WizardCheck[] {
  if (answers.goal.to === 'hub' || circuits <= SMALL_SUBNET_CIRCUITS) return []
  const [prefix] = subnetPrefixes(existingNetwork(answers, around), around)
  const length = parsePrefix(prefix ?? '')?.length
  return length !== undefined && length >= SUBNET_LENGTH
    ? [
        error(
          'ER-024',
          at,
          `With ${count(circuits, 'circuit')} GatewaySubnet has to be a /26, and it is a /${length}.`,
        ),
      ]
    : []
}
