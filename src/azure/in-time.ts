import { onAbort } from '../lib/abort.ts'
import { err, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { timerSleep } from './transport.ts'

/** What takes longer is left out: one thing that hangs must not keep back the rest. In milliseconds. */
const LONGEST = 10_000

/** Ends what takes too long, its token included, as an error of kind `network`. */
export async function inTime<T>(
  read: (signal: AbortSignal) => Promise<Result<T, HubError>>,
  signal: AbortSignal | undefined,
): Promise<Result<T, HubError>> {
  signal?.throwIfAborted()
  const end = new AbortController()
  const stopListening = onAbort(signal, () => end.abort(signal?.reason))
  const late = async () => {
    await timerSleep(LONGEST, end.signal)
    return err(TOO_LATE)
  }
  try {
    return await Promise.race([read(end.signal), late()])
  } finally {
    stopListening()
    end.abort()
  }
}

const TOO_LATE: HubError = {
  kind: 'network',
  code: 'NoAnswer',
  message: 'It did not answer within 10 seconds, so the rest is shown without it. Refresh to ask again.',
  details: [],
}
