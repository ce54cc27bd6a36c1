import { keyOf, nameOfId } from '../paths.ts'
import type { Plan, PlannedGroup, PlannedResource } from '../plan/plan.ts'
import { groupName, isGroupThere } from '../wizard/place.ts'
import { standingOf, type Standing } from '../wizard/there.ts'
import type { Answers } from './answers.ts'
import { gatewayNameOf, gatewayThere, hubIdOf, hubNameOf, placeOf, wanIdOf } from './place.ts'
import { rememberedFor } from './remembered.ts'
import type { Surroundings } from './surroundings.ts'
import { wantedResources } from './wanted.ts'

/**
 * What the answers come to: each resource that is missing, so that after a failed run the plan is what is left of it. A hub and a gateway that
 * are there are only referred to: a PUT replaces the whole of them (Virtual WAN document 14). Answers that checks refuse still make a plan.
 *
 * A new hub says Succeeded while its router is still being made, and no template can wait for that. So whatever is written into the hub comes
 * after its gateway, which takes longer than the router; and one after another, since Azure refuses a second write meanwhile with
 * AnotherOperationInProgress (Virtual WAN document 2.2, 14 number 1).
 */
export const planOf = rememberedFor(planNow)

function planNow(answers: Answers, around: Surroundings): Plan {
  const place = placeOf(answers, around)
  const { base, sites, joined } = wantedResources(answers, around)
  const wanted = [...base, ...sites, ...joined]
  const standings = new Map(wanted.map((one) => [one, standingOf(one, around.estate)]))
  const isLeft = (one: PlannedResource) => !isThere(standings.get(one) ?? 'missing')
  // What failed before comes last: what would fail again keeps the rest from nothing.
  const hasFailed = (one: PlannedResource) => standings.get(one) === 'failed'
  const chained = inTurn(
    [...joined.filter((one) => !hasFailed(one)), ...joined.filter(hasFailed)].filter(isLeft),
  )
  const left = [...base.filter(isLeft), ...sites.filter(isLeft), ...chained]
  const keys = new Set(left.map(({ id }) => keyOf(id)))
  return {
    groups: newGroups(answers, around),
    at: { subscriptionId: place.subscriptionId, resourceGroup: place.resourceGroup },
    location: place.location,
    name: planName(answers, around),
    resources: left.map((one) => ({
      ...one,
      dependsOn: one.dependsOn.filter((id) => keys.has(keyOf(id))),
    })),
    uses: [
      ...usedOnes(answers, around),
      ...wanted
        .filter((one) => !keys.has(keyOf(one.id)))
        .map(({ id }) => ({ id, note: 'Made already, as planned' })),
    ],
  }
}

function isThere(standing: Standing): boolean {
  return standing === 'done' || standing === 'running'
}

/** Each after the one before it; what the first waits for the others wait for by that. */
function inTurn(resources: readonly PlannedResource[]): PlannedResource[] {
  const types = /\/(virtualWans|virtualHubs|vpnGateways)\/[^/]+$/i
  return resources.map((one, at) => {
    const before = resources[at - 1]
    if (!before) return one
    return { ...one, dependsOn: [...one.dependsOn.filter((id) => !types.test(id)), before.id] }
  })
}

function newGroups(answers: Answers, around: Surroundings): PlannedGroup[] {
  const { group } = answers.goal
  if (group.is === 'existing') return []
  const { subscriptionId, location } = placeOf(answers, around)
  const name = groupName(group)
  return isGroupThere(subscriptionId, name, around) ? [] : [{ subscriptionId, name, location }]
}

function usedOnes(answers: Answers, around: Surroundings): Plan['uses'] {
  const { goal, hub } = answers
  const gateway = gatewayThere(answers, around)
  return [
    ...(goal.wan.is === 'existing' ? [{ id: wanIdOf(answers, around), note: 'Not changed' }] : []),
    ...(hub.use === 'existing' && hub.existing !== '' ? [{ id: hubIdOf(answers), note: 'Not changed' }] : []),
    ...(gateway ? [{ id: gateway.id, note: 'Gets connections, not changed otherwise' }] : []),
    ...answers.hub.networks.flatMap((id) =>
      nameOfId(id) === '' ? [] : [{ id, note: 'Connected to the hub, not changed otherwise' }],
    ),
    ...answers.sites.flatMap(({ use, existing }) =>
      use === 'existing' && existing !== '' ? [{ id: existing, note: 'Not changed' }] : [],
    ),
  ]
}

/** Of the deployment: `branch-vpngw-weu`, with what ARM takes in a deployment's name. */
function planName(answers: Answers, around: Surroundings): string {
  const of = gatewayNameOf(answers, around) || hubNameOf(answers)
  return `branch-${of.replaceAll(/[^\w.()-]+/g, '-')}`.slice(0, 40)
}
