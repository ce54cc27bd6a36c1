import { count } from '../../format.ts'
import { keyOf } from '../../paths.ts'
import { groupFindings } from '../../wizard/name-findings.ts'
import { rightFindings, subscriptionFindings } from '../../wizard/right-findings.ts'
import { circuitsIn } from '../circuits-in.ts'
import { circuitNameOf, circuitThere } from '../place.ts'
import { rightsNeeded } from '../rights-needed.ts'
import { circuitsFor } from '../settled.ts'
import { advice, error, fromFinding, remedy, type Looked, type WizardCheck } from './check.ts'

/** Circuits of a subscription, which support can raise (ExpressRoute document 1.4). */
const IN_SUBSCRIPTION = 50

/** What is chosen first: where circuits go, whether they may, and how many there are (ExpressRoute document 2.4, step 1). */
export function goalChecks(looked: Looked): WizardCheck[] {
  return [...placeChecks(looked), ...countChecks(looked), ...limitChecks(looked)]
}

function placeChecks({ answers, around }: Looked): WizardCheck[] {
  const { goal, circuits } = answers
  const disabled = subscriptionFindings(goal.subscriptionId, around)
  if (disabled.length > 0)
    return disabled.map((one) => fromFinding(one, ['resiliency', 'goal.subscriptionId'], around))
  const group = circuits.some(({ use }) => use === 'new')
    ? groupFindings(goal.group, goal.subscriptionId, around, 'the circuits').map((one) =>
        fromFinding(one, ['resiliency', 'goal.group'], around, (now, id) => ({
          ...now,
          goal: { ...now.goal, group: { is: 'existing', id } },
        })),
      )
    : []
  const rights = rightFindings(rightsNeeded(answers, around), around)
  return [...group, ...rights.map((one) => fromFinding(one, ['resiliency', 'goal.group'], around))]
}

function countChecks({ answers, around }: Looked): WizardCheck[] {
  const { goal, circuits } = answers
  const wanted = circuitsFor(goal.resiliency)
  return circuits.slice(wanted).map((circuit, more) => {
    const index = wanted + more
    const name = circuitNameOf(circuit) || 'the second circuit'
    return error(
      'one-circuit',
      ['resiliency', 'goal.resiliency'],
      `${goal.resiliency === 'high' ? 'High' : 'Standard'} resiliency is one circuit, and ${name} is a second.`,
      remedy(
        `Leave out ${name}`,
        ['goal.resiliency'],
        (now) => ({
          ...now,
          circuits: now.circuits.toSpliced(index, 1),
          touched: now.touched.filter((field) => !field.startsWith(`circuits.${index}`)),
        }),
        around,
      ),
    )
  })
}

function limitChecks({ answers, around }: Looked): WizardCheck[] {
  const { goal, circuits } = answers
  const there = circuitsIn(around).filter(
    ({ subscriptionId }) => keyOf(subscriptionId) === keyOf(goal.subscriptionId),
  )
  const fresh = circuits.filter((one) => one.use === 'new' && !circuitThere(one, answers, around))
  if (fresh.length === 0 || there.length + fresh.length <= IN_SUBSCRIPTION) return []
  return [
    advice(
      'circuits-in-subscription',
      ['resiliency', 'goal.subscriptionId'],
      `The subscription has ${count(there.length, 'circuit')} already. Azure takes ${IN_SUBSCRIPTION} unless its support has raised that.`,
    ),
  ]
}
