import { createContext, useContext } from 'react'

/** What exists in the demo only: the made-up estate and its clock. */
export interface Demo {
  /** Name of the open estate. */
  estate: string
  estates: { name: string; description: string }[]
  speed: 'realistic' | 'fast' | 'instant'
  /** False when the browser keeps nothing: changes last as long as the tab. */
  persisted: boolean
  openEstate(name: string): Promise<void>
  /** Puts the open estate back to how it began. */
  reset(): Promise<void>
  setSpeed(speed: Demo['speed']): Promise<void>
}

const DemoContext = createContext<Demo | undefined>(undefined)

export const DemoProvider = DemoContext.Provider

/** `undefined` on Azure. */
export function useDemo(): Demo | undefined {
  return useContext(DemoContext)
}
