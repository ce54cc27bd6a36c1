import { sizesOnPort } from '../../circuit/bandwidths.ts'
import { sentenceList } from '../../format.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { ExpressRoutePort } from '../../resources/expressroute.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import type { CircuitAnswers } from '../answers.ts'
import { fitsResiliency, roomOnPort } from '../circuit-choices.ts'
import { circuitThere, portOf } from '../place.ts'
import { advice, error, fromFinding, setCircuit, type At, type Looked, type WizardCheck } from './check.ts'

/** A circuit on a port of one's own (ExpressRoute document 1.2, 1.5, 8). */
export function directChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at: At = ['circuits', `circuits.${index}.portId`]
  if (circuit.portId === '')
    return [error('port', at, 'Choose the pair of ports that the circuit is to be on.')]
  const wrong = idTypeFindings(circuit.portId, 'expressRoutePorts')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const port = portOf(circuit, around)
  if (!port)
    return [
      advice(
        'unread-port',
        at,
        `${nameOfId(circuit.portId)} could not be read, so sizes and room on it are not known.`,
      ),
      ...sizeMissing(circuit, index),
    ]
  if (keyOf(port.subscriptionId) !== keyOf(answers.goal.subscriptionId))
    return [
      error(
        'port-subscription',
        at,
        `${port.name} is in another subscription than the circuit, which takes an authorization of its owner that this wizard does not ask for. Choose the port’s subscription first.`,
      ),
    ]
  return [
    ...placeChecks(port, at, looked),
    ...sizeChecks(circuit, index, port, looked),
    ...sharingChecks(circuit, index, port, looked),
  ]
}

function sizeMissing({ gbps }: CircuitAnswers, index: number): WizardCheck[] {
  return Number(gbps) > 0
    ? []
    : [error('bandwidth', ['circuits', `circuits.${index}.gbps`], 'Enter a bandwidth in Gbps.')]
}

function placeChecks(port: ExpressRoutePort, at: At, { answers }: Looked): WizardCheck[] {
  const { resiliency } = answers.goal
  const { name, peeringLocation, links } = port
  const checks: WizardCheck[] = []
  if (peeringLocation !== undefined && !fitsResiliency(peeringLocation, resiliency))
    checks.push(
      error(
        'metro',
        at,
        resiliency === 'high'
          ? `High resiliency needs a port in a Metro location. ${name} is in ${peeringLocation}.`
          : `${name} is in ${peeringLocation}, a Metro location: circuits there are of High resiliency.`,
      ),
    )
  const off = links.filter(({ adminState }) => adminState?.toLowerCase() !== 'enabled')
  if (off.length > 0)
    checks.push(
      advice(
        'ER-012',
        at,
        off.length === links.length
          ? `No link of ${name} is switched on: the circuit can be made, and carries nothing until one is.`
          : `${sentenceList(off.map((link) => link.name))} of ${name} is switched off: half of the redundancy is missing.`,
      ),
    )
  return checks
}

function sizeChecks(
  circuit: CircuitAnswers,
  index: number,
  port: ExpressRoutePort,
  looked: Looked,
): WizardCheck[] {
  const { answers, around } = looked
  const at: At = ['circuits', `circuits.${index}.gbps`]
  const sizes = sizesOnPort(port.bandwidthInGbps)
  const gbps = Number(circuit.gbps)
  const missing = sizeMissing(circuit, index)
  if (missing.length > 0) return missing
  const taking = (size: number | undefined) =>
    size === undefined ? undefined : setCircuit(`Use ${size} Gbps`, index, { gbps: String(size) }, around)
  if (sizes.length > 0 && !sizes.includes(gbps))
    return [
      error(
        'bandwidth',
        at,
        `On a port of ${port.bandwidthInGbps} Gbps circuits have ${sentenceList(sizes.map((one) => `${one} Gbps`))}.`,
        taking(sizes.findLast((one) => one <= gbps) ?? sizes[0]),
      ),
    ]
  if (port.bandwidthInGbps === undefined) return []
  const before = answers.circuits
    .slice(0, index)
    .filter(
      (one) => one.use === 'new' && keyOf(one.portId) === port.key && !circuitThere(one, answers, around),
    )
    .reduce((sum, one) => sum + (Number(one.gbps) || 0), 0)
  const room = roomOnPort(port) - before
  if (gbps > room)
    return [
      error(
        'port-full',
        at,
        `${port.name} has room for ${Math.max(0, room)} Gbps more: circuits can have twice its ${port.bandwidthInGbps} Gbps together.`,
        taking(sizes.findLast((one) => one <= room)),
      ),
    ]
  return (port.provisionedBandwidthInGbps ?? 0) + before + gbps > port.bandwidthInGbps
    ? [
        advice(
          'ER-011',
          at,
          `With this the circuits on ${port.name} have more than its ${port.bandwidthInGbps} Gbps together.`,
        ),
      ]
    : []
}

function sharingChecks(
  circuit: CircuitAnswers,
  index: number,
  port: ExpressRoutePort,
  { around }: Looked,
): WizardCheck[] {
  return port.circuitIds.length > 0 && !circuit.rateLimiting
    ? [
        advice(
          'ER-010',
          ['circuits', `circuits.${index}.rateLimiting`],
          `${port.name} has other circuits. Without a rate limit this one can take their share.`,
          setCircuit('Limit its rate', index, { rateLimiting: true }, around),
        ),
      ]
    : []
}
