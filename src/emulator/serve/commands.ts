import { isPathCondition, PATH_CONDITIONS } from '../network/circuit-far-ends.ts'
import type { ControlCommand, Device, Fault, Speed } from '../wire/control.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { isObject } from '../wire/read.ts'

/** What was sent, or why it is none: a sentence for whoever sent it. */
export type ReadCommand = { is: 'command'; command: ControlCommand } | { is: 'refused'; message: string }

/**
 * A control command as it came over the wire, looked at whole: a wrong one would else spoil every later answer.
 * @param estates names that `reset` may have
 */
export function readCommand(value: Json | undefined, estates: readonly string[]): ReadCommand {
  if (!isObject(value)) return refused('A control command is a JSON object with a member "do".')
  switch (value.do) {
    case 'describe':
      return { is: 'command', command: { do: 'describe' } }
    case 'reset':
      return readReset(value.estate, estates)
    case 'settings':
      return readSettings(value)
    case 'faults':
      return readFaults(value.faults)
    case 'farSide':
      return readFarSide(value)
    case 'provider':
      return readProvider(value)
    case 'circuitPath':
      return readCircuitPath(value)
    case 'hubRouter':
      return readHubRouter(value)
    case 'open':
    case 'download':
    case 'blob':
      return refused('Estate files are not opened or made here: start with --estate and the path of a file.')
    default:
      return refused(
        '"do" is "describe", "reset", "settings", "faults", "farSide", "provider", "circuitPath" or "hubRouter".',
      )
  }
}

function readReset(estate: Json | undefined, estates: readonly string[]): ReadCommand {
  if (estate === undefined) return { is: 'command', command: { do: 'reset' } }
  if (typeof estate === 'string' && estates.includes(estate))
    return { is: 'command', command: { do: 'reset', estate } }
  return refused(`"estate" is one of ${estates.join(', ')}.`)
}

function readSettings({ speed, pageSize }: JsonObject): ReadCommand {
  if (speed !== undefined && !isSpeed(speed)) return refused('"speed" is "instant", "fast" or "realistic".')
  if (pageSize !== undefined && !isCount(pageSize)) return refused('"pageSize" is a whole number from 1.')
  return { is: 'command', command: { do: 'settings', speed, pageSize } }
}

function isSpeed(value: Json): value is Speed {
  return value === 'instant' || value === 'fast' || value === 'realistic'
}

function readFarSide({ connection, device }: JsonObject): ReadCommand {
  if (typeof connection !== 'string' || connection === '')
    return refused('"connection" is the id of a connection.')
  const read = deviceOf(device)
  return read === undefined
    ? refused('"device" is "up", "silent", { "key": … } or { "mismatch": "ipsec", "ike" or "selectors" }.')
    : { is: 'command', command: { do: 'farSide', connection, device: read } }
}

function readProvider({ circuit, act }: JsonObject): ReadCommand {
  if (typeof circuit !== 'string' || circuit === '') return refused('"circuit" is the id of a circuit.')
  return act === 'provision' || act === 'refuse' || act === 'deprovision' || act === 'peer'
    ? { is: 'command', command: { do: 'provider', circuit, act } }
    : refused('"act" is "provision", "refuse", "deprovision" or "peer".')
}

function readCircuitPath({ circuit, path, is }: JsonObject): ReadCommand {
  if (typeof circuit !== 'string' || circuit === '') return refused('"circuit" is the id of a circuit.')
  if (path !== 'primary' && path !== 'secondary' && path !== 'both')
    return refused('"path" is "primary", "secondary" or "both".')
  return isPathCondition(is)
    ? { is: 'command', command: { do: 'circuitPath', circuit, path, is } }
    : refused(`"is" is one of ${PATH_CONDITIONS.join(', ')}.`)
}

function readHubRouter({ hub, is }: JsonObject): ReadCommand {
  if (typeof hub !== 'string' || hub === '') return refused('"hub" is the id of a hub.')
  return is === 'Provisioned' || is === 'Provisioning' || is === 'Failed'
    ? { is: 'command', command: { do: 'hubRouter', hub, is } }
    : refused('"is" is "Provisioned", "Provisioning" or "Failed".')
}

function deviceOf(device: Json | undefined): Device | undefined {
  if (device === 'up' || device === 'silent') return device
  if (!isObject(device) || Object.keys(device).length !== 1) return undefined
  const { key, mismatch } = device
  if (typeof key === 'string' && key !== '') return { key }
  return mismatch === 'ipsec' || mismatch === 'ike' || mismatch === 'selectors' ? { mismatch } : undefined
}

function readFaults(faults: Json | undefined): ReadCommand {
  if (!Array.isArray(faults)) return refused('"faults" is an array.')
  const read: Fault[] = []
  for (const [index, fault] of faults.entries()) {
    if (isFault(fault)) read.push(fault)
    else return refused(`faults[${index}]: ${flawOfFault(fault)}`)
  }
  return { is: 'command', command: { do: 'faults', faults: read } }
}

interface Member {
  /** What it has to be, in words. */
  wanted: string
  fits: (value: Json) => boolean
  optional?: true
}

const TEXT: Member = { wanted: 'a text', fits: (value) => typeof value === 'string' }
/** Empty, it would be in every path unmeant. */
const PATH: Member = {
  wanted: 'a part of a path',
  fits: (value) => typeof value === 'string' && value !== '',
}
const TIME: Member = { wanted: 'a number from 0', fits: (value) => typeof value === 'number' && value >= 0 }
const METHOD: Member = { ...TEXT, optional: true }
/** What an answer may have that has a body. */
const STATUS: Member = {
  wanted: 'a status from 400 to 599',
  fits: (value) => isCount(value) && value >= 400 && value <= 599,
}
const LOST: Member = {
  wanted: '"request" or "answer"',
  fits: (value) => value === 'request' || value === 'answer',
}
const OFTEN: Record<string, Member> = {
  times: { wanted: 'a whole number from 1', fits: isCount, optional: true },
  anew: { wanted: 'true', fits: (value) => value === true, optional: true },
}

/** The members of each kind of fault, as `wire/control.ts` declares them. */
const FAULTS: Record<Fault['kind'], Record<string, Member>> = {
  forbidden: { scope: PATH, action: { ...TEXT, optional: true } },
  status: {
    method: METHOD,
    path: PATH,
    status: STATUS,
    code: TEXT,
    message: TEXT,
    retryAfter: { ...TIME, optional: true },
    ...OFTEN,
  },
  throttled: { path: PATH, retryAfter: TIME, ...OFTEN },
  busy: { path: PATH, ...OFTEN },
  expiredToken: { path: PATH, ...OFTEN },
  challenge: { path: PATH, ...OFTEN },
  dropped: { method: METHOD, path: PATH, lost: LOST, ...OFTEN },
  slow: { path: PATH, ms: TIME },
  opaque: { path: PATH },
  failOperation: { path: PATH, code: TEXT, message: TEXT },
  stuckOperation: { path: PATH },
}

/** Its kind and each of its members are looked at. */
function isFault(fault: unknown): fault is Fault {
  return flawOfFault(fault) === undefined
}

function flawOfFault(fault: unknown): string | undefined {
  if (!isObject(fault)) return 'not an object.'
  const members = Object.entries(FAULTS).find(([kind]) => kind === fault.kind)?.[1]
  if (members === undefined) return `"kind" is one of ${Object.keys(FAULTS).join(', ')}.`
  const wrong = Object.entries(members).find(([name, { fits, optional = false }]) => {
    const value = fault[name]
    return value === undefined ? !optional : !fits(value)
  })
  return wrong && `"${wrong[0]}" is ${wrong[1].wanted}.`
}

function isCount(value: Json): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
}

function refused(message: string): ReadCommand {
  return { is: 'refused', message }
}
