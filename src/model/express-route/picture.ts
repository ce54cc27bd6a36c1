import { bandwidth } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import { spokesOf } from '../status/overlap.ts'
import { inTheWayOf, saidPart, stateOf, type PicturePart } from '../wizard/picture-parts.ts'
import { nameOfChosen } from '../wizard/place.ts'
import { subnetPrefixes } from '../wizard/underlay.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { circuitMbps } from './circuit-mbps.ts'
import type { WizardCheck } from './checks/check.ts'
import { SCALE } from './gateway-skus.ts'
import { newIpv6 } from './ipv6.ts'
import { canHaveMicrosoft, isProvidersToMake, microsoftThere } from './microsoft.ts'
import {
  circuitNameOf,
  circuitThere,
  existingGateway,
  existingNetwork,
  gatewayNameOf,
  gatewayRegion,
  hubOf,
  isThere,
  connectionIdOf,
  locationOf,
  peeringThere,
} from './place.ts'
import type { Surroundings } from './surroundings.ts'
import { hasGatewaySubnet } from './wanted.ts'

/** A circuit with what it goes through; its links are the primary and the secondary. */
export interface PictureCircuit extends PicturePart {
  key: string
  /** `Amsterdam`, or empty. */
  location: string
  provider: PicturePart
  peering: PicturePart
  /** Where one is asked for. */
  microsoft?: PicturePart
  connection: PicturePart
}

/** What will exist in the end, from on-premises to the virtual network or hub. */
export interface PlanPicture {
  circuits: readonly PictureCircuit[]
  gateway: PicturePart
  /** Of a virtual network. */
  subnet?: PicturePart
  /** The virtual network or hub. */
  target: PicturePart
  to: Answers['goal']['to']
  /** Short region name. */
  region: string
  /** Virtual networks that reach the gateway through peering, or are connected to the hub. */
  peers: number
}

/**
 * @param checks of all steps; only errors count here
 * @param isTold which of them are told by now; all, on a page that is not typed on
 */
export function pictureOf(
  answers: Answers,
  around: Surroundings,
  checks: readonly WizardCheck[],
  isTold: (check: WizardCheck) => boolean = () => true,
): PlanPicture {
  const at = inTheWayOf(
    checks.filter(({ is }) => is === 'error'),
    isTold,
  )
  const { goal, gateway } = answers
  const there = existingGateway(answers, around)
  const sku = there?.kind === 'virtualNetworkGateway' ? there.sku : gateway.sku
  const onExisting = gateway.use === 'existing'
  const network = existingNetwork(answers, around)
  const hub = hubOf(answers, around)
  const six = newIpv6(answers, around)
  const subnetThere = onExisting || hasGatewaySubnet(answers, around) === true
  const gatewayFacts = goal.to === 'hub' || sku === SCALE ? [`${gateway.units.min} scale units`] : [sku ?? '']
  return {
    circuits: answers.circuits.map((circuit, index) => circuitPart(circuit, index, at, answers, around)),
    gateway: {
      name: gatewayNameOf(answers) || (onExisting ? 'No gateway chosen yet' : ''),
      ...stateOf(
        onExisting ? 'exists' : 'new',
        at('gateway.existing', 'gateway.name', 'gateway.sku', 'gateway.units', 'gateway.publicAddress'),
      ),
      facts: onExisting && (goal.to === 'hub' || !there) ? [] : gatewayFacts,
    },
    ...(goal.to === 'network' && {
      subnet: {
        name: 'GatewaySubnet',
        ...stateOf(subnetThere ? 'exists' : 'new', at('gateway.gatewaySubnet')),
        facts: subnetThere ? subnetPrefixes(network, around) : [gateway.gatewaySubnet, six?.subnet ?? ''],
      },
    }),
    target:
      goal.to === 'hub'
        ? {
            name: hub?.name ?? nameOfId(gateway.hub),
            ...stateOf('exists', at('gateway.hub')),
            facts: hub?.addressPrefix === undefined ? [] : [hub.addressPrefix],
          }
        : {
            // Of a gateway that is there, and not chosen yet or not read, nothing is known.
            name: network?.name ?? (onExisting ? 'its virtual network' : nameOfChosen(gateway.network)),
            ...stateOf(
              onExisting || gateway.network.is === 'existing' ? 'exists' : 'new',
              at('gateway.network', 'gateway.addressSpace', 'gateway.addressSpace6'),
            ),
            facts: network?.addressPrefixes ?? (onExisting ? [] : [gateway.addressSpace, six?.space ?? '']),
          },
    to: goal.to,
    region: gatewayRegion(answers, around),
    peers: peersOf(answers, around),
  }
}

function peersOf(answers: Answers, around: Surroundings): number {
  const find = (id: string) => around.estate.resources.get(keyOf(id))
  const network = existingNetwork(answers, around)
  if (network) return spokesOf(network, { find }).length
  const hub = hubOf(answers, around)
  if (!hub) return 0
  return around.estate.links(hub.key).filter(({ id }) => find(id)?.kind === 'hubVirtualNetworkConnection')
    .length
}

function circuitPart(
  circuit: CircuitAnswers,
  index: number,
  at: ReturnType<typeof inTheWayOf>,
  answers: Answers,
  around: Surroundings,
): PictureCircuit {
  const there = circuitThere(circuit, answers, around)
  const mbps = circuitMbps(circuit, answers, around)
  const place = `circuits.${index}`
  const own = [
    'existing',
    'uri',
    'name',
    'region',
    'provider',
    'location',
    'bandwidth',
    'portId',
    'gbps',
    'tier',
    'family',
  ].map((member) => `${place}.${member}`)
  const inTheWay = at(...own)
  const { connection } = circuit
  const isRedeemed = circuit.use === 'redeemed'
  const microsoft = microsoftPart(circuit, at(`${place}.microsoft`), answers, around)
  return {
    key: circuit.key,
    name: circuitNameOf(circuit),
    location: locationOf(circuit, answers, around),
    ...stateOf(there || circuit.use !== 'new' ? 'exists' : 'new', inTheWay),
    facts: [
      [...(mbps === undefined ? [] : [bandwidth(mbps)]), ...(microsoft ? ['Microsoft peering'] : [])].join(
        ', ',
      ),
    ],
    provider: {
      name: there
        ? (there.serviceProviderName ?? 'Own port')
        : isRedeemed
          ? 'Somebody else’s circuit'
          : answers.goal.port === 'direct'
            ? 'Own port'
            : circuit.provider,
      ...stateOf('exists', at(`${place}.provider`, `${place}.portId`)),
      facts: [],
    },
    peering: {
      name: 'Private peering',
      ...stateOf(
        isRedeemed || peeringThere(circuit, answers, around) ? 'exists' : 'new',
        at(`${place}.peering`),
      ),
      facts: isRedeemed ? [] : peeringFacts(circuit, answers, around),
    },
    ...(microsoft && { microsoft }),
    connection: {
      name: connection.name.trim(),
      ...stateOf(
        isThere(connectionIdOf(circuit, answers, around), around) ? 'exists' : 'new',
        at(`${place}.connection`),
      ),
      facts: [],
    },
  }
}

function peeringFacts(circuit: CircuitAnswers, answers: Answers, around: Surroundings): string[] {
  const { by, vlan, asn } = circuit.peering
  const there = peeringThere(circuit, answers, around)
  if (!there && by === 'provider') return ['made by the provider']
  return [`VLAN ${there?.vlanId ?? vlan.trim()}`, `AS ${there?.peerASN ?? asn.trim()}`]
}

function microsoftPart(
  circuit: CircuitAnswers,
  inTheWay: ReturnType<ReturnType<typeof inTheWayOf>>,
  answers: Answers,
  around: Surroundings,
): PicturePart | undefined {
  const { wanted, vlan, asn } = circuit.microsoft
  if (!wanted || !canHaveMicrosoft(circuit, answers, around)) return undefined
  const there = microsoftThere(circuit, answers, around)
  if (!there && isProvidersToMake(circuit, answers, around)) return undefined
  return {
    name: 'Microsoft peering',
    ...stateOf(there ? 'exists' : 'new', inTheWay),
    facts: [`VLAN ${there?.vlanId ?? vlan.trim()}`, `AS ${there?.peerASN ?? asn.trim()}`],
  }
}

/** The same in words, for who does not see it. */
export function pictureWords({ circuits, gateway, subnet, target, to }: PlanPicture): string {
  const paths = circuits.map(
    (circuit) =>
      `${saidPart(circuit)}${circuit.location === '' ? '' : ` in ${circuit.location}`} through ${saidPart(circuit.provider)}, with ${saidPart(circuit.peering)}${circuit.microsoft ? ` and ${saidPart(circuit.microsoft)}` : ''}, over the connection ${saidPart(circuit.connection)}`,
  )
  const where = subnet ? `${saidPart(subnet)} of virtual network ${saidPart(target)}` : saidPart(target)
  return `Circuits: ${paths.join('; ')}. In Azure: gateway ${saidPart(gateway)} in ${to === 'hub' ? `virtual hub ${where}` : where}.`
}
