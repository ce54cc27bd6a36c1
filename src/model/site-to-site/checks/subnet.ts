import { hasHostBits, parsePrefix } from '../../../lib/cidr.ts'
import { nameOfId } from '../../paths.ts'
import { finding, type Finding } from '../../wizard/finding.ts'
import { SMALLEST_SUBNET, SUBNET_LENGTH } from '../../wizard/free-prefixes.ts'
import { gatewayOfNetwork } from '../../wizard/network-gateways.ts'
import { existingSubnetFindings, newSubnetFindings, type SizeRule } from '../../wizard/subnet-findings.ts'
import { typedList } from '../../wizard/typed-list.ts'
import { subnetPrefixes } from '../../wizard/underlay.ts'
import { existingNetwork, networkIdOf } from '../place.ts'
import { hasGatewaySubnet } from '../wanted.ts'
import { fromFinding, type Looked, type WizardCheck } from './check.ts'

const AT = ['network', 'network.gatewaySubnet'] as const

/** GatewaySubnet, one that is there or one to be made: VAL-GW-04 to 06 and VPN Gateway 2.1. */
export function subnetChecks(looked: Looked): WizardCheck[] {
  return subnetFindings(looked).map((one) =>
    fromFinding(one, AT, looked.around, (answers, gatewaySubnet) => ({
      ...answers,
      network: { ...answers.network, gatewaySubnet },
    })),
  )
}

function subnetFindings(looked: Looked): Finding[] {
  const { answers, around } = looked
  const { goal, network } = answers
  if (goal.gateway === 'existing') return []
  const isThere = network.network.is === 'existing' ? hasGatewaySubnet(answers, around) : false
  if (isThere === undefined) return []
  const there = existingNetwork(answers, around)
  if (isThere)
    return existingSubnetFindings(
      subnetPrefixes(there, around),
      around.gatewaySubnet.is === 'known' ? around.gatewaySubnet.value : undefined,
      networkName(looked),
      sizeRule(looked),
    )
  // One thing at a time: what is wrong with the address space of a new network is told there.
  if (network.network.is === 'new' && !isSpaceGood(network.addressSpace)) return []
  return newSubnetFindings(
    network.gatewaySubnet,
    there ?? { addressPrefixes: typedList(network.addressSpace), subnets: [] },
    networkName(looked),
    sizeRule(looked),
  )
}

function isSpaceGood(addressSpace: string): boolean {
  const typed = typedList(addressSpace)
  return typed.length > 0 && typed.every((text) => parsePrefix(text)?.family === 4 && !hasHostBits(text))
}

/** VAL-GW-04 and 05. */
function sizeRule({ answers, around }: Looked): SizeRule {
  return (length, where, instead) => {
    const larger = instead?.label.endsWith(`/${SUBNET_LENGTH}`) ? instead : undefined
    if (length > SMALLEST_SUBNET)
      return finding(
        'error',
        'VAL-GW-04',
        `${where} is a /${length}. A gateway needs a /29 at least; /27 is recommended.`,
        instead,
      )
    if (length <= SUBNET_LENGTH) return undefined
    const networkId = networkIdOf(answers, around)
    const expressRoute = networkId && gatewayOfNetwork(networkId, 'ExpressRoute', around.estate)
    if (expressRoute)
      return finding(
        'error',
        'VAL-GW-05',
        `${where} is a /${length}. A /27 is needed to share it with the ExpressRoute gateway ${expressRoute.name}.`,
        larger,
      )
    return finding(
      'advice',
      'VAL-GW-05',
      `${where} is a /${length}. Azure recommends a /27: less leaves no room for an ExpressRoute gateway or a migration.`,
      larger,
    )
  }
}

function networkName({ answers, around }: Looked): string {
  const name = nameOfId(networkIdOf(answers, around) ?? '')
  return name === '' ? 'the virtual network' : name
}
