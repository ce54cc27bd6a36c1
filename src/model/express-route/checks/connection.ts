import { bandwidth, count } from '../../format.ts'
import { linkLimit } from '../../circuit/link-limit.ts'
import { keyOf } from '../../paths.ts'
import { freeNameIn } from '../../wizard/naming.ts'
import { nameFindings } from '../../wizard/name-findings.ts'
import { standingOf } from '../../wizard/there.ts'
import { authorizationKeyOf, type CircuitAnswers } from '../answers.ts'
import { circuitMbps } from '../circuit-mbps.ts'
import { linksOfCircuit, otherConnections } from '../gateway-connections.ts'
import {
  circuitIdOf,
  circuitNameOf,
  circuitThere,
  gatewayNameOf,
  gatewayPlace,
  needsAuthorization,
} from '../place.ts'
import { isConnectionMade } from '../standing.ts'
import { wantedConnection } from '../wanted.ts'
import { fastPathChecks } from './fast-path.ts'
import { limitChecks } from './limits.ts'
import { reachChecks } from './tier.ts'
import {
  advice,
  error,
  fromFinding,
  setConnection,
  withCircuit,
  type At,
  type Looked,
  type WizardCheck,
} from './check.ts'

const HEAVIEST = 32_000

/** Each connection (ExpressRoute document 5), and how many a gateway takes (4.1). */
export function connectionChecks(looked: Looked): WizardCheck[] {
  const made = looked.answers.circuits.map((circuit) =>
    isConnectionMade(circuit, looked.answers, looked.around),
  )
  return [
    ...looked.answers.circuits.flatMap((circuit, index) =>
      made[index] === true
        ? []
        : [
            ...nameChecks(circuit, index, looked),
            ...weightChecks(circuit, index, looked),
            ...fastPathChecks(circuit, index, looked),
            ...sameCircuitChecks(circuit, index, looked),
            ...linkChecks(circuit, index, looked),
            ...reachChecks(circuit, index, looked),
            ...keyChecks(circuit, index, looked),
          ],
    ),
    ...(made.every(Boolean) ? [] : limitChecks(looked)),
    ...equalWeights(looked),
  ]
}

function nameChecks(circuit: CircuitAnswers, index: number, { answers, around }: Looked): WizardCheck[] {
  const place = gatewayPlace(answers, around)
  const type =
    answers.goal.to === 'hub'
      ? `expressRouteGateways/${gatewayNameOf(answers)}/expressRouteConnections`
      : 'connections'
  const others = answers.circuits.slice(0, index).map((one) => one.connection.name.trim())
  const { name } = circuit.connection
  return nameFindings({
    type,
    what: 'connection',
    name,
    group: answers.goal.to === 'hub' ? gatewayNameOf(answers) : place.resourceGroup,
    others,
    standing: standingOf(wantedConnection(circuit, [], answers, around), around.estate),
    free: () => freeNameIn({ place, estate: around.estate }, name.trim(), '', type, others),
  }).map((one) =>
    fromFinding(one, ['connection', `circuits.${index}.connection.name`], around, (now, value) => {
      const before = now.circuits[index]
      return before ? withCircuit(now, index, { connection: { ...before.connection, name: value } }) : now
    }),
  )
}

function weightChecks({ connection }: CircuitAnswers, index: number, { around }: Looked): WizardCheck[] {
  const text = connection.weight.trim()
  return /^\d+$/.test(text) && Number(text) <= HEAVIEST
    ? []
    : [
        error(
          'weight',
          ['connection', `circuits.${index}.connection.weight`],
          `Enter a whole number from 0 to ${HEAVIEST}. The larger one is preferred; equal ones share the traffic.`,
          setConnection('Use 0', index, { weight: '0' }, around),
        ),
      ]
}

/** ER-039 */
function equalWeights({ answers, around }: Looked): WizardCheck[] {
  const [first, second] = answers.circuits
  if (!first || !second) return []
  const [one, other] = [circuitMbps(first, answers, around), circuitMbps(second, answers, around)]
  if (one === undefined || other === undefined || one === other) return []
  if (Number(first.connection.weight) !== Number(second.connection.weight)) return []
  const larger = one > other ? 0 : 1
  return [
    advice(
      'ER-039',
      ['connection', `circuits.${larger}.connection.weight`],
      `Both connections weigh the same, and the circuits have ${bandwidth(one)} and ${bandwidth(other)}: the smaller one gets as much as the larger.`,
      setConnection(
        `Prefer ${circuitNameOf(larger === 0 ? first : second)}`,
        larger,
        { weight: String(Math.min(HEAVIEST, (Number(first.connection.weight) || 0) + 10)) },
        around,
      ),
    ),
  ]
}

/** A gateway and a circuit have one connection. */
function sameCircuitChecks(
  circuit: CircuitAnswers,
  index: number,
  { answers, around }: Looked,
): WizardCheck[] {
  const id = keyOf(circuitIdOf(circuit, answers))
  const other = otherConnections(answers, around).find(({ circuitId }) => keyOf(circuitId ?? '') === id)
  return other && id !== ''
    ? [
        error(
          'same-circuit',
          ['connection', `circuits.${index}.connection`],
          `${gatewayNameOf(answers)} is connected to ${circuitNameOf(circuit)} already, by ${other.connection.name}. Choose another circuit or another gateway.`,
          // The one that is there is what is wanted.
          setConnection(
            `Use ${other.connection.name}`,
            index,
            {
              name: other.connection.name,
              weight: String(other.connection.routingWeight ?? 0),
              fastPath: other.connection.expressRouteGatewayBypass,
            },
            around,
          ),
        ),
      ]
    : []
}

/** Connections of the circuit itself (ExpressRoute document 1.4). */
function linkChecks(circuit: CircuitAnswers, index: number, { answers, around }: Looked): WizardCheck[] {
  const there = circuitThere(circuit, answers, around)
  if (!there || circuit.use === 'redeemed') return []
  const most = linkLimit(there)
  const links = linksOfCircuit(there, answers, around)
  return most !== undefined && links >= most
    ? [
        error(
          'ER-017',
          ['connection', `circuits.${index}.connection`],
          `${there.name} has ${count(links, 'connection')} already, and one of its size and tier takes ${most}. ${there.tier?.toLowerCase() === 'premium' ? 'Remove one first, or raise its bandwidth.' : 'Make it Premium first, or use another circuit.'}`,
        ),
      ]
    : []
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An authorization is good for one connection; its text is never repeated (ExpressRoute document 5). */
function keyChecks(circuit: CircuitAnswers, index: number, { answers, keys, around }: Looked): WizardCheck[] {
  if (!needsAuthorization(circuit, answers, around)) return []
  const at: At = ['connection', `circuits.${index}.authorizationKey`]
  const key = (keys[authorizationKeyOf(circuit)] ?? '').trim()
  const name = circuitNameOf(circuit)
  if (key === '')
    return [
      error(
        'authorization',
        at,
        circuit.use === 'redeemed'
          ? `Enter the authorization key of ${name}. A key is kept in memory only, and is gone once the page was left.`
          : `${name} is in another subscription than the gateway: make an authorization at the circuit, and enter its key. It is kept in memory only, and is gone once the page was left.`,
      ),
    ]
  const same = answers.circuits
    .slice(0, index)
    .some((one) => (keys[authorizationKeyOf(one)] ?? '').trim() === key)
  if (same)
    return [
      error(
        'authorization',
        at,
        'The other circuit has this key. An authorization is good for one connection.',
      ),
    ]
  return GUID.test(key)
    ? []
    : [
        advice(
          'authorization',
          at,
          'Keys of authorizations look like 01234567-89ab-cdef-0123-456789abcdef. This one does not.',
        ),
      ]
}
