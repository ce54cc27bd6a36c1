import { keyOf, nameOfId, parseArmId } from '../../paths.ts'
import { gatewayOfNetwork } from '../../wizard/network-gateways.ts'
import { existingNetwork, gatewayIdOf, networkIdOf, regionOf } from '../place.ts'
import { regionFindings, spaceFindings, stateFindings } from '../../wizard/space-findings.ts'
import { wrongType } from './id-type.ts'
import { advice, error, fromFinding, remedy, type Looked, type WizardCheck } from './check.ts'

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
  return regionFindings(regionOf(answers, around), around).map((one) =>
    fromFinding(one, ['network', 'network.region'], around),
  )
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

function stateChecks({ answers, around }: Looked): WizardCheck[] {
  return stateFindings(networkIdOf(answers, around) ?? '', around).map((one) =>
    fromFinding(one, ['network', 'network.network'], around),
  )
}

function spaceChecks({ answers, around }: Looked): WizardCheck[] {
  return spaceFindings(answers.network.addressSpace, around.estate).map((one) =>
    fromFinding(one, ['network', 'network.addressSpace'], around, (now, addressSpace) => ({
      ...now,
      network: { ...now.network, addressSpace },
    })),
  )
}
