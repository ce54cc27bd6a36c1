import { createContext, useContext } from 'react'
import type { Session } from '../azure/session.ts'

const SessionContext = createContext<Session | undefined>(undefined)

export const SessionProvider = SessionContext.Provider

/** `undefined` in the demo, where nobody signs in. */
export function useSession(): Session | undefined {
  return useContext(SessionContext)
}
