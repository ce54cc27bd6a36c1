import { contains, formatPrefix, hasHostBits, overlaps, parsePrefix } from '../../../lib/cidr.ts'
import { keyOf, nameOfId, parseArmId } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { freeSpace } from '../../wizard/free-prefixes.ts'
import { gatewayOfNetwork } from '../../wizard/network-gateways.ts'
import { existingNetwork, gatewayIdOf, networkIdOf, regionOf } from '../place.ts'
import { typedList } from '../../wizard/typed-list.ts'
import { wrongType } from './id-type.ts'
import { advice, error, remedy, type Looked, type WizardCheck } from './check.ts'

/** Where a new gateway goes: VAL-GW-07, the region, and the address space of a new virtual network (VPN Gateway 2.4, 3.1). */
export function networkChecks(looked: Looked): WizardCheck[] {
  const { answers } = looked
  if (answers.goal.gateway === 'existing') return []
  return [
    ...regionChecks(looked),
    ...(answers.network.network.is === 'new' ? spaceChecks(looked) : existingChecks(looked)),
    ...stateChecks(looked),
  ]
}

function regionChecks({ answers, around }: Looked): WizardCheck[] {
  const at = ['network', 'network.region'] as const
  const region = regionOf(answers, around)
  if (region === '') return [error('region', at, 'Choose a region.')]
  if (around.regions.is !== 'known') return []
  return around.regions.value.some(({ name }) => name === region)
    ? []
    : [error('region', at, `The subscription has no region ${region}.`)]
}

function existingChecks({ answers, around }: Looked): WizardCheck[] {
  const at = ['network', 'network.network'] as const
  const id = networkIdOf(answers, around) ?? ''
  if (id === '') return [error('network', at, 'Choose a virtual network.')]
  const wrong = wrongType(id, 'virtualNetworks', at)
  if (wrong.length > 0) return wrong
  // That of a virtual network that was read is taken over; of another nothing is known.
  if (keyOf(parseArmId(id)?.subscriptionId ?? '') !== keyOf(answers.network.subscriptionId))
    return [
      error(
        'network',
        at,
        `${nameOfId(id)} could not be read, and is in another subscription than the one chosen. Choose a virtual network from the list.`,
      ),
    ]
  // VAL-GW-07
  const other = gatewayOfNetwork(id, 'Vpn', around.estate)
  // That of the plan itself may be there: an earlier run has begun it.
  if (other && other.key !== keyOf(gatewayIdOf(answers, around)))
    return [
      error(
        'VAL-GW-07',
        at,
        `${nameOfId(id)} has the VPN gateway ${other.name} already, and a virtual network takes one.`,
        remedy(
          `Connect the site to ${other.name}`,
          ['goal.gateway', 'gateway.existing'],
          (now) => ({
            ...now,
            goal: { ...now.goal, gateway: 'existing' },
            gateway: { ...now.gateway, existing: other.id },
          }),
          around,
        ),
      ),
    ]
  const network = existingNetwork(answers, around)
  if (!network)
    return [
      advice('unread-network', at, `${nameOfId(id)} could not be read, so nothing can be held against it.`),
    ]
  const elsewhere = network.peerings.find(({ useRemoteGateways }) => useRemoteGateways)
  if (elsewhere)
    return [
      advice(
        'remote-gateway',
        at,
        `${network.name} uses the gateway of ${nameOfId(elsewhere.remoteVirtualNetworkId ?? elsewhere.id)} by its peering ${elsewhere.name}. With a gateway of its own that has to be turned off first.`,
      ),
    ]
  return []
}

/** It is used as it is, one of an earlier run too. */
function stateChecks({ answers, around }: Looked): WizardCheck[] {
  const found = around.estate.resources.get(keyOf(networkIdOf(answers, around) ?? ''))
  const [reason] = provisioningReasons(found?.provisioningState)
  if (!found || reason?.verdict !== 'attention') return []
  return [
    advice(
      'network-failed',
      ['network', 'network.network'],
      `${found.name} is in the state ${found.provisioningState}: ${reason.text}. It is used as it is and not written again; Azure may refuse the gateway until that is put right.`,
    ),
  ]
}

const LINK_LOCAL = ['169.254.0.0/16', '127.0.0.0/8', '224.0.0.0/3', '0.0.0.0/8']

function spaceChecks({ answers, around }: Looked): WizardCheck[] {
  const at = ['network', 'network.addressSpace'] as const
  const set = (addressSpace: string) =>
    remedy(
      `Use ${addressSpace}`,
      ['network.addressSpace'],
      (now) => ({ ...now, network: { ...now.network, addressSpace } }),
      around,
    )
  const instead = () => {
    const free = freeSpace(around.estate)
    return free === '' ? undefined : set(free)
  }
  const typed = typedList(answers.network.addressSpace)
  if (typed.length === 0)
    return [error('address-space', at, 'Enter the address space of the virtual network.', instead())]
  return typed.flatMap((text, index): WizardCheck[] => {
    const prefix = parsePrefix(text)
    if (prefix?.family !== 4)
      return [error('address-space', at, `${text} is no IPv4 prefix: 10.20.0.0/16 is one.`, instead())]
    if (hasHostBits(text)) {
      const right = typed.with(index, formatPrefix(prefix)).join(', ')
      return [error('address-space', at, `${text}: bits after the mask are set.`, set(right))]
    }
    const reserved = LINK_LOCAL.find((one) => {
      const range = parsePrefix(one)
      return range !== undefined && (overlaps(range, prefix) || contains(prefix, range))
    })
    if (reserved !== undefined)
      return [
        error('address-space', at, `${text} overlaps ${reserved}, which no network may use.`, instead()),
      ]
    const same = typed.slice(0, index).find((one) => {
      const other = parsePrefix(one)
      return other !== undefined && overlaps(other, prefix)
    })
    return same === undefined ? [] : [error('address-space', at, `${text} overlaps ${same}.`, instead())]
  })
}
