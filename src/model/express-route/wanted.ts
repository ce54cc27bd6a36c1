import { prefixesIn } from '../edits/microsoft-peering.ts'
import { bandwidth } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { PlannedResource } from '../plan/plan.ts'
import { idOfChosen } from '../wizard/place.ts'
import { ALL_ZONES, isSubnetThere, newAddress, newUnderlay } from '../wizard/underlay.ts'
import { zonesOfRegion } from '../wizard/place.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import {
  circuitBody,
  connectionBody,
  hubConnectionBody,
  hubGatewayBody,
  microsoftBody,
  networkGatewayBody,
  peeringBody,
} from './bodies.ts'
import { circuitMbps } from './circuit-mbps.ts'
import { SCALE } from './gateway-skus.ts'
import { newIpv6 } from './ipv6.ts'
import {
  circuitIdOf,
  circuitThere,
  connectionIdOf,
  existingNetwork,
  gatewayIdOf,
  gatewayPlace,
  locationOf,
  needsAuthorization,
  networkIdOf,
  peeringIdOf,
  chosenTargetIdOf,
} from './place.ts'
import { microsoftIdOf } from './microsoft.ts'
import type { linksMeant } from './peering-taken.ts'
import { authorizationSecretOf, md5SecretOf } from './secrets.ts'
import { gatewayTags, setUpTags } from './set-up-tags.ts'
import type { Surroundings } from './surroundings.ts'

const NETWORK = 'Microsoft.Network'

/** Circuits that the wizard makes, whether or not an earlier run has made them. */
export function wantedCircuits(answers: Answers, around: Surroundings): PlannedResource[] {
  const target = chosenTargetIdOf(answers, around)
  return answers.circuits.flatMap((circuit): PlannedResource[] => {
    if (circuit.use !== 'new') return []
    const mbps = circuitMbps(circuit, answers, around)
    return [
      {
        id: circuitIdOf(circuit, answers),
        type: `${NETWORK}/expressRouteCircuits`,
        body: circuitBody(circuit, answers.goal.port, setUpTags(answers, circuit, target)),
        dependsOn: [],
        settings: [
          ...(answers.goal.port === 'direct' ? ['on an own port'] : [circuit.provider]),
          locationOf(circuit, answers, around),
          ...(mbps === undefined ? [] : [bandwidth(mbps)]),
          `${circuit.tier} ${circuit.family}`,
        ]
          .filter((one) => one !== '')
          .join(', '),
      },
    ]
  })
}

/** The gateway and what it stands in, whether or not an earlier run has made it; none for a gateway that is there. */
export function wantedGateway(answers: Answers, around: Surroundings): PlannedResource[] {
  const { goal, gateway } = answers
  if (gateway.use === 'existing') return []
  const place = gatewayPlace(answers, around)
  const id = gatewayIdOf(answers, around)
  if (goal.to === 'hub')
    return [
      {
        id,
        type: `${NETWORK}/expressRouteGateways`,
        body: hubGatewayBody(place.location, gateway, gateway.hub, gatewayTags(answers)),
        dependsOn: [],
        settings: unitsWords(gateway.units),
      },
    ]
  const six = newIpv6(answers, around)
  const both = (text: string, more = '') => (more === '' ? text : `${text.trim()}, ${more}`)
  const underneath = newUnderlay({
    id: networkIdOf(answers, around) ?? '',
    isNew: gateway.network.is === 'new',
    hasSubnet: hasGatewaySubnet(answers, around),
    location: place.location,
    addressSpace: both(gateway.addressSpace, six?.space),
    gatewaySubnet: both(gateway.gatewaySubnet, six?.subnet),
  })
  const own = gateway.address === 'own'
  const addresses =
    own && gateway.publicAddress.is === 'new'
      ? [newAddress(gateway.publicAddress, place, addressZones(answers, around))]
      : []
  const before = [...underneath, ...addresses]
  return [
    ...before,
    {
      id,
      type: `${NETWORK}/virtualNetworkGateways`,
      body: networkGatewayBody(
        place.location,
        gateway,
        {
          subnet: `${networkIdOf(answers, around) ?? ''}/subnets/GatewaySubnet`,
          address: own ? idOfChosen(gateway.publicAddress, place, 'publicIPAddresses') : undefined,
        },
        gatewayTags(answers),
      ),
      dependsOn: before.map((one) => one.id),
      settings: [
        'ExpressRoute',
        gateway.sku,
        ...(gateway.sku === SCALE ? [unitsWords(gateway.units)] : []),
      ].join(', '),
    },
  ]
}

/** Whether the chosen virtual network has a GatewaySubnet; `undefined` while that is not known, when none is written. */
export function hasGatewaySubnet(answers: Answers, around: Surroundings): boolean | undefined {
  return isSubnetThere(existingNetwork(answers, around), around)
}

/** Zones of a new address: as many as the region has, since the SKUs that are offered are zone-redundant (ExpressRoute document 4.4). */
function addressZones(answers: Answers, around: Surroundings): readonly string[] {
  return zonesOfRegion(gatewayPlace(answers, around).location, around) ?? ALL_ZONES
}

/** The private peering of a circuit; `undefined` where it is not this plan's to make: somebody else's, or the provider's. */
export function wantedPeering(circuit: CircuitAnswers, answers: Answers): PlannedResource | undefined {
  const { peering, use } = circuit
  if (use === 'redeemed' || peering.by === 'provider') return undefined
  return {
    id: peeringIdOf(circuit, answers),
    type: `${NETWORK}/expressRouteCircuits/peerings`,
    body: peeringBody(peering),
    ...(peering.md5 && { secrets: [md5SecretOf(circuit)] }),
    dependsOn: [],
    settings: [`AS ${peering.asn.trim()}`, `VLAN ${peering.vlan.trim()}`, ...subnetsOf(peering)].join(', '),
  }
}

/** The Microsoft peering of a circuit. @param before of this plan: what is made before it, since a circuit takes one change at a time */
export function wantedMicrosoft(
  circuit: CircuitAnswers,
  before: readonly PlannedResource[],
  answers: Answers,
): PlannedResource {
  const { microsoft } = circuit
  const { addressing, asn, vlan, prefixes, prefixes6 } = microsoft
  return {
    id: microsoftIdOf(circuit, answers),
    type: `${NETWORK}/expressRouteCircuits/peerings`,
    body: microsoftBody(microsoft),
    dependsOn: before.map(({ id }) => id),
    settings: [
      `AS ${asn.trim()}`,
      `VLAN ${vlan.trim()}`,
      ...subnetsOf(microsoft),
      `announces ${[
        ...(addressing === 'ipv6' ? [] : prefixesIn(prefixes)),
        ...(addressing === 'ipv4' ? [] : prefixesIn(prefixes6)),
      ].join(' and ')}`,
    ].join(', '),
  }
}

function subnetsOf(links: Parameters<typeof linksMeant>[0]): string[] {
  const { addressing, primary, secondary, primary6, secondary6 } = links
  return [
    ...(addressing === 'ipv6' ? [] : [`${primary.trim()} and ${secondary.trim()}`]),
    ...(addressing === 'ipv4' ? [] : [`${primary6.trim()} and ${secondary6.trim()}`]),
  ]
}

/** The connection of a circuit. @param before of this plan: the gateway, and the circuit's peering */
export function wantedConnection(
  circuit: CircuitAnswers,
  before: readonly PlannedResource[],
  answers: Answers,
  around: Surroundings,
): PlannedResource {
  const { connection } = circuit
  const isHub = answers.goal.to === 'hub'
  const place = gatewayPlace(answers, around)
  // An existing circuit by its own spelling.
  const circuitId = circuitThere(circuit, answers, around)?.id ?? circuitIdOf(circuit, answers)
  return {
    id: connectionIdOf(circuit, answers, around),
    type: isHub ? `${NETWORK}/expressRouteGateways/expressRouteConnections` : `${NETWORK}/connections`,
    body: isHub
      ? hubConnectionBody(connection, `${circuitId}/peerings/AzurePrivatePeering`)
      : connectionBody(place.location, connection, {
          gateway: gatewayIdOf(answers, around),
          circuit: circuitId,
        }),
    ...(needsAuthorization(circuit, answers, around) && { secrets: [authorizationSecretOf(circuit)] }),
    dependsOn: before.map(({ id }) => id),
    settings: [
      'ExpressRoute',
      `weight ${connection.weight.trim() || '0'}`,
      ...(connection.fastPath ? ['FastPath'] : []),
    ].join(', '),
  }
}

function unitsWords({ min, max }: Answers['gateway']['units']): string {
  const [from, to] = [min.trim(), max.trim()]
  return keyOf(from) === keyOf(to) ? `${from} scale units` : `${from} to ${to} scale units`
}
