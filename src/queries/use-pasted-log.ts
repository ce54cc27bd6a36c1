import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'

/**
 * The log of a device that somebody pasted for a connection. It may hold anything, so it lives in the memory of the account's app
 * alone: not in a draft, which the browser keeps.
 */
export function usePastedLog(id: string): [text: string, setText: (text: string) => void] {
  const client = useQueryClient()
  const queryKey = keys.pastedLog(id)
  const { data } = useQuery<string>({ queryKey, queryFn: skipToken, gcTime: Infinity, staleTime: Infinity })
  return [data ?? '', (text) => client.setQueryData(queryKey, text)]
}
