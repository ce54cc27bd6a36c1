import { readSharedKey } from '../azure/diagnostics/shared-key.ts'
import type { Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { useAzure } from './use-azure.ts'

/**
 * Reads shared keys when somebody asks. No query and no mutation: both keep what they got, and a key lives nowhere but in the
 * state of the component that shows it.
 */
export function useSharedKeyReader(): (
  id: string,
  signal?: AbortSignal,
) => Promise<Result<string, HubError>> {
  const azure = useAzure()
  return (id, signal) => readSharedKey(azure, id, signal)
}
