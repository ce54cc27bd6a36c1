import { onAbort } from '../lib/abort.ts'
import { err, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { timerSleep } from './transport.ts'

/** What takes longer is left out: one thing that hangs must not keep back the rest. In milliseconds. */
const LONGEST = 10_000

/**
 * Ends what takes too long, its token and its turn included, as an error of kind `network`.
 * @param longest milliseconds
 */
export async function inTime<T>(
  read: (signal: AbortSignal) => Promise<Result<T, HubError>>,
  signal: AbortSignal | undefined,
  longest = LONGEST,
): Promise<Result<T, HubError>> {
  signal?.throwIfAborted()
  const end = new AbortController()
  const stopListening = onAbort(signal, () => end.abort(signal?.reason))
  const late = async () => {
    await timerSleep(longest, end.signal)
    return err(tooLate(longest))
  }
  try {
    return await Promise.race([read(end.signal), late()])
  } finally {
    stopListening()
    end.abort()
  }
}

function tooLate(longest: number): HubError {
  return {
    kind: 'network',
    code: 'NoAnswer',
    message: `It did not answer within ${longest / 1000} seconds, so the rest is shown without it. Refresh to ask again.`,
    details: [],
  }
}
