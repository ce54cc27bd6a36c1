import { ruledOut, type Cause, type Evidence, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { ofTables, peeringOf } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { pathStates, pathWords, routerAddress, tableOf, type PathState } from './path-states.ts'

/** The router at the far end does not answer on a path: layer 2 is down (ExpressRoute document 6.1, finding ER-004). */
export function layer2Rule(facts: CircuitFacts): Finding | undefined {
  const peering = peeringOf(facts)
  if (peering === undefined) return undefined
  const states = pathStates(facts)
  const silent = states.filter(({ link }) => link === 'silent')
  const unread = lackingCircuit(tableOf(facts, 'arp'), 'arp')
  if (silent.length === 0) {
    if (unread) return unread
    return states.some(({ link }) => link === 'untold')
      ? {
          is: 'notChecked',
          missing: 'layer 2: Azure gives an empty ARP table',
          how: 'Check again in some minutes, or ask the provider whether the link is up.',
          waiting: false,
        }
      : ruledOut('The routers of both ends answer each other on both paths')
  }
  const addresses = silent.flatMap(({ path }) => {
    const address = routerAddress(peering, path)
    return address === undefined ? [] : [`${address} on the ${path} path`]
  })
  const both = silent.length === 2
  return {
    is: 'cause',
    title: both
      ? 'No router answers at the far end of either path'
      : `The router at the far end of ${pathWords(silent)} does not answer`,
    likelihood: 'very likely',
    evidence: [
      ...silent.map((state) => seen(facts, state)),
      ...states.filter(({ link }) => link === 'answers').map((state) => answering(facts, state)),
    ],
    side: 'router or provider',
    change: `Check the link and its VLAN ${peering.vlanId ?? ''} with the provider, then the interface of your router${addresses.length > 0 ? `: it has to be ${addresses.join(' and ')}` : ''}.`,
  } satisfies Cause
}

function seen(facts: CircuitFacts, { path, incomplete }: PathState): Evidence {
  return ofTables(
    facts,
    'ARP tables',
    incomplete
      ? `On the ${path} path Microsoft’s router asks for yours and gets no MAC address`
      : `On the ${path} path only Microsoft’s own row is there`,
  )
}

function answering(facts: CircuitFacts, { path }: PathState): Evidence {
  return ofTables(facts, 'ARP tables', `On the ${path} path both routers know each other`)
}
