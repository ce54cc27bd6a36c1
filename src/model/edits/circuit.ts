import { PROVIDER_MBPS, sizesOnPort } from '../circuit/bandwidths.ts'
import { bandwidth } from '../format.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
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

/** Tiers of ExpressRoute document 1.1; the changes of 1.3. */
export function tierChoices(circuit: ExpressRouteCircuit, family: string): Choice[] {
  const now = circuit.tier ?? ''
  return [
    { value: 'Local', label: 'Local, the region next to the peering location', ...localWhy(now, family) },
    { value: 'Standard', label: 'Standard, all regions of the geopolitical area' },
    { value: 'Premium', label: 'Premium, all regions of the cloud, more routes and connections' },
  ]
}

function localWhy(now: string, family: string): { why?: string } {
  if (now.toLowerCase() === 'local') return {}
  return family.toLowerCase() === 'metereddata' ? { why: 'Local is billed as UnlimitedData alone.' } : {}
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

/**
 * Only more is offered: less takes a new circuit (ExpressRoute document 1.3).
 * @param portGbps of the port of a circuit that is on one; where it is not known nothing more is offered
 */
export function bandwidthChoices(circuit: ExpressRouteCircuit, portGbps?: number): Choice[] {
  const direct = circuit.bandwidthInGbps !== undefined
  const now = circuit.bandwidthInMbps ?? circuit.bandwidthInGbps ?? 0
  const provisioning = circuit.serviceProviderProvisioningState?.toLowerCase() === 'provisioning'
  const all = (direct ? sizesOnPort(portGbps) : PROVIDER_MBPS).filter((one) => one > now)
  return [
    { value: String(now), label: `${wordsOf(now, direct)}, as it is` },
    ...all.map((one) => ({
      value: String(one),
      label: wordsOf(one, direct),
      ...(provisioning && { why: 'Not while the provider is provisioning it.' }),
    })),
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
    effect: 'Azure expects no interruption. The price changes at once.',
    action: writeAction('Microsoft.Network/expressRouteCircuits'),
    holds: heldBy(circuit),
  }
}
