import { cityOf, isMetro } from '../circuit/locations.ts'
import type { Estate } from '../estate.ts'
import type { Unreadable } from '../inventory.ts'
import { count, sentenceList } from '../format.ts'
import { regionName } from '../resources/regions.ts'
import { type Answers, atMost } from './answers.ts'
import { ER_FAMILY, WAN_FAMILY, type CandidateId } from './candidates.ts'
import { TOO_SHORT, TOO_SOON } from './rules/circumstances.ts'
import { hasTwoCircuits } from './sizes.ts'
import type { Effect, Rule } from './rules/rule.ts'

/** Whether something that facts are read of may be missing: what was not read is no proof that it is not there. */
export function isPartlyRead({ unreadable }: { unreadable: readonly Pick<Unreadable, 'action'>[] }): boolean {
  return unreadable.some(({ action }) =>
    /\/(?:\*|subscriptions|resources|virtualHubs|expressRouteCircuits|virtualNetworkGateways)\/read$/i.test(
      action,
    ),
  )
}

interface Owned {
  id: string
  name: string
  /** `West Europe` or a peering location. */
  at: string
}

interface OwnedCircuit extends Owned {
  provider: string
  /** Of the circuit; `undefined` where Azure does not tell it. */
  mbps: number | undefined
  /** It carries traffic: Azure and the provider have both done their part. */
  carries: boolean
}

/** What an estate has already that changes the advice. */
export interface EstateFacts {
  hubs: readonly Owned[]
  circuits: readonly OwnedCircuit[]
  vpnGateways: readonly Owned[]
  erGateways: readonly Owned[]
}

export const NOTHING_THERE: EstateFacts = { hubs: [], circuits: [], vpnGateways: [], erGateways: [] }

/** Reads them of an estate, whatever of it is there by now. A Route Server is a hub to ARM and none here. */
export function estateFacts(estate: Estate): EstateFacts {
  const hubs: Owned[] = []
  const circuits: OwnedCircuit[] = []
  const vpnGateways: Owned[] = []
  const erGateways: Owned[] = []
  for (const { key } of estate.rows) {
    const found = estate.resources.get(key)
    if (!found) continue
    const owned = { id: found.id, name: found.name, at: found.location ? regionName(found.location) : '' }
    if (found.kind === 'virtualHub' && found.hubKind !== 'RouteServer') hubs.push(owned)
    if (found.kind === 'virtualNetworkGateway') {
      if (found.gatewayType === 'Vpn') vpnGateways.push(owned)
      if (found.gatewayType === 'ExpressRoute') erGateways.push(owned)
    }
    if (found.kind === 'expressRouteCircuit')
      circuits.push({
        ...owned,
        at: found.peeringLocation ?? '',
        provider: found.serviceProviderName ?? '',
        mbps:
          found.bandwidthInMbps ??
          (found.bandwidthInGbps === undefined ? undefined : found.bandwidthInGbps * 1000),
        carries:
          found.circuitProvisioningState === 'Enabled' &&
          // On ports of one's own there is no provider to wait for.
          (found.expressRoutePortId !== undefined ||
            found.serviceProviderProvisioningState === 'Provisioned'),
      })
  }
  return { hubs, circuits, vpnGateways, erGateways }
}

/** `2 hubs, 5 circuits and 3 VPN gateways`; empty where there is none of them. */
export function ownedWords({ hubs, circuits, vpnGateways, erGateways }: EstateFacts): string {
  return sentenceList(
    [
      { many: vpnGateways, one: 'VPN gateway' },
      { many: circuits, one: 'circuit' },
      { many: erGateways, one: 'ExpressRoute gateway' },
      { many: hubs, one: 'virtual hub' },
    ]
      .filter(({ many }) => many.length > 0)
      .map(({ many, one }) => count(many.length, one)),
  )
}

/** A rule that an estate fires by itself, with the rules of answers that it lifts for candidates. */
export interface EstateRule extends Rule {
  basis: 'estate'
  lifts: readonly { rule: string; candidates: readonly CandidateId[] }[]
}

/**
 * What is there already, as rules: it costs nothing more, and nobody waits for it (Choosing a solution, sections 2.3 and 4, rule 38).
 * A circuit counts where it is of the size and in the city that answers tell.
 */
export function estateRules(
  { hubs, circuits, vpnGateways, erGateways }: EstateFacts,
  answers: Answers,
): EstateRule[] {
  const fitting = circuits.filter(({ carries }) => carries).filter((circuit) => fits(circuit, answers))
  const { location } = answers.place
  // One circuit is no head start on two.
  const withOne = (['er', 'erVpn', 'wanEr', 'wanBoth'] as const).filter((id) => !hasTwoCircuits(id, answers))
  const withTwo = (['erMax', 'wanEr', 'wanBoth'] as const).filter((id) => hasTwoCircuits(id, answers))
  const carrying =
    location === '' ? fitting : fitting.filter(({ at }) => at !== '' && cityOf(at) === cityOf(location))
  const waiting = circuits.filter(({ carries }) => !carries)
  const metro = carrying.filter(({ at }) => isMetro(at))
  // Two locations are in two cities: one of them is never the one that was told.
  const cities = new Set(fitting.filter(({ at }) => at !== '').map(({ at }) => cityOf(at)))
  return [
    ...owning('have hubs', hubs, 'The hour of a hub is paid already.', [paid(WAN_FAMILY, 1)]),
    ...owning('have VPN gateways', vpnGateways, 'One more site is one more connection there.', [
      paid(['vpn', 'erVpn'], 1),
    ]),
    ...owning('have ExpressRoute gateways', erGateways, 'A new circuit can be connected there.', [
      {
        is: 'note',
        candidates: ER_FAMILY,
        text: 'The gateway is there: a new circuit is one connection to it.',
      },
    ]),
    ...owning(
      'have circuits',
      carrying,
      'Where it is the place and the size you need, it is billed already, and nobody waits for its provider.',
      [paid(withOne, 1)],
      withOne,
    ),
    ...owning(
      'have a Metro circuit',
      metro,
      'Links at two sites of a city are there.',
      [paid(['erMetro'], 1)],
      ['erMetro'],
    ),
    ...(cities.size > 1 && (location === '' || cities.has(cityOf(location)))
      ? owning(
          'have two locations',
          fitting,
          `They are in ${sentenceList([...cities].slice(0, 3))}, so two locations are there.`,
          [paid(withTwo, 1)],
          withTwo,
        )
      : []),
    ...owning('have circuits that wait', waiting, 'What is ordered waits for its provider, or for Azure.', [
      {
        is: 'note',
        candidates: ['er', 'erVpn'],
        text: 'One circuit is ordered already: go on with that one.',
      },
    ]),
  ]
}

function fits({ mbps }: OwnedCircuit, answers: Answers): boolean {
  const needed = atMost('peak', answers)
  return needed === undefined || mbps === undefined || mbps >= needed
}

function paid(candidates: readonly CandidateId[], points: number): Effect {
  return { is: 'shift', factor: 'cost', candidates, points }
}

/** @param lifted candidates that need not wait, nor pay for so long */
function owning(
  id: string,
  owned: readonly Owned[],
  means: string,
  effects: readonly Effect[],
  lifted: readonly CandidateId[] = [],
): EstateRule[] {
  if (owned.length === 0) return []
  return [
    {
      id,
      source: 'What was read of the estate',
      basis: 'estate',
      when: [],
      text: `You have ${namesOf(owned)}. ${means}`,
      effects,
      lifts: lifted.length === 0 ? [] : [TOO_SOON, TOO_SHORT].map((rule) => ({ rule, candidates: lifted })),
    },
  ]
}

const NAMED = 2

/** `er-ams-1 in Amsterdam, er-fra-1 in Frankfurt and 3 more` */
function namesOf(owned: readonly Owned[]): string {
  const named = owned.slice(0, NAMED).map(({ name, at }) => (at === '' ? name : `${name} in ${at}`))
  const more = owned.length - named.length
  return sentenceList(more > 0 ? [...named, `${more} more`] : named)
}
