import { isUnderWay } from '../../circuit/failover-tests.ts'
import { duration, readTime, sentenceList, shortTime } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { isOut, ofCircuit } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { pathStates } from './path-states.ts'

/** Of a circuit on an own port the port knows it. */
export function locationOf(facts: CircuitFacts): string | undefined {
  return valueOf(facts.port)?.peeringLocation ?? valueOf(facts.circuit)?.peeringLocation
}

const HOUR = 3_600_000

/**
 * The peering location is taken away: by a failover test, which ends only when somebody stops it (ExpressRoute document 2.3, finding
 * ER-031), or lost, which ARM does not tell but by every circuit there.
 */
export function location(facts: CircuitFacts): Finding | undefined {
  const where = locationOf(facts)
  if (where === undefined) return undefined
  const testable = facts.ends.filter(({ connection }) => connection.kind === 'connection')
  for (const { gateway, tests } of testable) {
    const test = (valueOf(tests) ?? []).find((one) => isUnderWay(one) && sameText(one.location, where))
    const id = valueOf(gateway)?.id
    if (test === undefined || id === undefined) continue
    const begun = readTime(test.startedAt)
    return {
      is: 'cause',
      title: `A failover test takes ${where} away from ${valueOf(gateway)?.name ?? 'the gateway'}`,
      likelihood: 'very likely',
      evidence: [
        {
          text: `The test of ${where} is ${test.status ?? ''}${begun === undefined ? '' : ` since ${shortTime(begun)}${facts.now - begun > 2 * HOUR ? `, ${duration(facts.now - begun)}: tests never end by themselves` : ''}`}`,
          source: 'Failover tests',
          at: tests.is === 'known' ? tests.at : facts.now,
        },
      ],
      side: 'azure',
      change: 'Stop the failover test of the gateway, if it is over.',
      link: { id, topic: 'failover-test', label: 'Stop the failover test' },
    }
  }
  const lost = facts.nearby.filter(({ statuses }) => statuses.length > 0)
  if (isOut(facts) && lost.length > 0 && lost.every(({ statuses }) => statuses.every(isDown)))
    return {
      is: 'cause',
      title: `The peering location ${where} may be lost`,
      likelihood: 'possible',
      evidence: [
        ofCircuit(
          facts,
          `No circuit there has a connection that is up: ${sentenceList(lost.map(({ name }) => name))} neither`,
        ),
      ],
      side: 'microsoft',
      change: `Look under Service Health in the Azure portal for ${where}; a circuit in a second location would have carried the traffic.`,
    }
  const unread = testable.map(({ tests }) => lackingCircuit(tests, 'tests')).find((one) => one !== undefined)
  if (unread) return unread
  const states = pathStates(facts)
  if (states.length > 0 && states.every(({ bgp }) => bgp === 'up'))
    return ruledOut(
      testable.length > 0
        ? `No failover test takes ${where} away, and both paths through it are up`
        : `Both paths through ${where} are up`,
    )
  return {
    is: 'notChecked',
    missing: `whether ${where} is under maintenance: Azure tells that in Service Health, which is not read here`,
    how: 'Look for planned maintenance under Service Health in the Azure portal.',
    waiting: false,
  }
}

function isDown(status: string): boolean {
  return status.toLowerCase() === 'notconnected'
}

function sameText(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}
