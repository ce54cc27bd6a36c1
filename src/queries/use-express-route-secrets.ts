import { makeLetter, readAuthorizationKey } from '../azure/diagnostics/express-route-secrets.ts'
import type { Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { useAzure } from './use-azure.ts'

/**
 * Reads keys of authorizations when somebody asks. No query and no mutation: both keep what they got, and a key lives nowhere but
 * in the state of the component that shows it.
 */
export function useAuthorizationKeyReader(): (id: string) => Promise<Result<string, HubError>> {
  const azure = useAzure()
  return (id) => readAuthorizationKey(azure, id)
}

/** Has Azure write a letter of authorization; who it is for goes into it and is kept nowhere. */
export function useLetterMaker(): (
  portId: string,
  customer: string,
) => Promise<Result<Uint8Array<ArrayBuffer>, HubError>> {
  const azure = useAzure()
  return (portId, customer) => makeLetter(azure, portId, customer)
}
