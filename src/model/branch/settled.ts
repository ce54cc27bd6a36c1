import { parseArmId } from '../paths.ts'
import { proposedGroup } from '../wizard/starting-place.ts'
import { CONVENTION, freeNameIn, placeKeyOf } from '../wizard/naming.ts'
import { groupId } from '../wizard/place.ts'
import { regionShort } from '../wizard/region-short.ts'
import { isTouched } from '../wizard/touched.ts'
import type { Answers, Gateway, Goal, Hub } from './answers.ts'
import { freeHubPrefix } from './hub-prefixes.ts'
import { hubNameOf, hubThere, placeOf, regionOf } from './place.ts'
import { unitsFor, wantedMbps } from './speeds.ts'
import type { Surroundings } from './surroundings.ts'
import { wantedResources } from './wanted.ts'

/**
 * Answers in which every field nobody touched has what follows from the others. Done after each change of an answer; what was proposed
 * once stays where it still fits, so that what a broken-off run made is found again.
 */
export function settled(answers: Answers, around: Surroundings): Answers {
  const aimed = { ...answers, goal: goalDefaults(answers, around) }
  const placed = { ...aimed, hub: hubDefaults(aimed, around) }
  const gated = { ...placed, gateway: gatewayDefaults(placed, around) }
  return { ...gated, namedIn: placeKeyOf(placeOf(gated, around)) }
}

function goalDefaults(answers: Answers, around: Surroundings): Goal {
  const { goal } = answers
  const there = goal.wan.is === 'existing' ? parseArmId(goal.wan.id) : undefined
  const subscriptionId = there?.subscriptionId ?? goal.subscriptionId
  const grouped = {
    ...goal,
    subscriptionId,
    group: groupOf({ ...answers, goal: { ...goal, subscriptionId } }, around),
  }
  if (goal.wan.is === 'existing' || isTouched(answers, 'goal.wan')) return grouped
  const short = regionShort(regionOf(answers, around))
  const name = free(
    CONVENTION.wan(short),
    goal.wan.name,
    'virtualWans',
    { ...answers, goal: grouped },
    around,
  )
  return { ...grouped, wan: { is: 'new', name } }
}

/** That of the hub or the virtual WAN that is there; else where the region has most, or the convention's. */
function groupOf(answers: Answers, around: Surroundings): Goal['group'] {
  const { goal, hub } = answers
  const { group, subscriptionId } = goal
  if (isTouched(answers, 'goal.group')) return group
  const beside =
    hub.use === 'existing' && hub.existing !== ''
      ? hub.existing
      : goal.wan.is === 'existing'
        ? goal.wan.id
        : ''
  const there = parseArmId(beside)
  if (there && there.subscriptionId.toLowerCase() === subscriptionId.toLowerCase())
    return { is: 'existing', id: groupId(there.subscriptionId, there.resourceGroup) }
  return proposedGroup(goal, regionOf(answers, around), around, () => {
    const { base, sites } = wantedResources(answers, around)
    return [...base, ...sites]
  })
}

function hubDefaults(answers: Answers, around: Surroundings): Hub {
  const { hub } = answers
  if (hub.use === 'existing') return { ...hub, region: hubThere(answers, around)?.location ?? hub.region }
  const name = isTouched(answers, 'hub.name')
    ? hub.name
    : free(CONVENTION.hub(regionShort(hub.region)), hub.name, 'virtualHubs', answers, around)
  // Once proposed it stays: another network of the estate must not move it.
  const prefix =
    isTouched(answers, 'hub.prefix') || hub.prefix !== ''
      ? hub.prefix
      : freeHubPrefix(
          around.estate,
          answers.sites.flatMap(({ prefixes }) => prefixes),
        )
  return { ...hub, name, prefix }
}

function gatewayDefaults(answers: Answers, around: Surroundings): Gateway {
  const { gateway } = answers
  const hub = hubNameOf(answers)
  // It is called after its hub: as long as none is chosen there is nothing to propose.
  const proposed = () =>
    hub === '' ? '' : free(CONVENTION.hubVpnGateway(hub), gateway.name, 'vpnGateways', answers, around)
  const name = isTouched(answers, 'gateway.name') ? gateway.name : proposed()
  const units = isTouched(answers, 'gateway.units')
    ? gateway.units
    : String(unitsFor(wantedMbps(answers, around)))
  return { ...gateway, name, units }
}

function free(wanted: string, current: string, type: string, answers: Answers, around: Surroundings): string {
  const naming = { place: placeOf(answers, around), namedIn: answers.namedIn, estate: around.estate }
  return freeNameIn(naming, wanted, current, type)
}
