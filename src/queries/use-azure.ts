import { createContext, useContext } from 'react'
import type { Azure } from '../azure/azure.ts'

const AzureContext = createContext<Azure | undefined>(undefined)

/** `<AzureProvider value={azure}>`, around everything that reads. */
export const AzureProvider = AzureContext.Provider

export function useAzure(): Azure {
  const azure = useContext(AzureContext)
  if (!azure) throw new Error('useAzure needs an AzureProvider above it')
  return azure
}
