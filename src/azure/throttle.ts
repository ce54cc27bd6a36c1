import { onAbort } from '../lib/abort.ts'
import { isRead } from '../model/requests/read.ts'
import { errorFromAnswer } from './arm-error.ts'
import type { Clock, Send, Sleep, WireAnswer, WireRequest } from './transport.ts'

/** Requests of one subscription on their way at once. */
const AT_ONCE = 8

/** Below ARM's published token buckets per subscription and person: reads 250 and 25/s, writes and deletes 200 and 10/s. */
const RATES = { read: { burst: 200, perSecond: 20 }, write: { burst: 160, perSecond: 8 } }

/** Repeats of a request that ARM did not carry out. */
const REPEATS = 3

interface Lane {
  running: number
  waiting: (() => void)[]
  buckets: Record<keyof typeof RATES, { tokens: number; at: number }>
  /** Throttled until then; nothing of the lane is sent. */
  closedUntil: number
}

interface Patience {
  clock: Clock
  sleep: Sleep
  /** ARM asked to wait until then, milliseconds since the epoch. */
  onPause?: (until: number) => void
}

/** At most eight requests at once per subscription, and no more a second than ARM allows. A throttled lane waits. */
export function throttled(send: Send, { clock, sleep, onPause }: Patience): Send {
  const lanes = new Map<string, Lane>()
  return async (request, signal) => {
    const lane = laneOf(lanes, request.url, clock())
    await slot(lane, signal)
    try {
      for (;;) {
        const wait = Math.max(lane.closedUntil - clock(), take(lane, kindOf(request), clock()))
        if (wait <= 0) break
        await sleep(wait, signal)
      }
      const answer = await send(request, signal)
      if (isThrottling(answer)) {
        lane.closedUntil = clock() + 1000 * (waitOf(answer) ?? 1)
        onPause?.(lane.closedUntil)
      }
      return answer
    } finally {
      lane.running--
      lane.waiting.shift()?.()
    }
  }
}

/**
 * Repeats what is safe to repeat: anything ARM throttled (it was not carried out), and reads that met a failing
 * service. Busy resources are not waited for here: that is a person's decision.
 */
export function patient(send: Send, { sleep }: { sleep: Sleep }): Send {
  return async (request, signal) => {
    for (let repeats = 0; ; repeats++) {
      const answer = await send(request, signal)
      if (repeats >= REPEATS || !mayRepeat(request, answer)) return answer
      await sleep(1000 * Math.min(waitOf(answer) ?? 2 ** repeats, 60), signal)
    }
  }
}

function mayRepeat(request: WireRequest, answer: WireAnswer): boolean {
  if (answer.status === 429) return isThrottling(answer)
  return isRead(request) && [408, 500, 502, 503, 504].includes(answer.status)
}

/** Reads the body: 429 also means that a resource is busy. */
function isThrottling(answer: WireAnswer): boolean {
  return answer.status === 429 && errorFromAnswer(answer).kind === 'throttled'
}

function waitOf(answer: WireAnswer): number | undefined {
  return errorFromAnswer(answer).retryAfterSeconds
}

function kindOf(request: WireRequest): keyof typeof RATES {
  return isRead(request) ? 'read' : 'write'
}

function laneOf(lanes: Map<string, Lane>, url: string, now: number): Lane {
  const name = /\/subscriptions\/([^/?]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  const known = lanes.get(name)
  if (known) return known
  const lane: Lane = {
    running: 0,
    waiting: [],
    buckets: { read: { tokens: RATES.read.burst, at: now }, write: { tokens: RATES.write.burst, at: now } },
    closedUntil: 0,
  }
  lanes.set(name, lane)
  return lane
}

/** Waits for its turn, first come first served; an aborted request gives its place up. */
async function slot(lane: Lane, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (lane.running < AT_ONCE) {
    lane.running++
    return
  }
  await new Promise<void>((resolve, reject) => {
    const go = () => {
      stop()
      lane.running++
      resolve()
    }
    const stop = onAbort(signal, () => {
      lane.waiting = lane.waiting.filter((one) => one !== go)
      reject(signal?.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError'))
    })
    lane.waiting.push(go)
  })
}

/** Takes a token and gives 0, or gives the milliseconds until there is one. */
function take(lane: Lane, kind: keyof typeof RATES, now: number): number {
  if (lane.closedUntil > now) return lane.closedUntil - now
  const { burst, perSecond } = RATES[kind]
  const bucket = lane.buckets[kind]
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) * perSecond) / 1000)
  bucket.at = now
  if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) * 1000) / perSecond)
  bucket.tokens--
  return 0
}
