import { keyOf, nameOfId, parseArmId } from '../../paths.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import type { ExpressRouteCircuit } from '../../resources/expressroute.ts'
import { scopeName } from '../../unreadable.ts'
import { freeNameIn } from '../../wizard/naming.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { nameFindings } from '../../wizard/name-findings.ts'
import { regionFindings } from '../../wizard/space-findings.ts'
import type { CircuitAnswers } from '../answers.ts'
import { circuitsIn } from '../circuits-in.ts'
import { circuitsUnread } from '../circuits-unread.ts'
import { circuitIdOf, circuitNameOf, circuitPlace, circuitThere, gatewayPlace } from '../place.ts'
import { planOf } from '../plan-of.ts'
import { hasFailed } from '../readiness.ts'
import { circuitStanding } from '../standing.ts'
import { wantedCircuits } from '../wanted.ts'
import { directChecks } from './direct.ts'
import { providerChecks } from './provider.ts'
import { fittingChecks, tierChecks } from './tier.ts'
import {
  advice,
  error,
  fromFinding,
  setCircuit,
  withCircuit,
  type At,
  type Looked,
  type WizardCheck,
} from './check.ts'

/** Circuits of a subscription in one region (ExpressRoute document 1.4). */
const IN_REGION = 10

/** Each circuit by itself (ExpressRoute document 2.4, steps 2 and 3); what two are to each other is in pair.ts. */
export function circuitChecks(looked: Looked): WizardCheck[] {
  return looked.answers.circuits.flatMap((circuit, index) => {
    switch (circuit.use) {
      case 'new':
        return newChecks(circuit, index, looked)
      case 'existing':
        return existingChecks(circuit, index, looked)
      case 'redeemed':
        return redeemedChecks(circuit, index, looked)
      default:
        return circuit.use satisfies never
    }
  })
}

function newChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const name = nameChecks(circuit, index, looked)
  // One that was ordered is as it is: what was typed for it asks nothing any more.
  const there = circuitThere(circuit, answers, around)
  if (there && !name.some(({ rule }) => rule === 'name-taken'))
    return [...name, ...failedChecks(there, ['circuits', `circuits.${index}.name`], looked)]
  return [
    ...unreadChecks(circuit, index, looked),
    ...(answers.goal.port === 'direct'
      ? directChecks(circuit, index, looked)
      : providerChecks(circuit, index, looked)),
    ...tierChecks(circuit, index, looked),
    ...name,
    ...regionChecks(circuit, index, looked),
  ]
}

/** Nothing comes of one that Azure could not make, unless this plan orders it again (ExpressRoute document 2.6). */
function failedChecks(there: ExpressRouteCircuit, at: At, { answers, around }: Looked): WizardCheck[] {
  if (!hasFailed(there)) return []
  const isOrderedAgain = planOf(answers, around, 'order').plan.resources.some(
    ({ id }) => keyOf(id) === there.key,
  )
  return isOrderedAgain
    ? []
    : [
        error(
          'circuit-failed',
          at,
          `Azure could not make ${there.name}: its state is Failed. Why stands under Activity on its page. It may be billed all the same: delete it there, then order another here.`,
        ),
      ]
}

/** A circuit that was not read may be there: ordered again it would lose its peerings and authorizations. */
function unreadChecks(circuit: CircuitAnswers, index: number, { answers, around }: Looked): WizardCheck[] {
  const { subscriptionId } = answers.goal
  const unread = circuitsUnread(subscriptionId, around)
  return unread
    ? [
        error(
          'unread-circuits',
          ['circuits', `circuits.${index}.name`],
          `The ExpressRoute circuits of ${scopeName(`/subscriptions/${subscriptionId}`, around.subscriptions)} could not be read, so whether ${circuitNameOf(circuit) || 'this one'} is there already is not known: ordered again, it would lose what it has. Azure said: ${unread.error.message} Load the list of resources again, then go on.`,
        ),
      ]
    : []
}

function nameChecks(circuit: CircuitAnswers, index: number, { answers, around }: Looked): WizardCheck[] {
  const place = circuitPlace(circuit, answers)
  const others = answers.circuits
    .slice(0, index)
    .flatMap(({ use, name }) => (use === 'new' ? [name.trim()] : []))
  const planned = wantedCircuits(answers, around).find(
    ({ id }) => keyOf(id) === keyOf(circuitIdOf(circuit, answers)),
  )
  return nameFindings({
    type: 'expressRouteCircuits',
    what: 'circuit',
    name: circuit.name,
    group: place.resourceGroup,
    others,
    standing: planned && circuitStanding(planned, answers, around),
    free: () =>
      freeNameIn({ place, estate: around.estate }, circuit.name.trim(), '', 'expressRouteCircuits', others),
  }).map((one) =>
    fromFinding(one, ['circuits', `circuits.${index}.name`], around, (now, name) =>
      withCircuit(now, index, { name }),
    ),
  )
}

function regionChecks(circuit: CircuitAnswers, index: number, { answers, around }: Looked): WizardCheck[] {
  const at: At = ['circuits', `circuits.${index}.region`]
  const found = regionFindings(circuit.region, around).map((one) => fromFinding(one, at, around))
  if (found.length > 0) return found
  const isHere = (one: { subscriptionId: string; location?: string }) =>
    keyOf(one.subscriptionId) === keyOf(answers.goal.subscriptionId) && one.location === circuit.region
  const fresh = answers.circuits.filter(
    (one) => one.use === 'new' && one.region === circuit.region && !circuitThere(one, answers, around),
  )
  const there = circuitsIn(around).filter(isHere)
  return there.length + fresh.length > IN_REGION
    ? [
        error(
          'circuits-in-region',
          at,
          `The subscription has ${there.length} circuits in ${circuit.region}, and Azure takes ${IN_REGION} there. Choose another region: it need not be near the peering location.`,
        ),
      ]
    : []
}

function existingChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at: At = ['circuits', `circuits.${index}.existing`]
  if (circuit.existing === '') return [error('circuit', at, 'Choose a circuit.')]
  const wrong = idTypeFindings(circuit.existing, 'expressRouteCircuits')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const twice = twiceChecks(index, at, looked)
  if (twice.length > 0) return twice
  const there = circuitThere(circuit, answers, around)
  if (!there)
    return [
      advice(
        'unread-circuit',
        at,
        `${nameOfId(circuit.existing)} could not be read, so nothing can be held against it. Its private peering has to be there already.`,
      ),
    ]
  const failed = failedChecks(there, at, looked)
  if (failed.length > 0) return failed
  const { name, serviceProviderName = 'Its provider', serviceProviderProvisioningState: state } = there
  if (/^deprovision/i.test(state ?? ''))
    return [
      error(
        'circuit-deprovisioning',
        at,
        `${serviceProviderName} takes ${name} down: its provider state is ${state}. Choose another circuit, or have it ordered again.`,
      ),
    ]
  const [reason] = provisioningReasons(there.provisioningState)
  if (reason?.verdict === 'inProgress')
    return [
      error('still-running', at, `Azure is still working on ${name}. Wait until that has ended, then go on.`),
    ]
  return [
    ...(reason?.verdict === 'attention'
      ? [
          advice(
            'ER-038',
            at,
            `${name} is in the state ${there.provisioningState}: ${reason.text}. Azure may refuse what is built on it.`,
          ),
        ]
      : []),
    ...fittingChecks(circuit, index, looked),
  ]
}

function redeemedChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at: At = ['circuits', `circuits.${index}.uri`]
  const uri = circuit.uri.trim()
  if (uri === '') return [error('circuit', at, 'Enter the resource id of the circuit, as its owner gave it.')]
  const wrong = idTypeFindings(uri, 'expressRouteCircuits')
  if (wrong.length > 0)
    return wrong.map(({ text }) =>
      error('id-type', at, text.replace(/ Choose .*$/, ' Ask its owner for the resource id of the circuit.')),
    )
  const twice = twiceChecks(index, at, looked)
  if (twice.length > 0) return twice
  const gateway = gatewayPlace(answers, around).subscriptionId
  const there = circuitThere(circuit, answers, around)
  if (!there) return []
  const isOwn = keyOf(parseArmId(uri)?.subscriptionId ?? '') === keyOf(gateway)
  return [
    ...(isOwn
      ? [
          advice(
            'redeemed-own',
            at,
            `${there.name} is in the same subscription as the gateway, so it needs no authorization.`,
            setCircuit(`Use ${there.name} as it is`, index, { use: 'existing', existing: there.id }, around),
          ),
        ]
      : []),
    ...fittingChecks(circuit, index, looked),
  ]
}

/** A gateway has one connection to a circuit. */
function twiceChecks(index: number, at: At, { answers }: Looked): WizardCheck[] {
  const ids = answers.circuits.map((one) => keyOf(circuitIdOf(one, answers)))
  const own = ids[index] ?? ''
  return ids.slice(0, index).includes(own)
    ? [
        error(
          'same-circuit',
          at,
          `${nameOfId(own)} is chosen twice. Two circuits make it more resilient, one does not.`,
        ),
      ]
    : []
}
