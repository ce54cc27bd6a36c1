import { PROVIDER_MBPS, roomLeftOn, sizesOnPort } from '../circuit/bandwidths.ts'
import { reachesOn } from '../circuit/link-limit.ts'
import { bandwidth, count } from '../format.ts'
import type { ExpressRouteCircuit, ExpressRoutePort } from '../resources/expressroute.ts'
import type { Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { peeringOf } from './peering.ts'
import { setMembers, writeAction } from './set-members.ts'

const GBPS = ['properties', 'bandwidthInGbps']
const MBPS = ['properties', 'serviceProviderProperties', 'bandwidthInMbps']

/** What of a circuit can be changed in place. */
export interface CircuitValues {
  tier: string
  family: string
  /** Mbps of a provider's circuit, Gbps of one on an own port; as text. */
  bandwidth: string
}

export function circuitValues(circuit: ExpressRouteCircuit): CircuitValues {
  const { tier = '', family = '', bandwidthInMbps, bandwidthInGbps } = circuit
  return { tier, family, bandwidth: String(bandwidthInMbps ?? bandwidthInGbps ?? '') }
}

/** Why nothing of it can be changed now (ExpressRoute document 2.6); `undefined`: something can. */
export function whyNoCircuitChange({
  serviceProviderProvisioningState: state,
  serviceProviderName = 'The provider',
}: ExpressRouteCircuit): string | undefined {
  return state?.toLowerCase() === 'deprovisioning'
    ? `${serviceProviderName} is taking the circuit down, and Azure changes nothing of it meanwhile.`
    : undefined
}

/** Whether its provider has it ready or is at work on it (ExpressRoute document 2.6). */
export function isWithProvider({
  expressRoutePortId,
  serviceProviderProvisioningState: state,
}: ExpressRouteCircuit): boolean {
  return expressRoutePortId === undefined && /^(provision|deprovisioning)/i.test(state ?? '')
}

/**
 * Azure deletes no circuit that its provider still has ready (ExpressRoute document 2.6); `undefined`: it does.
 * @returns what is in the way, and the order of what to do
 */
export function whyNotDeletable(circuit: ExpressRouteCircuit): { what: string; remedy: string } | undefined {
  if (!isWithProvider(circuit)) return undefined
  const { serviceProviderProvisioningState: state, serviceProviderName = 'the provider' } = circuit
  return {
    what: `Azure deletes no circuit whose provider state is ${state ?? 'not given'}, and bills it until it is gone.`,
    remedy: `Delete its connections and peerings, ask ${serviceProviderName} to deprovision it, and delete it when the state is NotProvisioned.`,
  }
}

/** A choice, and why it is not one where it is not. */
export interface Choice {
  value: string
  label: string
  why?: string
}

/** Links of every circuit that is not Premium (ExpressRoute document 1.4). */
const LINKS = 10

/**
 * Tiers of ExpressRoute document 1.1; the changes of 1.3. What Azure refuses for certain says why, what rests on dated lists is told
 * by `tierAdvice`.
 * @param links networks, hubs and other circuits it is joined with, as far as they were read
 */
export function tierChoices(circuit: ExpressRouteCircuit, family: string, links = 0): Choice[] {
  const narrower = whyNotNarrower(circuit, links)
  const local = whyNotLocal(circuit, family) ?? narrower
  return [
    {
      value: 'Local',
      label: 'Local, the region next to the peering location',
      ...(local !== undefined && { why: local }),
    },
    {
      value: 'Standard',
      label: 'Standard, all regions of the geopolitical area',
      ...(narrower !== undefined && { why: narrower }),
    },
    { value: 'Premium', label: 'Premium, all regions of the cloud, more routes and connections' },
  ]
}

function whyNotNarrower(circuit: ExpressRouteCircuit, links: number): string | undefined {
  if (circuit.tier?.toLowerCase() !== 'premium') return undefined
  if (peeringOf(circuit, 'MicrosoftPeering'))
    return 'Its Microsoft peering needs Premium: delete the peering first.'
  return links > LINKS
    ? `It has ${count(links, 'link')} with networks, hubs and circuits, and all but Premium take ${LINKS}.`
    : undefined
}

function whyNotLocal(circuit: ExpressRouteCircuit, family: string): string | undefined {
  if (circuit.tier?.toLowerCase() === 'local') return undefined
  if (family.toLowerCase() === 'metereddata') return 'Local is billed as UnlimitedData alone.'
  return reachesOn(circuit) > 0
    ? 'Local has no Global Reach: end what joins it with other circuits first.'
    : undefined
}

export function familyChoices(circuit: ExpressRouteCircuit, tier: string): Choice[] {
  const fixed = circuit.family?.toLowerCase() === 'unlimiteddata'
  const local = tier.toLowerCase() === 'local'
  return [
    {
      value: 'MeteredData',
      label: 'MeteredData, what leaves Azure is billed by the gigabyte',
      ...(fixed
        ? { why: 'Azure does not change UnlimitedData back to MeteredData; that takes a new circuit.' }
        : local && { why: 'Local is billed as UnlimitedData alone.' }),
    },
    { value: 'UnlimitedData', label: 'UnlimitedData, one price whatever leaves. It cannot be changed back' },
  ]
}

/** What decides how much a circuit can have. */
interface Sold {
  /** Of the port of a circuit that is on one; where it was not read nothing more is offered. */
  port?: Pick<ExpressRoutePort, 'name' | 'bandwidthInGbps' | 'provisionedBandwidthInGbps'> | undefined
  /** Mbps that its provider sells as Azure lists it; absent where that was not read. */
  offered?: readonly number[] | undefined
}

/** Only more is offered: less takes a new circuit (ExpressRoute document 1.3). Circuits of a port share its room (1.5). */
export function bandwidthChoices(circuit: ExpressRouteCircuit, { port, offered }: Sold = {}): Choice[] {
  const direct = circuit.bandwidthInGbps !== undefined
  const now = circuit.bandwidthInMbps ?? circuit.bandwidthInGbps ?? 0
  const provisioning = circuit.serviceProviderProvisioningState?.toLowerCase() === 'provisioning'
  const all = (direct ? sizesOnPort(port?.bandwidthInGbps) : PROVIDER_MBPS).filter((one) => one > now)
  const why = (one: number) => {
    if (provisioning) return 'Not while the provider is provisioning it.'
    if (!direct)
      return offered === undefined || offered.includes(one)
        ? undefined
        : `${circuit.serviceProviderName ?? 'The provider'} does not sell it, by Azure’s list.`
    const room = port === undefined ? 0 : roomLeftOn(port)
    return one - now > room
      ? `${port?.name ?? 'The port'} has room for ${room === 0 ? 'no more' : `${bandwidth(room * 1000)} more`}.`
      : undefined
  }
  return [
    { value: String(now), label: `${wordsOf(now, direct)}, as it is` },
    ...all.map((one) => {
      const because = why(one)
      return {
        value: String(one),
        label: wordsOf(one, direct),
        ...(because !== undefined && { why: because }),
      }
    }),
  ]
}

function wordsOf(value: number, direct: boolean): string {
  return bandwidth(direct ? value * 1000 : value)
}

export function circuitEdit(circuit: ExpressRouteCircuit, values: CircuitValues): Replacement {
  const direct = circuit.bandwidthInGbps !== undefined
  const size = Number(values.bandwidth)
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'circuit',
    id: circuit.id,
    name: circuit.name,
    changes: setMembers(circuit.body, [
      // The name is made of both (ExpressRoute document 1.1).
      [['sku', 'name'], `${values.tier}_${values.family}`],
      [['sku', 'tier'], values.tier],
      [['sku', 'family'], values.family],
      ...(size > 0 ? [[direct ? GBPS : MBPS, size] as const] : []),
    ]),
    what: `the SKU and bandwidth of ${circuit.name}`,
    effect:
      rank(values.tier) < rank(circuit.tier)
        ? 'Azure expects no interruption, and refuses it where the circuit is over the limits of the smaller SKU. The price changes at once.'
        : 'Azure expects no interruption. The price changes at once.',
    action: writeAction('Microsoft.Network/expressRouteCircuits'),
    holds: heldBy(circuit),
  }
}

const TIERS = ['local', 'standard', 'premium']

function rank(tier: string | undefined): number {
  return TIERS.indexOf(tier?.toLowerCase() ?? '')
}
