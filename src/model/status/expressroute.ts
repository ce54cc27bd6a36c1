import { formatPrefix } from '../../lib/cidr.ts'
import { overlappingPair } from '../circuit/link-subnets.ts'
import { announcedPrefixes, isProofAsked } from '../circuit/announced-prefixes.ts'
import { sentenceList } from '../format.ts'
import type { CircuitPeering, ExpressRouteCircuit, ExpressRoutePort } from '../resources/expressroute.ts'
import { merge } from './merge.ts'
import { fact, provisioningReasons, unknownValue } from './provisioning.ts'
import type { Judgement, Reason } from './verdict.ts'

/** ARM tells of no path in a circuit: the routers are asked apart, on the circuit's page alone. */
export const PATHS_UNCHECKED = 'its paths are not checked'

/** Three states that move apart: the change's, Microsoft's side of the circuit, the provider's side. */
export function judgeCircuit(circuit: ExpressRouteCircuit): Judgement {
  const reasons = [
    ...microsoftReasons(circuit),
    ...providerReasons(circuit),
    ...peeringReasons(circuit),
    ...provisioningReasons(circuit.provisioningState),
  ]
  const facts = [
    fact(circuit, 'circuitProvisioningState', circuit.circuitProvisioningState),
    fact(circuit, 'serviceProviderProvisioningState', circuit.serviceProviderProvisioningState),
    ...circuit.peerings.map((peering) => fact(circuit, `peering ${peering.name}`, peering.state)),
    fact(circuit, 'provisioningState', circuit.provisioningState),
  ]
  const healthy = isDirect(circuit)
    ? 'Enabled on its ExpressRoute Direct port'
    : 'Enabled, and the provider has provisioned it'
  return merge(reasons, facts, `${healthy}; ${PATHS_UNCHECKED}`)
}

function isDirect(circuit: ExpressRouteCircuit): boolean {
  return circuit.expressRoutePortId !== undefined
}

function microsoftReasons(circuit: ExpressRouteCircuit): Reason[] {
  const state = circuit.circuitProvisioningState
  switch (state?.toLowerCase()) {
    case 'enabled':
      return []
    case 'disabled':
      // Before its provider has done its part there is no traffic to lose.
      return isInUse(circuit)
        ? [{ verdict: 'down', text: `circuitProvisioningState is ${state}: it carries no traffic` }]
        : [{ verdict: 'attention', text: `circuitProvisioningState is ${state}` }]
    case 'enabling':
    case 'disabling':
      return [{ verdict: 'inProgress', text: `circuitProvisioningState is ${state}` }]
    case undefined:
      return [{ verdict: 'unknown', text: 'Azure gives no circuitProvisioningState for it' }]
    default:
      return [unknownValue('circuitProvisioningState', state ?? '')]
  }
}

function isInUse(circuit: ExpressRouteCircuit): boolean {
  if (circuit.provisioningState?.toLowerCase() === 'updating') return false
  return isDirect(circuit) || circuit.serviceProviderProvisioningState?.toLowerCase() === 'provisioned'
}

function providerReasons(circuit: ExpressRouteCircuit): Reason[] {
  if (isDirect(circuit)) return []
  const state = circuit.serviceProviderProvisioningState
  const provider = circuit.serviceProviderName ?? 'its provider'
  switch (state?.toLowerCase()) {
    case 'provisioned':
      return []
    case 'notprovisioned':
      return [
        {
          verdict: 'attention',
          text: `waits for its provider: ${provider} has not provisioned it (${state})`,
        },
      ]
    case 'provisioning':
      return [{ verdict: 'inProgress', text: `${provider} is provisioning it` }]
    case 'deprovisioning':
      return [{ verdict: 'attention', text: `${provider} is taking it down (${state})` }]
    case 'deprovisioned':
      return [{ verdict: 'attention', text: `${provider} has taken it down (${state})` }]
    case undefined:
      return [{ verdict: 'unknown', text: 'Azure gives no serviceProviderProvisioningState for it' }]
    default:
      return [unknownValue('serviceProviderProvisioningState', state ?? '')]
  }
}

function peeringReasons(circuit: ExpressRouteCircuit): Reason[] {
  const ready = isDirect(circuit) || circuit.serviceProviderProvisioningState?.toLowerCase() === 'provisioned'
  if (ready && circuit.peerings.length === 0) {
    return [{ verdict: 'attention', text: 'it has no peering, so nothing can use it yet' }]
  }
  return circuit.peerings.flatMap((peering) => [
    ...validationReasons(peering),
    ...linkReasons(peering),
    ...stateReasons(`peering ${peering.name}`, peering.state),
    ...(peering.provisioningState?.toLowerCase() === 'failed'
      ? [{ verdict: 'attention' as const, text: `the last change of peering ${peering.name} Failed` }]
      : []),
  ])
}

type Peering = ExpressRouteCircuit['peerings'][number]

/** ExpressRoute finding ER-008. */
function validationReasons(peering: Peering): Reason[] {
  return announcedPrefixes(peering)
    .filter(isProofAsked)
    .map(({ family, state }) => ({
      verdict: 'attention',
      text: `the ${family} public prefixes of ${peering.name} are ${state}: BGP stays down until Microsoft has proof that they are yours`,
    }))
}

/** ExpressRoute finding ER-035. */
function linkReasons(peering: Peering): Reason[] {
  const pair = overlappingPair(peering)
  return pair === undefined
    ? []
    : [
        {
          verdict: 'attention',
          text: `the links of ${peering.name} overlap, ${pair.map(formatPrefix).join(' and ')}, so it cannot work`,
        },
      ]
}

function stateReasons(what: string, state: string | undefined): Reason[] {
  if (state === undefined || state.toLowerCase() === 'enabled') return []
  if (state.toLowerCase() === 'disabled') return [{ verdict: 'attention', text: `${what} is ${state}` }]
  return [unknownValue(`state of ${what}`, state)]
}

export function judgePeering(peering: CircuitPeering): Judgement {
  const reasons = [...stateReasons('it', peering.state), ...provisioningReasons(peering.provisioningState)]
  const facts = [
    fact(peering, 'state', peering.state),
    fact(peering, 'provisioningState', peering.provisioningState),
  ]
  return merge(reasons, facts, 'Enabled')
}

export function judgePort(port: ExpressRoutePort): Judgement {
  const off = port.links.filter(({ adminState }) => adminState?.toLowerCase() === 'disabled')
  const reasons: Reason[] = []
  if (off.length > 0 && off.length === port.links.length) {
    // A new port's links are Disabled until somebody enables them: only with circuits on it is that an outage.
    reasons.push(
      port.circuitIds.length > 0
        ? { verdict: 'down', text: 'all its links are Disabled while circuits sit on it' }
        : { verdict: 'attention', text: 'its links are Disabled: nobody has enabled them yet' },
    )
  } else if (off.length > 0) {
    const verb = off.length === 1 ? 'is' : 'are'
    reasons.push({
      verdict: 'attention',
      text: `${sentenceList(off.map(({ name }) => name))} ${verb} Disabled: one path only`,
    })
  }
  const facts = [
    ...port.links.map((link) => fact(port, `${link.name} adminState`, link.adminState)),
    fact(port, 'provisioningState', port.provisioningState),
  ]
  return merge(
    [...reasons, ...provisioningReasons(port.provisioningState)],
    facts,
    port.links.length > 0 ? 'its links are Enabled' : 'the last change Succeeded',
  )
}
