import type { Model } from '../../store/model.ts'
import type {
  DeploymentEnd,
  DeploymentRow,
  DeploymentStep,
  OperationRow,
  StepState,
} from '../../store/rows.ts'
import type { JsonObject } from '../../wire/json.ts'
import { isObject, textAt } from '../../wire/read.ts'
import type { Answer } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { scaled } from '../timing.ts'
import { deploymentFailed, endedWith, refusedWith } from './failures.ts'
import { finish } from './finish.ts'
import { outputsOf } from './outputs.ts'
import { placeAt } from './place.ts'
import { nextOf } from './schedule.ts'
import { TemplateFault } from './template/fault.ts'
import { isDeployment } from './template/resources.ts'

/** One request that a deployment makes, as the person who started it. */
export interface Errand {
  method: 'PUT' | 'GET'
  id: string
  apiVersion: string
  body?: JsonObject
}

export interface World {
  model: Model
  now: number
  /** The request as if it came at `at`. */
  exchangeFor(row: DeploymentRow, errand: Errand, at: number): Exchange
  /** Answers it as one from outside, with what it starts. */
  perform(row: DeploymentRow, exchange: Exchange): { answer: Answer; operation?: OperationRow }
}

/**
 * Does what deployments have to do by now, each write at the time it became due. Nothing runs in the background: every request
 * brings this up to date first, so who asks late sees what has happened meanwhile.
 */
export function advance(world: World): void {
  for (let due = nextOf(world.model, world.now); due; due = nextOf(world.model, world.now)) {
    const { row, next } = due
    if (next.does === 'begin') begin(world, row, next.step, next.at)
    else end(world, row, next.at)
  }
}

/** Whether any deployment has something to do by `now`. */
export function isAnyDue(model: Model, now: number): boolean {
  return nextOf(model, now) !== undefined
}

/** How often a write that is told to come back later is tried, and after how many seconds at most (assumed). */
const TRIES = 60
const PAUSE = { first: 10, longest: 60 }

function begin(world: World, row: DeploymentRow, index: number, at: number): void {
  const step = row.steps[index]
  if (step === undefined) return
  const { id, apiVersion, body = {} } = step
  const exchange = world.exchangeFor(row, { method: 'PUT', id, apiVersion, body }, at)
  const { answer, operation } = world.perform(row, exchange)
  const { settings, save } = exchange
  const state = stateAfter(step, answer, operation, at, (seconds) =>
    Math.max(100, scaled(seconds, settings.speed)),
  )
  const known = isObject(answer.body) ? textAt(answer.body.id) : undefined
  const { body: _sent, ...rest } = step
  const after: DeploymentStep = {
    ...(state.is === 'waiting' ? step : rest),
    id: answer.status < 400 && known !== undefined ? known : id,
    state,
  }
  save({ ...row, steps: row.steps.with(index, after) })
}

function stateAfter(
  { id, type, state }: DeploymentStep,
  answer: Answer,
  operation: OperationRow | undefined,
  at: number,
  wait: (seconds: number) => number,
): StepState {
  const { status } = answer
  const tries = state.is === 'waiting' ? (state.tries ?? 0) : 0
  // What is only held by something else is tried again (the 429 of the reference, ARM contract 5).
  if (status === 429 && tries < TRIES) {
    const pause = Math.min(PAUSE.first * 2 ** tries, PAUSE.longest)
    return { is: 'waiting', notBefore: at + wait(pause), tries: tries + 1 }
  }
  if (status >= 400) return { is: 'refused', at, status, failure: refusedWith(answer, id) }
  if (isDeployment(type)) return { is: 'nested', at, status }
  const failure = operation?.failure && { failure: endedWith(operation.failure, id) }
  return { is: 'begun', at, status, endsAt: operation?.endsAt ?? at, ...failure }
}

function end(world: World, row: DeploymentRow, at: number): void {
  const exchange = world.exchangeFor(row, { method: 'GET', id: row.id, apiVersion: '2021-04-01' }, at)
  finish(exchange, row, endOf(world, exchange, row, at))
}

function endOf(world: World, exchange: Exchange, row: DeploymentRow, at: number): DeploymentEnd {
  const failures = row.steps.flatMap(({ state }) =>
    'failure' in state && state.failure !== undefined ? [state.failure] : [],
  )
  const failed = (error: JsonObject): DeploymentEnd => ({ at, state: 'Failed', error })
  if (failures.length > 0) return failed(deploymentFailed(row.id, failures))
  try {
    const outputs = outputsOf(row, placeAt(exchange, row.id), (id) => {
      const apiVersion = row.steps.find((step) => step.key === id.toLowerCase())?.apiVersion ?? '2025-05-01'
      const { answer } = world.perform(row, world.exchangeFor(row, { method: 'GET', id, apiVersion }, at))
      return answer.status === 200 && isObject(answer.body) ? answer.body : undefined
    })
    return { at, state: 'Succeeded', ...(outputs && { outputs }) }
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    // Code as in public reports, unverified.
    const told: JsonObject = {
      code: 'DeploymentOutputEvaluationFailed',
      message: error.message,
      target: row.id,
    }
    return failed({ ...told, details: [] })
  }
}
