import { connectionsOf } from '../edits/gateway-connections.ts'
import { privatePeeringOf } from '../edits/peering.ts'
import type { Estate } from '../estate.ts'
import { isProviderLayer3 } from '../express-route/set-up-tags.ts'
import { count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRoutePort } from '../resources/expressroute.ts'
import type { Resource } from '../resources/resource.ts'
import { hubConnectionsOf } from './link-limit.ts'

export type StageId = 'circuit' | 'provider' | 'peering' | 'connection'

/** One step of setting up a circuit, as Azure's own states tell where it stands. */
export interface Stage {
  id: StageId
  title: string
  is: 'done' | 'current' | 'later' | 'broken'
  /** What is so, or what has to happen, and who does it. */
  text: string
  /** What the provider writes about a circuit that it has not provisioned: it may be a refusal, so somebody has to read it. */
  note?: string
}

/**
 * Where a circuit stands on its way (ExpressRoute document 2.5, 2.6). Derived from what ARM says alone, so that anybody, in any browser,
 * sees the same step.
 */
export function stagesOf(circuit: ExpressRouteCircuit, estate: Estate): Stage[] {
  const found = [
    circuitStage(circuit),
    providerStage(circuit, estate),
    peeringStage(circuit),
    connectionStage(circuit, estate),
  ]
  const first = found.findIndex(({ done }) => !done)
  return found.map(({ done, broken, ...stage }, index) => ({
    ...stage,
    is: done ? 'done' : broken ? 'broken' : index === first ? 'current' : 'later',
  }))
}

/** The step somebody has to act on; `undefined` when all is done. */
export function currentStage(stages: readonly Stage[]): Stage | undefined {
  return stages.find(({ is }) => is === 'current' || is === 'broken')
}

/** Whether something is left to do for it to carry traffic; one that its provider takes down is not set up. */
export function isBeingSetUp(circuit: ExpressRouteCircuit, estate: Estate): boolean {
  return !isTakenDown(circuit) && currentStage(stagesOf(circuit, estate)) !== undefined
}

/** Whether its provider takes it down or has done so: it has to be ordered again. */
export function isTakenDown({ serviceProviderProvisioningState: state }: ExpressRouteCircuit): boolean {
  return /^deprovision(ing|ed)$/i.test(state ?? '')
}

/** Whether others have yet to do their part, outside of Azure: a circuit's provider, or who switches the links of a port on (ExpressRoute document 2.6). */
export function isAwaited(resource: Resource): boolean {
  switch (resource.kind) {
    case 'expressRouteCircuit':
      return (
        resource.expressRoutePortId === undefined &&
        resource.serviceProviderProvisioningState?.toLowerCase() !== 'provisioned'
      )
    case 'expressRoutePort':
      return !allLinksOn(resource)
    default:
      return false
  }
}

function allLinksOn({ links }: ExpressRoutePort): boolean {
  return links.length > 0 && links.every(({ adminState }) => adminState?.toLowerCase() === 'enabled')
}

type Found = Omit<Stage, 'is'> & { done: boolean; broken?: boolean }

function circuitStage({ circuitProvisioningState: state, provisioningState }: ExpressRouteCircuit): Found {
  const failed = provisioningState?.toLowerCase() === 'failed'
  const done = state?.toLowerCase() === 'enabled'
  return {
    id: 'circuit',
    title: 'Circuit',
    done,
    broken: failed && !done,
    text: done
      ? 'It is there, and has been billed since it was created.'
      : failed
        ? 'Azure could not make it. Its last change is under Activity.'
        : `Microsoft is making it (${state ?? 'state not given'}).`,
  }
}

function providerStage(circuit: ExpressRouteCircuit, estate: Estate): Found {
  const {
    expressRoutePortId,
    serviceProviderProvisioningState: state,
    serviceProviderName: provider,
  } = circuit
  if (expressRoutePortId !== undefined) return portStage(expressRoutePortId, estate)
  const lower = state?.toLowerCase()
  const who = provider ?? 'The provider'
  const note = noteOf(circuit)
  const isWaiting = lower !== 'provisioned' && lower !== 'provisioning' && !isTakenDown(circuit)
  return {
    id: 'provider',
    title: 'Provider',
    done: lower === 'provisioned',
    broken: isTakenDown(circuit),
    text:
      lower === 'provisioned'
        ? `${who} has provisioned it.`
        : lower === 'provisioning'
          ? `${who} is provisioning it. That takes hours to weeks; nothing can be done here meanwhile but the gateway.`
          : isTakenDown(circuit)
            ? `${who} takes it down. To use it again it has to be ordered again with its service key.`
            : `${who} has to be given the service key, and provisions it then (${state ?? 'state not given'}).`,
    ...(isWaiting && note !== '' && { note }),
  }
}

/** Free text: a refusal, a date or a greeting, so it is quoted and nothing is concluded from it. Empty where there is none. */
function noteOf({ serviceProviderNotes, serviceProviderName: provider }: ExpressRouteCircuit): string {
  const note = serviceProviderNotes?.trim() ?? ''
  return note === ''
    ? ''
    : `${provider ?? 'The provider'} writes: “${note}” Ask ${provider ?? 'it'} if that is not clear.`
}

/** A circuit on an own port needs its links switched on, no provider. */
function portStage(id: string, estate: Estate): Found {
  const port = estate.resources.get(keyOf(id))
  const links = port?.kind === 'expressRoutePort' ? port.links : []
  const on = links.filter(({ adminState }) => adminState?.toLowerCase() === 'enabled').length
  return {
    id: 'provider',
    title: 'Port',
    done: links.length > 0 && on === links.length,
    text:
      links.length === 0
        ? 'Its port was not read.'
        : on === links.length
          ? 'Both links of its port are switched on.'
          : `${on} of ${count(links.length, 'link')} of its port ${on === 1 ? 'is' : 'are'} switched on.`,
  }
}

function peeringStage(circuit: ExpressRouteCircuit): Found {
  const provider = circuit.serviceProviderName ?? 'Its provider'
  const peering = privatePeeringOf(circuit)
  const disabled = peering?.state?.toLowerCase() === 'disabled'
  return {
    id: 'peering',
    title: 'Private peering',
    done: peering !== undefined && !disabled,
    broken: disabled,
    text: disabled
      ? 'It is switched off, so no virtual network is reached.'
      : peering
        ? `VLAN ${peering.vlanId ?? 'not given'}, AS ${peering.peerASN ?? 'not given'} at your side.`
        : isProviderLayer3(circuit)
          ? `${provider} runs layer 3, as a tag of the circuit says, and makes it at its side.`
          : 'It tells both routers how to speak BGP: a VLAN, two subnets and your AS number.',
  }
}

/** Connections that failed join nothing: while there are only such, it is not connected (ExpressRoute document 2.5). */
function connectionStage(circuit: ExpressRouteCircuit, estate: Estate): Found {
  const all = [...connectionsOf(circuit, estate), ...hubConnectionsOf(circuit, estate)]
  const failed = all.filter(({ provisioningState }) => provisioningState?.toLowerCase() === 'failed')
  const good = all.length - failed.length
  const [first] = failed
  return {
    id: 'connection',
    title: 'Connection',
    done: good > 0,
    broken: good === 0 && failed.length > 0,
    text:
      good > 0
        ? `${count(good, 'connection')} ${good === 1 ? 'leads' : 'lead'} to virtual networks or hubs, as far as this account can read.`
        : first
          ? `Azure could not make ${failed.length === 1 ? first.name : count(failed.length, 'connection')}: nothing is reached over it. Why stands under Activity on the page of the connection; Continue set-up makes it again.`
          : 'A connection joins it to the ExpressRoute gateway of a virtual network or a hub.',
  }
}
