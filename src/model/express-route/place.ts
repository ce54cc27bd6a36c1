import { homeOf } from '../edits/site-surroundings.ts'
import { privatePeeringOf } from '../edits/peering.ts'
import { keyOf, nameOfId, parseArmId } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRouteGateway, ExpressRoutePort } from '../resources/expressroute.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { VirtualHub } from '../resources/virtual-wan.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { isTouched } from '../wizard/touched.ts'
import { groupName, idIn, idOfChosen, type Place } from '../wizard/place.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { linkedTo } from './linked.ts'
import type { Surroundings } from './surroundings.ts'

/** Whether something was read, by its ARM id. */
export function isThere(id: string, { estate }: Pick<Surroundings, 'estate'>): boolean {
  return estate.resources.get(keyOf(id)) !== undefined
}

/** Where a new circuit goes. */
export function circuitPlace({ region }: CircuitAnswers, { goal }: Answers): Place {
  return { subscriptionId: goal.subscriptionId, resourceGroup: groupName(goal.group), location: region }
}

/** ARM id of a circuit, whether or not it is there; of somebody else's as it was given. */
export function circuitIdOf(circuit: CircuitAnswers, answers: Answers): string {
  switch (circuit.use) {
    case 'new':
      return idIn(circuitPlace(circuit, answers), 'expressRouteCircuits', circuit.name)
    case 'existing':
      return circuit.existing
    case 'redeemed':
      return circuit.uri.trim()
    default:
      return circuit.use satisfies never
  }
}

export function circuitNameOf(circuit: CircuitAnswers): string {
  if (circuit.use === 'new') return circuit.name.trim()
  return nameOfId(circuit.use === 'existing' ? circuit.existing : circuit.uri.trim())
}

/** The circuit as it is there, also one that this plan has made. */
export function circuitThere(
  circuit: CircuitAnswers,
  answers: Answers,
  { estate }: Surroundings,
): ExpressRouteCircuit | undefined {
  const found = estate.resources.get(keyOf(circuitIdOf(circuit, answers)))
  return found?.kind === 'expressRouteCircuit' ? found : undefined
}

/** Whether an existing circuit could not be read: of what it has nobody knows anything, so no peering of it is written. */
export function isCircuitUnread(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  return circuit.use === 'existing' && circuitThere(circuit, answers, around) === undefined
}

export function peeringIdOf(circuit: CircuitAnswers, answers: Answers): string {
  return `${circuitIdOf(circuit, answers)}/peerings/AzurePrivatePeering`
}

/** The private peering as it is there, whoever made it. */
export function peeringThere(
  circuit: CircuitAnswers,
  answers: Answers,
  around: Surroundings,
): ExpressRouteCircuit['peerings'][number] | undefined {
  const there = circuitThere(circuit, answers, around)
  return there && privatePeeringOf(there)
}

export function portOf(
  { portId }: Pick<CircuitAnswers, 'portId'>,
  { estate }: Surroundings,
): ExpressRoutePort | undefined {
  const found = estate.resources.get(keyOf(portId))
  return found?.kind === 'expressRoutePort' ? found : undefined
}

/** Whether a circuit is on an own port: as it is there, else as it is to be ordered; somebody else's that cannot be read is not known to be. */
export function isOnPort(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  const there = circuitThere(circuit, answers, around)
  if (there) return there.expressRoutePortId !== undefined
  return circuit.use === 'new' && answers.goal.port === 'direct'
}

/** Peering location of a circuit, its own or its port's; empty while none is known. */
export function locationOf(circuit: CircuitAnswers, answers: Answers, around: Surroundings): string {
  const there = circuitThere(circuit, answers, around)
  const portId = there
    ? there.expressRoutePortId
    : answers.goal.port === 'direct'
      ? circuit.portId
      : undefined
  if (portId !== undefined) return portOf({ portId }, around)?.peeringLocation ?? ''
  if (there) return there.peeringLocation ?? ''
  return circuit.use === 'new' ? circuit.location : ''
}

/** The gateway that is used, as far as it was read. */
export function existingGateway(
  { goal, gateway }: Answers,
  { estate }: Surroundings,
): VirtualNetworkGateway | ExpressRouteGateway | undefined {
  if (gateway.use === 'new') return undefined
  const found = estate.resources.get(keyOf(gateway.existing))
  if (goal.to === 'network') return found?.kind === 'virtualNetworkGateway' ? found : undefined
  return found?.kind === 'expressRouteGateway' ? found : undefined
}

/** The virtual network that is there already, the gateway's own where that is there too. */
export function existingNetwork(answers: Answers, around: Surroundings): VirtualNetwork | undefined {
  const { goal, gateway } = answers
  if (goal.to === 'hub') return undefined
  if (gateway.use === 'existing') {
    const found = existingGateway(answers, around)
    return found?.kind === 'virtualNetworkGateway' ? homeOf(found, around.estate) : undefined
  }
  const { network } = gateway
  const found = network.is === 'existing' ? around.estate.resources.get(keyOf(network.id)) : undefined
  return found?.kind === 'virtualNetwork' ? found : undefined
}

/** The virtual hub that is connected, as far as it was read. */
export function hubOf(answers: Answers, around: Surroundings): VirtualHub | undefined {
  const found = around.estate.resources.get(keyOf(hubIdOf(answers, around) ?? ''))
  return found?.kind === 'virtualHub' ? found : undefined
}

function hubIdOf(answers: Answers, around: Surroundings): string | undefined {
  if (answers.goal.to === 'network') return undefined
  if (answers.gateway.use === 'new') return answers.gateway.hub
  const found = existingGateway(answers, around)
  return found?.kind === 'expressRouteGateway' ? found.virtualHubId : undefined
}

/** Where the gateway is or will be, and with it its public address and, in a virtual network, the connections. */
export function gatewayPlace(answers: Answers, around: Surroundings): Place {
  const { gateway } = answers
  if (gateway.use === 'existing') {
    const at = parseArmId(gateway.existing)
    return {
      subscriptionId: at?.subscriptionId ?? '',
      resourceGroup: at?.resourceGroup ?? '',
      location: existingGateway(answers, around)?.location ?? '',
    }
  }
  return {
    subscriptionId: gateway.subscriptionId,
    resourceGroup: groupName(gateway.group),
    location: gatewayRegion(answers, around),
  }
}

/** That of an existing gateway, network or hub is its own. */
export function gatewayRegion(answers: Answers, around: Surroundings): string {
  const there = existingGateway(answers, around) ?? existingNetwork(answers, around) ?? hubOf(answers, around)
  return there?.location ?? answers.gateway.region
}

export function gatewayIdOf(answers: Answers, around: Surroundings): string {
  const { goal, gateway } = answers
  if (gateway.use === 'existing') return existingGateway(answers, around)?.id ?? gateway.existing
  const type = goal.to === 'hub' ? 'expressRouteGateways' : 'virtualNetworkGateways'
  return idIn(gatewayPlace(answers, around), type, gateway.name)
}

export function gatewayNameOf({ gateway }: Answers): string {
  return gateway.use === 'existing' ? nameOfId(gateway.existing) : gateway.name.trim()
}

/** ARM id of the virtual network, whether or not it is there; `undefined` for a hub, or where the gateway was not read. */
export function networkIdOf(answers: Answers, around: Surroundings): string | undefined {
  const { goal, gateway } = answers
  if (goal.to === 'hub') return undefined
  if (gateway.use === 'existing') return existingNetwork(answers, around)?.id
  return idOfChosen(gateway.network, gatewayPlace(answers, around), 'virtualNetworks')
}

/** ARM id of the virtual network or hub that is meant; `undefined` while that is not known. */
function targetIdOf(answers: Answers, around: Surroundings): string | undefined {
  const id = answers.goal.to === 'hub' ? hubIdOf(answers, around) : networkIdOf(answers, around)
  return id === '' ? undefined : id
}

/** The same where somebody chose it, or began from it; `undefined` for what is merely proposed. */
export function chosenTargetIdOf(answers: Answers, around: Surroundings): string | undefined {
  const { goal, gateway } = answers
  const member = gateway.use === 'existing' ? 'existing' : goal.to
  return isTouched(answers, `gateway.${member}`) ? targetIdOf(answers, around) : undefined
}

/**
 * ARM id of the connection, that of a hub's gateway below it. One of this name that joins the two already is meant wherever it is: it may be
 * in another resource group than its gateway.
 */
export function connectionIdOf(circuit: CircuitAnswers, answers: Answers, around: Surroundings): string {
  const name = circuit.connection.name.trim()
  const gatewayId = gatewayIdOf(answers, around)
  if (answers.goal.to === 'hub') return `${gatewayId}/expressRouteConnections/${name}`
  const circuitId = keyOf(circuitIdOf(circuit, answers))
  const there = linkedTo(around.estate.resources.get(keyOf(gatewayId)), around.estate).find(
    (one) => keyOf(one.circuitId ?? '') === circuitId && keyOf(one.connection.name) === keyOf(name),
  )
  return there?.connection.id ?? idIn(gatewayPlace(answers, around), 'connections', name)
}

/** Whether a connection needs an authorization key: the circuit is of another subscription (ExpressRoute document 5). */
export function needsAuthorization(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  if (circuit.use === 'redeemed') return true
  const mine = parseArmId(circuitIdOf(circuit, answers))?.subscriptionId ?? ''
  const gateway = gatewayPlace(answers, around).subscriptionId
  return mine !== '' && gateway !== '' && keyOf(mine) !== keyOf(gateway)
}
