import { hasHostBits, parsePrefix } from '../../../lib/cidr.ts'
import { keyOf, nameOfId, parseArmId } from '../../paths.ts'
import { finding, type Finding } from '../../wizard/finding.ts'
import { freeSpace, SUBNET_LENGTH } from '../../wizard/free-prefixes.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { gatewayOfNetwork } from '../../wizard/network-gateways.ts'
import { overlapWords } from '../../wizard/overlap-words.ts'
import { nameOfChosen } from '../../wizard/place.ts'
import { rangesIn } from '../../wizard/ranges.ts'
import { regionFindings, spaceFindings, stateFindings } from '../../wizard/space-findings.ts'
import { existingSubnetFindings, newSubnetFindings, type SizeRule } from '../../wizard/subnet-findings.ts'
import { typedList } from '../../wizard/typed-list.ts'
import { subnetPrefixes } from '../../wizard/underlay.ts'
import { existingNetwork, gatewayIdOf, gatewayRegion, networkIdOf } from '../place.ts'
import { hasGatewaySubnet } from '../wanted.ts'
import { advice, error, fromFinding, setGateway, type At, type Looked, type WizardCheck } from './check.ts'

const NETWORK: At = ['gateway', 'gateway.network']
const SPACE: At = ['gateway', 'gateway.addressSpace']

/** The virtual network that a new gateway goes into, and its GatewaySubnet (ExpressRoute document 4.4). */
export function networkChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const isNew = answers.gateway.network.is === 'new'
  return [
    ...regionFindings(gatewayRegion(answers, around), around).map((one) =>
      fromFinding(one, ['gateway', 'gateway.region'], around),
    ),
    ...(isNew ? spaceChecks(looked) : existingChecks(looked)),
    ...stateFindings(networkIdOf(answers, around) ?? '', around).map((one) =>
      fromFinding(one, NETWORK, around),
    ),
    ...subnetFindings(looked).map((one) =>
      fromFinding(one, ['gateway', 'gateway.gatewaySubnet'], around, (now, gatewaySubnet) => ({
        ...now,
        gateway: { ...now.gateway, gatewaySubnet },
      })),
    ),
  ]
}

function existingChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const id = networkIdOf(answers, around) ?? ''
  if (id === '') return [error('network', NETWORK, 'Choose a virtual network.')]
  const wrong = idTypeFindings(id, 'virtualNetworks')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, NETWORK, around))
  // That of a virtual network that was read is taken over; of another nothing is known.
  if (keyOf(parseArmId(id)?.subscriptionId ?? '') !== keyOf(answers.gateway.subscriptionId))
    return [
      error(
        'network',
        NETWORK,
        `${nameOfId(id)} could not be read, and is in another subscription than the one chosen. Choose a virtual network from the list.`,
      ),
    ]
  const other = gatewayOfNetwork(id, 'ExpressRoute', around.estate)
  // That of the plan itself may be there: an earlier run has begun it.
  if (other && other.key !== keyOf(gatewayIdOf(answers, around)))
    return [
      error(
        'one-gateway',
        NETWORK,
        `${nameOfId(id)} has the ExpressRoute gateway ${other.name} already, and a virtual network takes one.`,
        setGateway(`Use ${other.name}`, { use: 'existing', existing: other.id }, around),
      ),
    ]
  const network = existingNetwork(answers, around)
  if (!network)
    return [
      advice(
        'unread-network',
        NETWORK,
        `${nameOfId(id)} could not be read, so nothing can be held against it.`,
      ),
    ]
  const elsewhere = network.peerings.find(({ useRemoteGateways }) => useRemoteGateways)
  return [
    ...coexistence(looked),
    ...(elsewhere
      ? [
          advice(
            'remote-gateway',
            NETWORK,
            `${network.name} uses the gateway of ${nameOfId(elsewhere.remoteVirtualNetworkId ?? elsewhere.id)} by its peering ${elsewhere.name}. With a gateway of its own that has to be turned off first.`,
          ),
        ]
      : []),
  ]
}

/** A VPN gateway beside it has to be route-based and not Basic (ExpressRoute document 4.4). */
function coexistence({ answers, around }: Looked): WizardCheck[] {
  const vpn = gatewayOfNetwork(networkIdOf(answers, around) ?? '', 'Vpn', around.estate)
  if (!vpn) return []
  if (vpn.vpnType?.toLowerCase() === 'policybased')
    return [
      error(
        'coexist-policy-based',
        NETWORK,
        `The VPN gateway ${vpn.name} is policy-based. Beside an ExpressRoute gateway it has to be route-based.`,
      ),
    ]
  return vpn.sku?.toLowerCase() === 'basic'
    ? [
        error(
          'coexist-basic',
          NETWORK,
          `The VPN gateway ${vpn.name} has SKU Basic, which does not go with an ExpressRoute gateway in one virtual network.`,
        ),
      ]
    : []
}

function spaceChecks({ answers, around }: Looked): WizardCheck[] {
  const { addressSpace, network } = answers.gateway
  const found = spaceFindings(addressSpace, around.estate).map((one) =>
    fromFinding(one, SPACE, around, (now, value) => ({
      ...now,
      gateway: { ...now.gateway, addressSpace: value },
    })),
  )
  if (found.some(({ is }) => is === 'error')) return found
  const own = keyOf(networkIdOf(answers, around) ?? '')
  const others = rangesIn(around.estate).filter(({ key }) => key !== own)
  const free = freeSpace(around.estate)
  return [
    ...found,
    ...typedList(addressSpace).flatMap((text) => {
      const words = overlapWords(text, nameOfChosen(network), others)
      return words === undefined
        ? []
        : [
            advice(
              'overlap',
              SPACE,
              `${words} All networks that a circuit reaches are one routing domain: of the two one is not reached.`,
              free === '' ? undefined : setGateway(`Use ${free}`, { addressSpace: free }, around),
            ),
          ]
    }),
  ]
}

function subnetFindings(looked: Looked): Finding[] {
  const { answers, around } = looked
  const { gateway } = answers
  const isThere = gateway.network.is === 'existing' ? hasGatewaySubnet(answers, around) : false
  if (isThere === undefined) return []
  const there = existingNetwork(answers, around)
  const name = nameOfId(networkIdOf(answers, around) ?? '') || 'the virtual network'
  if (isThere)
    return existingSubnetFindings(
      subnetPrefixes(there, around),
      around.gatewaySubnet.is === 'known' ? around.gatewaySubnet.value : undefined,
      name,
      sizeRule(looked),
    )
  // One thing at a time: what is wrong with the address space of a new network is told there.
  if (gateway.network.is === 'new' && !isSpaceGood(gateway.addressSpace)) return []
  return newSubnetFindings(
    gateway.gatewaySubnet,
    there ?? { addressPrefixes: typedList(gateway.addressSpace), subnets: [] },
    name,
    sizeRule(looked),
  )
}

function isSpaceGood(addressSpace: string): boolean {
  const typed = typedList(addressSpace)
  return typed.length > 0 && typed.every((text) => parsePrefix(text)?.family === 4 && !hasHostBits(text))
}

/** All SKUs that are offered need a /27, as a VPN gateway beside it does (ExpressRoute document 4.4, 9 row 2). */
function sizeRule({ answers, around }: Looked): SizeRule {
  return (length, where, instead) => {
    if (length <= SUBNET_LENGTH) return undefined
    const vpn = gatewayOfNetwork(networkIdOf(answers, around) ?? '', 'Vpn', around.estate)
    return finding(
      'error',
      'ER-023',
      `${where} is a /${length}. A zone-redundant ExpressRoute gateway needs a /27${vpn ? `, and so does sharing it with the VPN gateway ${vpn.name}` : ''}.`,
      instead?.label.endsWith(`/${SUBNET_LENGTH}`) ? instead : undefined,
    )
  }
}
