import { keyOf, nameOfId, parentId } from '../paths.ts'
import type { Plan, PlannedGroup, PlannedResource } from '../plan/plan.ts'
import type { Answers } from './answers.ts'
import { planName } from './naming.ts'
import { existingGateway, existingNetwork, networkIdOf, placeOf } from './place.ts'
import { groupName, isGroupThere } from '../wizard/place.ts'
import type { Surroundings } from './surroundings.ts'
import { standingOf } from '../wizard/there.ts'
import { wantedResources } from './wanted.ts'

const NETWORK_TYPE = 'microsoft.network/virtualnetworks'

/**
 * What the answers come to: each resource that is missing, in the order of VPN Gateway 5.3. What is there as planned is left out, so that
 * after a failed run the plan is what is left of it. A virtual network that is there, also one whose last change failed, is only referred to; its GatewaySubnet is
 * written by itself, in its own group. Answers that checks refuse still make a plan, of what was typed.
 */
export function planOf(answers: Answers, around: Surroundings): Plan {
  const place = placeOf(answers, around)
  const wanted = wantedResources(answers, around)
  const standings = new Map(wanted.map((one) => [one, standingOf(one, around.estate)]))
  const left = wanted.filter((one) => {
    const standing = standings.get(one)
    // A PUT takes from a virtual network what others made in it since, whatever became of its last change.
    if (standing === 'failed') return keyOf(one.type) !== NETWORK_TYPE
    return standing !== 'done' && standing !== 'running'
  })
  const keys = new Set(left.map(({ id }) => keyOf(id)))
  const resources = left.map((one): PlannedResource => ({
    ...one,
    dependsOn: one.dependsOn.filter((id) => keys.has(keyOf(id))),
  }))
  const made = wanted.filter((one) => !keys.has(keyOf(one.id)))
  return {
    groups: newGroups(answers, around),
    at: { subscriptionId: place.subscriptionId, resourceGroup: place.resourceGroup },
    location: place.location,
    name: planName(answers),
    resources,
    uses: [
      ...usedOnes(answers, around, resources),
      ...made.map((one) => ({
        id: one.id,
        note:
          standings.get(one) === 'failed'
            ? 'There already, though its last change failed; not changed'
            : 'Made already, as planned',
      })),
    ],
  }
}

function newGroups(answers: Answers, around: Surroundings): PlannedGroup[] {
  const { goal, network } = answers
  if (goal.gateway === 'existing' || network.group.is === 'existing') return []
  const { subscriptionId, location } = placeOf(answers, around)
  const name = groupName(network.group)
  return isGroupThere(subscriptionId, name, around) ? [] : [{ subscriptionId, name, location }]
}

function usedOnes(
  answers: Answers,
  around: Surroundings,
  resources: readonly PlannedResource[],
): Plan['uses'] {
  const { goal, gateway, network } = answers
  if (goal.gateway === 'existing') {
    const home = existingNetwork(answers, around)
    return [
      { id: existingGateway(answers, around)?.id ?? gateway.existing, note: 'Not changed' },
      ...(home ? [{ id: home.id, note: 'Not changed' }] : []),
      ...usedSites(answers),
    ]
  }
  const networkId = network.network.is === 'existing' ? networkIdOf(answers, around) : undefined
  const writesSubnet = resources.some(({ id }) => networkId && keyOf(parentId(id) ?? '') === keyOf(networkId))
  return [
    ...(networkId
      ? [{ id: networkId, note: writesSubnet ? 'Only its new subnet is written' : 'Not changed' }]
      : []),
    ...(networkId && !writesSubnet
      ? [{ id: `${networkId}/subnets/GatewaySubnet`, note: 'Not changed' }]
      : []),
    ...gateway.addresses.flatMap((one) =>
      one.is === 'existing' && nameOfId(one.id) !== ''
        ? [{ id: one.id, note: 'Given to the gateway, not changed otherwise' }]
        : [],
    ),
    ...usedSites(answers),
  ]
}

function usedSites({ sites }: Answers): Plan['uses'] {
  return sites.flatMap(({ use, existing }) =>
    use === 'existing' && existing !== '' ? [{ id: existing, note: 'Not changed' }] : [],
  )
}
