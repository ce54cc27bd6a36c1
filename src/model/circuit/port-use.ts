import type { Section } from '../details/field.ts'
import { type PeeringProblem, portVlanProblem } from '../edits/peering.ts'
import { code, resource, stateIs, text } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { bandwidth, count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRoutePort } from '../resources/expressroute.ts'
import type { Verdict } from '../status/verdict.ts'
import { MOST_OF_PORT } from './bandwidths.ts'

/** How much of a port its circuits take. */
export function portUse({ bandwidthInGbps: port, provisionedBandwidthInGbps: taken }: ExpressRoutePort): {
  verdict: Verdict
  sentence: string
} {
  if (port === undefined || taken === undefined)
    return { verdict: 'unknown', sentence: 'Azure does not say how much of the port its circuits take.' }
  const [all, used, most] = [port, taken, MOST_OF_PORT * port].map((gbps) => bandwidth(gbps * 1000))
  const whole = `Its circuits take ${taken === 0 ? 'nothing' : used} of ${all}; together they may take up to ${most}.`
  if (taken > MOST_OF_PORT * port)
    return { verdict: 'attention', sentence: `${whole} That is more than Azure sells on it.` }
  if (taken > port)
    return {
      verdict: 'attention',
      sentence: `${whole} It is oversubscribed: when all are busy they share what one link carries, and a link that fails leaves no room.`,
    }
  return { verdict: 'healthy', sentence: whole }
}

/** The port that a circuit sits on, where it has one and that was read. */
export function portOfCircuit(circuit: ExpressRouteCircuit, estate: Estate): ExpressRoutePort | undefined {
  const port = estate.resources.get(keyOf(circuit.expressRoutePortId ?? ''))
  return port?.kind === 'expressRoutePort' ? port : undefined
}

/** What is wrong with a VLAN of a circuit's peering beside the other circuits of its port, as far as they were read. */
export function vlanOfPort(
  circuit: ExpressRouteCircuit,
  vlan: string,
  estate: Estate,
): PeeringProblem<'vlan'>[] {
  const port = portOfCircuit(circuit, estate)
  const others = (port?.circuitIds ?? []).flatMap((id) => {
    const one = estate.resources.get(keyOf(id))
    return one?.kind === 'expressRouteCircuit' && one.key !== circuit.key ? [one] : []
  })
  return portVlanProblem(vlan, port, others)
}

/** The circuits that sit on a port, as far as they were read. */
export function circuitsOn(port: ExpressRoutePort, estate: Estate): Section {
  return {
    title: 'Circuits on it',
    note: count(port.circuitIds.length, 'circuit'),
    columns: [
      { label: 'State' },
      { label: 'Circuit' },
      { label: 'Bandwidth' },
      { label: 'SKU' },
      { label: 'Service tag', align: 'end' },
      { label: 'VLANs' },
      { label: 'Rate limit' },
    ],
    rows: port.circuitIds.map((id) => {
      const found = estate.resources.get(keyOf(id))
      const circuit = found?.kind === 'expressRouteCircuit' ? found : undefined
      return {
        key: id,
        cells: [
          stateIs(circuit?.circuitProvisioningState, 'Enabled', 'unknown'),
          resource(id, estate),
          text(
            circuit?.bandwidthInGbps === undefined ? undefined : bandwidth(circuit.bandwidthInGbps * 1000),
            'not readable',
          ),
          text(circuit?.tier, 'not readable'),
          code(circuit?.stag, '–'),
          text(vlans(circuit), 'none'),
          text(rateLimit(circuit), 'not given'),
        ],
      }
    }),
    empty: 'No circuit sits on it yet. It is billed all the same.',
  }
}

function vlans(circuit: ExpressRouteCircuit | undefined): string | undefined {
  const all = circuit?.peerings.flatMap(({ vlanId }) => (vlanId === undefined ? [] : [String(vlanId)])) ?? []
  return all.length === 0 ? undefined : all.join(', ')
}

function rateLimit(circuit: ExpressRouteCircuit | undefined): string | undefined {
  const properties = circuit?.body.properties
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return undefined
  const value = properties.enableDirectPortRateLimit
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : undefined
}
