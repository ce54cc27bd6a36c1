import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Result } from '../lib/result.ts'
import { errorIn, HubFailure, type HubError } from '../model/errors.ts'

/** A question to Azure that takes seconds to minutes, and how it stands. */
export interface Question<Answer> {
  answer?: Answer
  /** Milliseconds since the epoch. */
  answeredAt?: number
  running: boolean
  /** Since when it runs. */
  since?: number
  /** Of the last time it was asked; an older answer stays. */
  error?: HubError
  ask(): void
  /** No longer wanted; what was answered before stays. */
  stop(): void
}

interface QuestionOptions<Answer> {
  /** Asked by itself where there is no answer yet, not only on `ask`. */
  atOnce?: boolean
  /** Asked each time it comes to be wanted at once, whatever was answered before. */
  anew?: boolean
  /**
   * In how many milliseconds it is asked anew by itself, while somebody looks; not after a failure.
   * `answeredAt`: milliseconds since the epoch, 0 without an answer.
   */
  again?: (answer: Answer | undefined, answeredAt: number) => number | false
}

/** How long an answer is kept for who comes back to it. */
const KEPT = 30 * 60_000

/**
 * Called back when nobody looks any more: leaving the page stops it.
 * @param key of `keys.question`
 */
export function useQuestion<Answer>(
  key: readonly string[],
  put: (signal: AbortSignal) => Promise<Result<Answer, HubError>>,
  { atOnce = false, anew = false, again }: QuestionOptions<Answer> = {},
): Question<Answer> {
  const client = useQueryClient()
  const [since, setSince] = useState<number>()
  const { data, dataUpdatedAt, error, isFetching, refetch } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      setSince(Date.now())
      const answer = await put(signal)
      if (!answer.ok) throw new HubFailure(answer.error)
      return answer.value
    },
    enabled: atOnce,
    staleTime: anew ? 0 : Infinity,
    gcTime: KEPT,
    refetchInterval: ({ state }) =>
      state.status === 'error' ? false : (again?.(state.data, state.dataUpdatedAt) ?? false),
    retry: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
    structuralSharing: false,
  })
  return {
    ...(data !== undefined && { answer: data, answeredAt: dataUpdatedAt }),
    running: isFetching,
    ...(isFetching && since !== undefined && { since }),
    ...(error !== null && !isFetching && { error: errorIn(error) }),
    ask: () => void refetch(),
    stop: () => void client.cancelQueries({ queryKey: key }),
  }
}
