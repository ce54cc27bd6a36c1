import type { CircuitAnswers } from '../answers.ts'
import {
  FAST_PATH_UNITS,
  HUB_FAST_PATH_UNITS,
  SCALE,
  scaleUnitsOf,
  skuFacts,
  unitsIn,
} from '../gateway-skus.ts'
import { circuitThere, existingGateway } from '../place.ts'
import { advice, error, setConnection, setGateway, type At, type Looked, type WizardCheck } from './check.ts'

/** FastPath and its private link (ExpressRoute document 5, ER-016). */
export function fastPathChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { fastPath, privateLinkFastPath } = circuit.connection
  const checks: WizardCheck[] = []
  const at: At = ['connection', `circuits.${index}.connection.fastPath`]
  if (fastPath && hasFastPath(looked) === false) {
    const isNew = answers.gateway.use === 'new'
    checks.push(
      error(
        'ER-016',
        at,
        `FastPath needs a gateway of SKU UltraPerformance or ErGw3AZ, or ${SCALE} with ${FAST_PATH_UNITS} scale units.${isNew ? '' : ' Resize the gateway first, or leave FastPath out.'}`,
        isNew
          ? setGateway('Use ErGw3AZ', { sku: 'ErGw3AZ' }, around)
          : setConnection('Leave FastPath out', index, { fastPath: false }, around),
      ),
    )
  }
  const why = fastPath ? whyNoneInHub(circuit, looked) : undefined
  if (why !== undefined)
    checks.push(
      advice(
        'hub-fast-path',
        at,
        why,
        setConnection('Leave FastPath out', index, { fastPath: false, privateLinkFastPath: false }, around),
      ),
    )
  if (!privateLinkFastPath) return checks
  const link: At = ['connection', `circuits.${index}.connection.privateLinkFastPath`]
  const off = setConnection('Leave it out', index, { privateLinkFastPath: false }, around)
  if (!fastPath)
    checks.push(error('private-link', link, 'FastPath for private links needs FastPath itself.', off))
  else if (isDirect(circuit, looked) === false)
    checks.push(
      error('private-link', link, 'FastPath for private links needs a circuit on a port of one’s own.', off),
    )
  return checks
}

/** Azure says for which circuits a hub has FastPath by itself, not that it refuses it for others: so it is advised (Virtual WAN document 6). */
function whyNoneInHub(circuit: CircuitAnswers, looked: Looked): string | undefined {
  const { answers, around } = looked
  const { goal, gateway } = answers
  if (goal.to === 'network') return undefined
  const there = existingGateway(answers, around)
  const units =
    gateway.use === 'new'
      ? unitsIn(gateway.units.min)
      : there?.kind === 'expressRouteGateway'
        ? there.minScaleUnits
        : undefined
  return isDirect(circuit, looked) === false || (units !== undefined && units < HUB_FAST_PATH_UNITS)
    ? `In a hub FastPath is for circuits on own ports, from ${HUB_FAST_PATH_UNITS} scale units; there it is on by itself.`
    : undefined
}

/** Of a gateway in a virtual network; `undefined`: not known. */
function hasFastPath({ answers, around }: Looked): boolean | undefined {
  const { goal, gateway } = answers
  if (goal.to === 'hub') return undefined
  if (gateway.use === 'new') return skuFacts(gateway.sku, unitsIn(gateway.units.min) || 1)?.fastPath
  const there = existingGateway(answers, around)
  return there?.kind === 'virtualNetworkGateway'
    ? skuFacts(there.sku ?? '', scaleUnitsOf(there.body).min)?.fastPath
    : undefined
}

function isDirect(circuit: CircuitAnswers, { answers, around }: Looked): boolean | undefined {
  const there = circuitThere(circuit, answers, around)
  if (there) return there.expressRoutePortId !== undefined
  return circuit.use === 'new' ? answers.goal.port === 'direct' : undefined
}
