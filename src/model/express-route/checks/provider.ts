import { bandwidth, sentenceList } from '../../format.ts'
import type { CircuitAnswers } from '../answers.ts'
import { bandwidthsOf, fitsResiliency, providerOf, providersAt, providersOf } from '../circuit-choices.ts'
import { cityOf, isMetro } from '../locations.ts'
import { circuitsFor, withGoal } from '../settled.ts'
import {
  advice,
  error,
  remedy,
  setCircuit,
  type At,
  type Looked,
  type Remedy,
  type WizardCheck,
} from './check.ts'

const MOST_NAMED = 4

/** What a provider's list allows: location and bandwidth, and what the resiliency asks of the location (ExpressRoute document 1.2, 2.1, 2.4, 7). */
export function providerChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { around } = looked
  const at: At = ['circuits', `circuits.${index}.provider`]
  if (circuit.provider === '') return [error('provider', at, 'Choose the provider that brings the circuit.')]
  const found = providerOf(circuit.provider, around)
  if (!found && around.providers.is === 'known' && providersOf(around).length > 0)
    return [error('provider', at, `The subscription’s list has no provider ${circuit.provider}.`)]
  return [...locationChecks(circuit, index, looked), ...bandwidthChecks(circuit, index, looked)]
}

function locationChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { resiliency } = answers.goal
  const at: At = ['circuits', `circuits.${index}.location`]
  const { location, provider } = circuit
  if (location === '') return [error('location', at, 'Choose a peering location.')]
  const found = providerOf(provider, around)
  if (found && !found.locations.includes(location)) {
    const others = providersAt(location, around).map(({ name }) => name)
    return [
      error(
        'provider-location',
        at,
        others.length === 0
          ? `${provider} is not in ${location}. Choose one of its locations.`
          : `${provider} is not in ${location}, but ${sentenceList(others.slice(0, MOST_NAMED))}${others.length > MOST_NAMED ? ' and others' : ''} ${others.length === 1 ? 'is' : 'are'}.`,
        others.length === 1 && others[0] !== undefined
          ? setCircuit(`Use ${others[0]}`, index, { provider: others[0] }, around)
          : undefined,
      ),
    ]
  }
  if (!fitsResiliency(location, resiliency)) return [misfit(location, at, index, looked)]
  const metro = `${cityOf(location)} Metro`
  // ExpressRoute document 2.1: such circuits can be switched off there.
  return resiliency === 'standard' && found?.locations.includes(metro)
    ? [
        advice(
          'standard-at-metro',
          at,
          `${provider} offers ${metro} too. Azure may take no circuit of Standard resiliency where that is so, and a Metro circuit costs the same.`,
          toHigh(metro, index, looked),
        ),
      ]
    : []
}

function misfit(location: string, at: At, index: number, looked: Looked): WizardCheck {
  const { answers, around } = looked
  const { resiliency } = answers.goal
  const { provider = '' } = answers.circuits[index] ?? {}
  const offered = providerOf(provider, around)?.locations ?? []
  if (resiliency !== 'high') {
    const instead = offered.find((one) => !isMetro(one) && cityOf(one) === cityOf(location))
    return error(
      'metro',
      at,
      `${location} is a Metro location: its circuits are of High resiliency. ${resiliency === 'maximum' ? 'Maximum takes two locations that are not Metro.' : 'Standard takes one that is not.'}`,
      instead === undefined ? undefined : setCircuit(`Use ${instead}`, index, { location: instead }, around),
    )
  }
  const metro = `${cityOf(location)} Metro`
  const instead = offered.includes(metro) ? metro : undefined
  return error(
    'metro',
    at,
    `High resiliency needs a Metro location, with a link at each of two sites of a city. ${location} is one site.`,
    instead === undefined ? undefined : setCircuit(`Use ${instead}`, index, { location: instead }, around),
  )
}

function toHigh(metro: string, index: number, { around }: Looked): Remedy {
  return remedy(
    `Make it High, in ${metro}`,
    ['goal.resiliency', `circuits.${index}.location`],
    (now) =>
      withGoal(
        {
          ...now,
          circuits: now.circuits
            .slice(0, circuitsFor('high'))
            .map((one, at) => (at === index ? { ...one, location: metro } : one)),
        },
        { ...now.goal, resiliency: 'high' },
        around,
      ),
    around,
  )
}

function bandwidthChecks(circuit: CircuitAnswers, index: number, { around }: Looked): WizardCheck[] {
  const at: At = ['circuits', `circuits.${index}.bandwidth`]
  const offered = bandwidthsOf(providerOf(circuit.provider, around))
  const mbps = Number(circuit.bandwidth)
  const right = offered.toSorted((one, other) => one - other).find((one) => one >= mbps) ?? offered.at(-1)
  const instead =
    right === undefined
      ? undefined
      : setCircuit(`Use ${bandwidth(right)}`, index, { bandwidth: String(right) }, around)
  if (circuit.bandwidth.trim() === '') return [error('bandwidth', at, 'Choose a bandwidth.')]
  return offered.includes(mbps)
    ? []
    : [
        error(
          'bandwidth',
          at,
          `${circuit.provider} sells no ${mbps > 0 ? bandwidth(mbps) : circuit.bandwidth}, but ${sentenceList(offered.map(bandwidth))}.`,
          instead,
        ),
      ]
}
