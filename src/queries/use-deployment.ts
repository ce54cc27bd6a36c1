import { createContext, useContext } from 'react'
import { CLOUDS } from '../model/clouds.ts'
import type { Deployment } from '../model/deployment.ts'

const DeploymentContext = createContext<Deployment | undefined>(undefined)

export const DeploymentProvider = DeploymentContext.Provider

/** What the app is set up for; `undefined` in the demo. */
export function useDeployment(): Deployment | undefined {
  return useContext(DeploymentContext)
}

/** The portal of the cloud, an origin; the public cloud's in the demo, `undefined` where the cloud has none. */
export function usePortal(): string | undefined {
  const deployment = useDeployment()
  return deployment ? deployment.cloud.portal : CLOUDS.public.portal
}
