import { count } from '../format.ts'
import { connectionsOf } from '../edits/gateway-connections.ts'
import { keyOf } from '../paths.ts'
import type { TypicalTime } from '../operations/durations.ts'
import { planTime } from '../plan/plan-time.ts'
import type { Answers } from './answers.ts'
import type { WizardCheck } from './checks/check.ts'
import { existingGateway } from './place.ts'
import { nameOfChosen } from '../wizard/place.ts'
import { hasGatewaySubnet, addressZones } from './wanted.ts'
import { planOf } from './plan-of.ts'
import type { Surroundings } from './surroundings.ts'

/** The plan in a few words, beside the form and above the review. */
export interface PlanSummary {
  /** Resources and resource groups. */
  creates: number
  /** `undefined` where nobody knows, or nothing is left. */
  time?: TypicalTime
  /** `4 tunnels, 3 zones` */
  redundancy: string
  /** What it means for what is there: one sentence. */
  effect: string
  errors: number
  advice: number
}

export function summaryOf(
  answers: Answers,
  checks: readonly WizardCheck[],
  around: Surroundings,
): PlanSummary {
  const plan = planOf(answers, around)
  const { resources, groups } = plan
  const time = planTime(plan)
  return {
    creates: resources.length + groups.length,
    ...(time && { time }),
    redundancy: redundancyOf(answers, around),
    effect: effectOf(answers, around),
    errors: checks.filter(({ is }) => is === 'error').length,
    advice: checks.filter(({ is }) => is === 'advice').length,
  }
}

/** Each connection has one tunnel to each instance of an active-active gateway (VPN Gateway 2.3). */
function redundancyOf(answers: Answers, around: Surroundings): string {
  const gateway = existingGateway(answers, around)
  const activeActive = gateway ? gateway.activeActive : answers.gateway.activeActive
  const tunnels = answers.sites.length * (activeActive ? 2 : 1)
  return `${count(tunnels, 'tunnel')}, ${zoneWords(zoneCount(answers, around))}`
}

/** Zones that all instances together are in, `undefined` where that is not known. */
function zoneCount(answers: Answers, around: Surroundings): number | undefined {
  const gateway = existingGateway(answers, around)
  if (answers.goal.gateway === 'existing' && !gateway) return undefined
  const ids = gateway
    ? gateway.ipConfigurations.map(({ publicIPAddressId }) => publicIPAddressId)
    : answers.gateway.addresses.map((address) => (address.is === 'existing' ? address.id : undefined))
  const zones = new Set<string>()
  for (const id of ids) {
    const found = id === undefined ? undefined : around.estate.resources.get(keyOf(id))
    if (id === undefined && !gateway) for (const zone of addressZones(answers, around)) zones.add(zone)
    else if (found?.kind === 'publicIPAddress') for (const zone of found.zones) zones.add(zone)
    else return undefined
  }
  return zones.size
}

function zoneWords(zones: number | undefined): string {
  if (zones === undefined) return 'zones not known'
  return zones === 0 ? 'no zones' : count(zones, 'zone')
}

function effectOf(answers: Answers, around: Surroundings): string {
  const gateway = existingGateway(answers, around)
  if (gateway) {
    const others = connectionsOf(gateway, around.estate).length
    return others === 0
      ? `${gateway.name} gets its first connection. It is not changed itself.`
      : `${gateway.name} and its ${count(others, 'connection')} are not changed; new ones are added beside them.`
  }
  if (answers.goal.gateway === 'existing')
    return 'The gateway is not changed itself; connections are added to it.'
  const { network } = answers.network
  const name = nameOfChosen(network)
  if (network.is === 'new' || hasGatewaySubnet(answers, around) !== false)
    return 'Nothing that carries traffic today is touched.'
  return `Nothing that carries traffic today is touched: ${name} gets a GatewaySubnet, its other subnets stay as they are.`
}
