import type { Activity } from '../diagnostics/activity.ts'
import { lastChangeBefore } from '../diagnostics/last-change.ts'
import { changeWords } from '../edits/told-changes.ts'
import { TOPICS, type Topic } from '../edits/topics.ts'
import { readyWords } from '../deployments/run.ts'
import { count } from '../format.ts'
import { serviceStateVerb } from './noted-verbs.ts'
import type { NotedOperation, Operation, OperationState } from './operation.ts'
import type { TypicalTime } from './durations.ts'
import type { Verdict } from '../status/verdict.ts'

const NAMES: Readonly<Record<Topic, string>> = {
  tags: 'Change tags',
  reset: 'Reset',
  site: 'Change site',
  sku: 'Change SKU',
  'active-active': 'Change active-active',
  bgp: 'Change BGP',
  'nat-rules': 'Change NAT rules',
  'point-to-site': 'Change point-to-site',
  policy: 'Change IPsec policy',
  mode: 'Change mode',
  key: 'Set shared key',
  'rotate-key': 'Rotate shared key',
  capture: 'Capture packets',
  troubleshoot: 'Troubleshoot',
  circuit: 'Change circuit',
  peering: 'Change peering',
  'microsoft-peering': 'Change Microsoft peering',
  'global-reach': 'Change Global Reach',
  authorization: 'Change authorizations',
  link: 'Change link',
  scale: 'Change scale units',
  weight: 'Change weight and FastPath',
  'take-down': 'Take down',
  'failover-test': 'Failover test',
  wan: 'Change WAN',
  'new-hub': 'Create hub',
  hub: 'Change hub',
  'add-network': 'Connect network',
  network: 'Change routing',
  'add-route-table': 'Create route table',
  'route-table': 'Change route table',
  'routing-intent': 'Change routing intent',
  'add-peer': 'Add BGP peer',
  'new-site': 'Create site',
  branch: 'Change site',
  connect: 'Connect site',
  'site-connection': 'Change site connection',
  'new-client-gateway': 'Create gateway',
  clients: 'Change clients',
  'new-server': 'Create server configuration',
  server: 'Change server configuration',
  delete: 'Delete',
}

/** What is done, a verb: `Reset`, `Change tags`. */
export function operationName(operation: Operation): string {
  if (operation.by === 'azure')
    return operation.of === 'router' ? 'Start router' : serviceStateVerb(operation.provisioningState)
  if (operation.by === 'deployment') return 'Deploy'
  const { write } = operation
  if (write.is === 'removal') return 'Delete'
  if (write.is === 'edit' && write.method === 'PUT' && write.creates === true) return 'Create'
  const topic = TOPICS.find((one) => one === write.topic.split('/')[0])
  if (topic) return NAMES[topic]
  return write.is === 'edit' ? 'Change' : write.segment
}

/**
 * Where nobody of this browser began it, who did is not known without the activity log.
 * @param log of the resource, where it was read
 */
export function startedBy(operation: Operation, log: readonly Activity[] = []): string {
  if (operation.by !== 'azure') return 'this browser'
  return beganBy(operation, log)?.caller ?? 'noted on Azure'
}

/** What was asked for last before it was seen, and had not ended by then. */
function beganBy({ startedAt }: NotedOperation, log: readonly Activity[]): Activity | undefined {
  const last = lastChangeBefore(log, startedAt)
  return last !== undefined && (isOpen(last) || last.endedAt >= startedAt) ? last : undefined
}

function isOpen({ status }: Activity): boolean {
  return /^(started|accepted)$/i.test(status)
}

/** A state in a word. Azure cancels what it ends with that code. */
export function stateWord({ is, ...state }: OperationState): string {
  switch (is) {
    case 'running':
      return 'heldUp' in state && state.heldUp ? 'Paused' : 'Running'
    case 'succeeded':
      return 'Succeeded'
    case 'failed':
      if ('error' in state && /^cancell?ed(unsent)?$/i.test(state.error.code)) return 'Canceled'
      return 'during' in state && state.during === 'reading' ? 'Not sent' : 'Failed'
    case 'unknown':
      return 'Not known'
    default:
      return is satisfies never
  }
}

export function stateVerdict(state: OperationState): Verdict {
  switch (state.is) {
    case 'running':
      return state.heldUp ? 'attention' : 'inProgress'
    case 'succeeded':
      return 'healthy'
    case 'failed':
      return stateWord(state) === 'Canceled' ? 'notChecked' : 'down'
    case 'unknown':
      return 'unknown'
    default:
      return state satisfies never
  }
}

/** What there is to say beyond the operation's name: what changes from what to what, or how its end was seen. */
export function whatWords(operation: Operation): string {
  const { state } = operation
  if (state.is === 'succeeded' && state.by === 'reading' && operation.by === 'browser')
    return operation.write.is === 'removal' ? 'Seen gone on Azure' : 'Seen done on Azure'
  if (operation.by === 'azure')
    return operation.of === 'router' ? `router ${operation.provisioningState}` : operation.provisioningState
  if (operation.by === 'deployment') {
    const { turn } = operation
    const waits = state.is === 'running' && turn?.is === 'waiting' && turn.behind !== undefined
    return waits ? `waits for ${turn.behind}` : readyWords(operation)
  }
  const { write } = operation
  switch (write.is) {
    case 'edit':
      // Of something new everything is a change, and what it is says more.
      return write.method === 'PUT' && write.creates === true ? write.what : changeWords(write.changes)
    case 'removal':
      return ''
    case 'action':
      return Object.entries(write.query ?? {})
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')
    default:
      return write satisfies never
  }
}

const SECOND = 1_000
const THIN = '\u2009'

/** `14 min 43 s`, `42 s`, `1 h 04 min`, from milliseconds; never negative. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND))
  const two = (number: number) => String(number).padStart(2, '0')
  if (seconds < 60) return `${seconds}${THIN}s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}${THIN}min ${two(seconds % 60)}${THIN}s`
  return `${Math.floor(minutes / 60)}${THIN}h ${two(minutes % 60)}${THIN}min`
}

/** How long it took; `undefined` while it runs. */
export function tookWords({ state, startedAt }: Operation): string | undefined {
  if (state.is === 'running') return undefined
  return `${state.late ? 'at most ' : ''}${stopwatch(state.at - startedAt)}`
}

/** How much of its typical time has gone, 0 to 1: never full while it runs. */
export function progressOf(elapsed: number, { to }: Pick<TypicalTime, 'to'>): number {
  return Math.min(0.97, Math.max(0, elapsed / Math.max(1, to)))
}

/** `3 operations are running, 1 failed today`: the page in a sentence. */
export function operationsHeadline(operations: readonly Operation[], now: number): string {
  const running = operations.filter(({ state }) => state.is === 'running').length
  const failed = operations.filter(
    ({ state }) => state.is === 'failed' && stateWord(state) !== 'Canceled' && sameDay(state.at, now),
  ).length
  const first =
    running === 0
      ? 'No operation is running'
      : `${count(running, 'operation')} ${running === 1 ? 'is' : 'are'} running`
  return failed === 0 ? first : `${first}, ${failed} failed today`
}

function sameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString()
}

/** Of an operation that ended, for who looks elsewhere: `Reset of vgw-weu-prod: succeeded after 8 min 02 s`. */
export function endSentence(operation: Operation): string {
  const took = tookWords(operation)
  const state = stateWord(operation.state).toLowerCase()
  return `${operationName(operation)}, ${operation.name}: ${state}${took === undefined ? '' : ` after ${took}`}`
}
