import { createContext, useContext } from 'react'
import type { Deployment } from '../model/deployment.ts'

const DeploymentContext = createContext<Deployment | undefined>(undefined)

export const DeploymentProvider = DeploymentContext.Provider

/** What the app is set up for; `undefined` in the demo. */
export function useDeployment(): Deployment | undefined {
  return useContext(DeploymentContext)
}
