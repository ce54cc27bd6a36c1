import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Session } from '../azure/session.ts'
import type { SessionState } from '../model/account.ts'

const SessionContext = createContext<Session | undefined>(undefined)

export const SessionProvider = SessionContext.Provider

/** `undefined` in the demo, where nobody signs in. */
export function useSession(): Session | undefined {
  return useContext(SessionContext)
}

const NEVER = () => () => undefined
const NONE = () => undefined

/** Who is signed in now; `undefined` in the demo. */
export function useSessionState(): SessionState | undefined {
  const session = useSession()
  return useSyncExternalStore<SessionState | undefined>(
    session?.subscribe ?? NEVER,
    session?.getSnapshot ?? NONE,
  )
}
