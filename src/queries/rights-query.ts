import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { HubFailure, type HubError } from '../model/errors.ts'
import { keys } from './keys.ts'

const FRESH = 5 * 60_000

/** What the caller's roles give at a scope. */
export function permissionsQuery(azure: Azure, scope: string) {
  return queryOptions({
    queryKey: keys.permissions(scope),
    queryFn: async ({ signal }) => {
      const read = await azure.permissions(scope, signal)
      if (!read.ok) throw new HubFailure(read.error)
      return read.value
    },
    staleTime: FRESH,
    retry: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
  })
}

/** The locks at a scope, above it and below it. */
export function locksQuery(azure: Azure, scope: string) {
  return queryOptions({
    queryKey: keys.locks(scope),
    queryFn: async ({ signal }) => {
      const read = await azure.locks(scope, signal)
      if (!read.ok) throw new HubFailure(read.error)
      return read.value
    },
    staleTime: FRESH,
    retry: false,
    networkMode: 'always',
  })
}

const SAYS_OTHERWISE: ReadonlySet<string> = new Set([
  'authorizationfailed',
  'linkedauthorizationfailed',
  'scopelocked',
])

/** To be called with every refusal of a write: where it is about rights or locks, what was read of them is no longer true. */
export function rightsRefused(client: QueryClient, { kind, code }: HubError): void {
  if (kind !== 'forbidden' && !SAYS_OTHERWISE.has(code.toLowerCase())) return
  void client.invalidateQueries({ queryKey: keys.rights })
}
