import { freeLinks, takenOf } from '../../circuit/taken.ts'
import {
  linkProblems,
  md5KeyAdvice,
  md5KeyProblem,
  sessionProblems,
  type PeeringProblem,
  type Taken,
} from '../../edits/peering.ts'
import { keyOf } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { md5KeyOf, type CircuitAnswers } from '../answers.ts'
import { circuitsIn } from '../circuits-in.ts'
import { freeVlan } from '../peering-defaults.ts'
import { linksMeant, takenBy } from '../peering-taken.ts'
import {
  circuitIdOf,
  circuitNameOf,
  circuitThere,
  isCircuitUnread,
  isOnPort,
  peeringThere,
  portOf,
} from '../place.ts'
import { oddPeering } from './odd-peering.ts'
import { advice, error, setPeering, type At, type Looked, type Remedy, type WizardCheck } from './check.ts'

/** Private peerings that are to be made, and those that are there (ExpressRoute document 3). */
export function peeringChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  return answers.circuits.flatMap((circuit, index) => {
    // What is not planned asks nothing: somebody else's, and that of a circuit nobody knows anything of.
    if (circuit.use === 'redeemed' || isCircuitUnread(circuit, answers, around)) return []
    const there = peeringThere(circuit, answers, around)
    if (there) return thereChecks(there, index, circuit)
    if (circuit.peering.by === 'provider' && isOnPort(circuit, answers, around))
      return [
        error(
          'no-provider',
          ['peering', `circuits.${index}.peering.by`],
          `${circuitNameOf(circuit)} is on an own port, which has no provider: nobody else makes its private peering.`,
          setPeering('Make it here', index, { by: 'customer' }, around),
        ),
      ]
    return circuit.peering.by === 'provider'
      ? []
      : [
          ...valueChecks(circuit, index, looked),
          ...oddPeering(circuit, index),
          ...vlanOfPort(circuit, index, looked),
          ...keyChecks(circuit, index, looked),
        ]
  })
}

function thereChecks(
  { state, provisioningState }: NonNullable<ReturnType<typeof peeringThere>>,
  index: number,
  circuit: CircuitAnswers,
): WizardCheck[] {
  const at: At = ['peering', `circuits.${index}.peering`]
  const name = circuitNameOf(circuit)
  const [reason] = provisioningReasons(provisioningState)
  if (reason?.verdict === 'inProgress')
    return [
      error(
        'still-running',
        at,
        `Azure is still working on the private peering of ${name}. Wait until that has ended, then go on.`,
      ),
    ]
  if (state?.toLowerCase() === 'disabled')
    return [
      advice(
        'peering-off',
        at,
        `The private peering of ${name} is switched off, so nothing is reached over it. Switch it on at the circuit.`,
      ),
    ]
  return reason?.verdict === 'attention'
    ? [
        advice(
          'peering-failed',
          at,
          `The last change of the private peering of ${name} failed: ${reason.text}. It is not written again here: change it at the circuit, which keeps what else it has.`,
        ),
      ]
    : []
}

function valueChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { peering } = circuit
  const taken = [...takenBy(circuit, answers, around), ...linksOfOthers(index, looked)]
  const there = circuitThere(circuit, answers, around)
  const found: PeeringProblem[] = [
    ...sessionProblems(there ?? { peerings: [] }, peering),
    ...(peering.addressing === 'ipv6' ? [] : linkProblems(peering, 4, taken)),
    ...(peering.addressing === 'ipv4' ? [] : linkProblems(peering, 6, taken)),
  ]
  return found.map(({ field, is, text }) =>
    (is === 'error' ? error : advice)(
      is === 'error' ? ruleOf(field) : 'peering-link',
      ['peering', `circuits.${index}.peering.${field}`],
      text,
      remedyFor(field, index, looked, taken),
    ),
  )
}

/** The links' is the name of the table of findings (ExpressRoute document 8); it has none for the other two. */
function ruleOf(field: string): string {
  return field === 'asn' || field === 'vlan' ? `peering-${field}` : 'ER-036'
}

/** Where one click can put it right: free subnets, a free VLAN. */
function remedyFor(
  field: PeeringProblem['field'],
  index: number,
  { answers, around }: Looked,
  taken: readonly Taken[],
): Remedy | undefined {
  if (field === 'vlan') {
    const vlan = String(freeVlan(answers.circuits.toSpliced(index, 1), around))
    return setPeering(`Use ${vlan}`, index, { vlan }, around)
  }
  const links = field === 'primary' || field === 'secondary' ? freeLinks(taken) : undefined
  if (links) return setPeering(`Use ${links.primary} and ${links.secondary}`, index, links, around)
  const links6 = field === 'primary6' || field === 'secondary6' ? freeLinks(taken, 6) : undefined
  if (!links6) return undefined
  const { primary: primary6, secondary: secondary6 } = links6
  return setPeering(`Use ${primary6} and ${secondary6}`, index, { primary6, secondary6 }, around)
}

/** The links of the plan's other circuits: they need not be apart for Azure, but the same routers may serve both. */
function linksOfOthers(index: number, { answers, around }: Looked): Taken[] {
  return answers.circuits.flatMap((other, at) => {
    if (at === index || other.use === 'redeemed') return []
    if (isCircuitUnread(other, answers, around) || peeringThere(other, answers, around)) return []
    return takenOf('link', linksMeant(other.peering), `a link of ${circuitNameOf(other)}`)
  })
}

/** With Dot1Q a VLAN is unique in the whole port pair (ExpressRoute document 1.5); two circuits of the plan may be on one. */
function vlanOfPort(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const portId = portIdOf(circuit, looked)
  const port = portId === undefined ? undefined : portOf({ portId }, around)
  if (!port || port.encapsulation?.toLowerCase() === 'qinq') return []
  const vlan = Number(circuit.peering.vlan)
  const own = keyOf(circuitIdOf(circuit, answers))
  const other = circuitsIn(around).find(
    (one) =>
      one.key !== own &&
      keyOf(one.expressRoutePortId ?? '') === port.key &&
      one.peerings.some(({ vlanId }) => vlanId === vlan),
  )
  const planned = answers.circuits
    .slice(0, index)
    .find(
      (one) =>
        keyOf(portIdOf(one, looked) ?? '') === port.key &&
        one.peering.by === 'customer' &&
        Number(one.peering.vlan) === vlan,
    )
  const name = other?.name ?? (planned && circuitNameOf(planned))
  return name === undefined
    ? []
    : [
        error(
          'vlan-of-port',
          ['peering', `circuits.${index}.peering.vlan`],
          `${name} on the same port has VLAN ${vlan} already. With Dot1Q each VLAN is there once on ${port.name}.`,
          remedyFor('vlan', index, looked, []),
        ),
      ]
}

function portIdOf(circuit: CircuitAnswers, { answers, around }: Looked): string | undefined {
  const there = circuitThere(circuit, answers, around)
  if (there) return there.expressRoutePortId
  return circuit.use === 'new' && answers.goal.port === 'direct' ? circuit.portId : undefined
}

/** The key's text is never repeated. */
function keyChecks(circuit: CircuitAnswers, index: number, { keys }: Looked): WizardCheck[] {
  if (!circuit.peering.md5) return []
  const at: At = ['peering', `circuits.${index}.md5Key`]
  const key = keys[md5KeyOf(circuit)] ?? ''
  const problem = md5KeyProblem(key)
  if (problem !== undefined) return [error('md5-key', at, problem)]
  const odd = md5KeyAdvice(key)
  if (odd !== undefined) return [advice('md5-letters', at, odd)]
  return key === ''
    ? [
        error(
          'md5-key',
          at,
          `Enter the MD5 key of ${circuitNameOf(circuit)}. A key is kept in memory only, and is gone once the page was left.`,
        ),
      ]
    : []
}
