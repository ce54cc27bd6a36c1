import { isWithProvider } from '../edits/circuit.ts'
import { connectionsOf } from '../edits/gateway-connections.ts'
import { reachRemovals } from '../edits/global-reach.ts'
import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { foreignUses, heldByOthers } from './held-by-others.ts'
import { hubConnectionsOf, reachesOn } from './link-limit.ts'

/** One step of taking a circuit down; `is`: done already, to be done here, for another to do, or waiting for what is before it. */
export interface TakeDownStep {
  title: string
  is: 'done' | 'here' | 'elsewhere' | 'waits'
  text: string
}

/** What has to go before a circuit, in the order that Azure takes it, to the end of billing (ExpressRoute document 2.6). */
export function takeDownSteps(circuit: ExpressRouteCircuit, estate: Estate): TakeDownStep[] {
  const connections = connectionsOf(circuit, estate).length + hubConnectionsOf(circuit, estate).length
  const reaches = reachRemovals(circuit, 'take-down')
  const { peerings } = circuit
  const inUse = foreignUses(circuit, estate)
  const isHeld = heldByOthers(circuit, estate) !== undefined
  const filters = peerings.some(
    ({ microsoft, ipv6 }) => microsoft?.routeFilterId ?? ipv6?.microsoft?.routeFilterId,
  )
  const before: TakeDownStep[] = [
    {
      title: 'Connections',
      is: connections > 0 ? 'here' : inUse > 0 ? 'elsewhere' : 'done',
      text:
        connections + inUse === 0
          ? 'None are left, as far as this account can read.'
          : [
              ...(connections > 0
                ? [
                    `${count(connections, 'connection')} of networks and hubs, as far as this account can read.`,
                  ]
                : []),
              ...(inUse > 0
                ? [
                    `${count(inUse, 'authorization')} in use: their connections are in subscriptions that this account cannot read, and go before the peerings.`,
                  ]
                : []),
            ].join(' '),
    },
    reachStep(reachesOn(circuit), reaches.length),
    {
      title: 'Peerings',
      is: peerings.length === 0 ? 'done' : isHeld ? 'waits' : 'here',
      text:
        peerings.length === 0
          ? 'None are left.'
          : `${peerings.map(({ name }) => name).join(' and ')}.${filters ? ' A route filter stays as a resource of its own.' : ''}`,
    },
    providerStep(circuit),
  ]
  return [
    ...before,
    {
      title: 'Circuit',
      is: before.every(({ is }) => is === 'done') ? 'here' : 'waits',
      text: 'It is billed until it is deleted, whatever passes over it. Its authorizations go with it.',
    },
  ]
}

function step(title: string, left: number, text: string, none: string): TakeDownStep {
  return { title, is: left > 0 ? 'here' : 'done', text: left > 0 ? text : none }
}

/** @param here what of it can be deleted from here */
function reachStep(all: number, here: number): TakeDownStep {
  const text = `${count(all, 'connection')} with other circuits.`
  const left = all - here
  if (left === 0) return step('Global Reach', all, text, 'It is joined with no other circuit.')
  return {
    title: 'Global Reach',
    is: here > 0 ? 'here' : 'elsewhere',
    text: `${text} ${left === all ? 'It is' : `${left} of them ${left === 1 ? 'is' : 'are'}`} deleted at the other circuit, whose name for it Azure does not tell here.`,
  }
}

function providerStep(circuit: ExpressRouteCircuit): TakeDownStep {
  const {
    expressRoutePortId,
    serviceProviderProvisioningState: state,
    serviceProviderName = 'the provider',
  } = circuit
  const title = 'Provider'
  if (expressRoutePortId !== undefined)
    return { title, is: 'done', text: 'It has none: the circuit sits on an ExpressRoute Direct port.' }
  return isWithProvider(circuit)
    ? {
        title,
        is: 'elsewhere',
        text: `Ask ${serviceProviderName} to deprovision it; Azure deletes it once the provider state is NotProvisioned. It is ${state ?? 'not given'} now.`,
      }
    : {
        title,
        is: 'done',
        text: `${serviceProviderName} has nothing to take down: the provider state is ${state ?? 'not given'}.`,
      }
}
