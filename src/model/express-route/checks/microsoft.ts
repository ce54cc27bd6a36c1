import { announcedPrefixes, isProofAsked } from '../../circuit/announced-prefixes.ts'
import { takenOf } from '../../circuit/taken.ts'
import {
  microsoftPeeringProblems,
  MICROSOFT_PEERING,
  whyNoMicrosoftOnSku,
} from '../../edits/microsoft-peering.ts'
import {
  type Numbered,
  type Peering,
  portVlanProblem,
  PRIVATE_PEERING,
  type Taken,
} from '../../edits/peering.ts'
import type { CircuitAnswers, MicrosoftAnswers } from '../answers.ts'
import {
  familiesOf,
  isMicrosoftMissing,
  microsoftIdOf,
  microsoftThere,
  typedMicrosoft,
} from '../microsoft.ts'
import { freeVlan } from '../peering-defaults.ts'
import { linksMeant, takenBy } from '../peering-taken.ts'
import { circuitNameOf, circuitThere, peeringThere } from '../place.ts'
import { peeringThereChecks } from './peering-there.ts'
import { besideOnPort } from './port-vlans.ts'
import {
  advice,
  error,
  remedy,
  setCircuit,
  withCircuit,
  type At,
  type Looked,
  type Remedy,
  type WizardCheck,
} from './check.ts'

/** Microsoft peerings that are to be made, by the rules of the circuit's own page, and those that are there (ExpressRoute document 3). */
export function microsoftChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  return answers.circuits.flatMap((circuit, index) => {
    const there = circuit.microsoft.wanted ? microsoftThere(circuit, answers, around) : undefined
    if (there) return thereChecks(there, circuit, index)
    if (!isMicrosoftMissing(circuit, answers, around)) return []
    return [...skuChecks(circuit, index, looked), ...valueChecks(circuit, index, looked)]
  })
}

function thereChecks(there: Peering, circuit: CircuitAnswers, index: number): WizardCheck[] {
  const name = circuitNameOf(circuit)
  const at: At = ['microsoft', `circuits.${index}.microsoft`]
  return [
    ...peeringThereChecks(there, `the Microsoft peering of ${name}`, at),
    ...(announcedPrefixes(there).some(isProofAsked)
      ? [
          advice(
            'ER-008',
            at,
            `The public prefixes of ${name} are ValidationNeeded: BGP stays down until Microsoft has proof that they are yours. Open a support request with it.`,
          ),
        ]
      : []),
  ]
}

/** Recorded as a late failure, after everything else was made (`InvalidSkuTypeForMicrosoftPeering`). */
function skuChecks(circuit: CircuitAnswers, index: number, { answers, around }: Looked): WizardCheck[] {
  const there = circuitThere(circuit, answers, around)
  const name = circuitNameOf(circuit) || `circuit ${index + 1}`
  const why = whyNoMicrosoftOnSku(there ? there.tier : circuit.tier, name)
  if (why === undefined) return []
  const without = setMicrosoft('Leave Microsoft peering out', index, { wanted: false }, { answers, around })
  return [
    there
      ? error(
          'microsoft-sku',
          ['microsoft', `circuits.${index}.microsoft`],
          `${why} Change its SKU on its page first, which interrupts nothing.`,
          without,
        )
      : error(
          'microsoft-sku',
          ['circuits', `circuits.${index}.tier`],
          why,
          setCircuit('Make it Premium', index, { tier: 'Premium' }, around),
        ),
  ]
}

function valueChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { microsoft } = circuit
  const taken = [
    ...takenBy(circuit, answers, around, microsoftIdOf(circuit, answers)),
    ...linksOfPlan(circuit, index, looked),
  ]
  const found = microsoftPeeringProblems(
    numberedOf(circuit, looked),
    typedMicrosoft(circuit),
    taken,
    familiesOf(microsoft),
  )
  const ofPort = portVlanProblem(microsoft.vlan, ...besideOnPort(circuit, index, looked))
  return [...found, ...ofPort].map(({ field, is, text }) =>
    (is === 'error' ? error : advice)(
      RULES[field] ?? 'microsoft-link',
      ['microsoft', `circuits.${index}.microsoft.${field}`],
      text,
      field === 'vlan' ? otherVlan(index, looked) : undefined,
    ),
  )
}

const RULES: Partial<Record<string, string>> = {
  asn: 'microsoft-asn',
  vlan: 'microsoft-vlan',
  prefixes: 'microsoft-prefixes',
  prefixes6: 'microsoft-prefixes',
  customerAsn: 'microsoft-owner',
  routeFilter: 'ER-009',
  routeFilter6: 'ER-009',
}

function otherVlan(index: number, looked: Looked): Remedy {
  const { answers, around } = looked
  const others = answers.circuits.map((one, at) =>
    at === index ? { ...one, microsoft: { ...one.microsoft, wanted: false } } : one,
  )
  const vlan = String(freeVlan(others, around))
  return setMicrosoft(`Use ${vlan}`, index, { vlan }, looked)
}

/** The private peering of the same circuit has another VLAN, there or planned. */
function numberedOf(circuit: CircuitAnswers, { answers, around }: Looked): Numbered {
  const there = circuitThere(circuit, answers, around)
  const isPlanned = circuit.peering.by === 'customer' && !peeringThere(circuit, answers, around)
  return {
    peerings: [
      ...(there?.peerings ?? []).filter(({ name }) => name !== MICROSOFT_PEERING),
      ...(isPlanned ? [{ name: PRIVATE_PEERING, vlanId: Number(circuit.peering.vlan) }] : []),
    ],
  }
}

/** Links that the plan makes: of its own private peering, and of the other circuits. */
function linksOfPlan(circuit: CircuitAnswers, index: number, { answers, around }: Looked): Taken[] {
  const own =
    circuit.peering.by === 'customer' && !peeringThere(circuit, answers, around)
      ? takenOf('own', linksMeant(circuit.peering), `a link of its private peering`)
      : []
  const others = answers.circuits
    .filter((other, at) => at < index && isMicrosoftMissing(other, answers, around))
    .flatMap((other) =>
      takenOf(
        'link',
        linksMeant(other.microsoft),
        `a link of the Microsoft peering of ${circuitNameOf(other)}`,
      ),
    )
  return [...own, ...others]
}

function setMicrosoft(
  label: string,
  index: number,
  change: Partial<MicrosoftAnswers>,
  { around }: Pick<Looked, 'answers' | 'around'>,
): Remedy {
  return remedy(
    label,
    Object.keys(change).map((member) => `circuits.${index}.microsoft.${member}`),
    (now) => {
      const before = now.circuits[index]
      return before ? withCircuit(now, index, { microsoft: { ...before.microsoft, ...change } }) : now
    },
    around,
  )
}
