import { freeLinks, takenOf } from '../../circuit/taken.ts'
import { oddPeeringProblems } from '../../edits/odd-peering.ts'
import {
  md5KeyAdvice,
  md5KeyProblem,
  peeringProblems,
  portVlanProblem,
  PRIVATE_PEERING,
  type PeeringProblem,
  type Taken,
} from '../../edits/peering.ts'
import { md5KeyOf, type CircuitAnswers } from '../answers.ts'
import { familiesOf } from '../microsoft.ts'
import { freeVlan } from '../peering-defaults.ts'
import { linksMeant, takenBy } from '../peering-taken.ts'
import { circuitNameOf, circuitThere, isCircuitUnread, isOnPort, peeringThere } from '../place.ts'
import { besideOnPort } from './port-vlans.ts'
import { peeringThereChecks } from './peering-there.ts'
import { advice, error, setPeering, type At, type Looked, type Remedy, type WizardCheck } from './check.ts'

/** Private peerings that are to be made, and those that are there (ExpressRoute document 3). */
export function peeringChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  return answers.circuits.flatMap((circuit, index) => {
    // What is not planned asks nothing: somebody else's, and that of a circuit nobody knows anything of.
    if (circuit.use === 'redeemed' || isCircuitUnread(circuit, answers, around)) return []
    const there = peeringThere(circuit, answers, around)
    if (there)
      return peeringThereChecks(there, `the private peering of ${circuitNameOf(circuit)}`, [
        'peering',
        `circuits.${index}.peering`,
      ])
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
          ...oddChecks(circuit, index),
          ...portVlanChecks(circuit, index, looked),
          ...keyChecks(circuit, index, looked),
        ]
  })
}

function valueChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { peering } = circuit
  const taken = [...takenBy(circuit, answers, around), ...linksOfOthers(index, looked)]
  const there = circuitThere(circuit, answers, around)
  const found = peeringProblems(
    there ?? { peerings: [] },
    peering,
    taken,
    PRIVATE_PEERING,
    familiesOf(peering),
  )
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

/** What Azure may take and no router can use. */
function oddChecks({ peering }: CircuitAnswers, index: number): WizardCheck[] {
  return oddPeeringProblems(peering, familiesOf(peering)).map(({ field, text }) =>
    advice('peering-odd', ['peering', `circuits.${index}.peering.${field}`], text),
  )
}

/** Two circuits of the plan may be on one port. */
function portVlanChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  return portVlanProblem(circuit.peering.vlan, ...besideOnPort(circuit, index, looked)).map(({ text }) =>
    error(
      'vlan-of-port',
      ['peering', `circuits.${index}.peering.vlan`],
      text,
      remedyFor('vlan', index, looked, []),
    ),
  )
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
