import { createContext, useContext } from 'react'

const OwnerContext = createContext<string | undefined>(undefined)

/** `<OwnerProvider value={account.id}>`, around everything of an account. */
export const OwnerProvider = OwnerContext.Provider

/** Under whom the browser keeps what it is told here, for `ownedName`: the account's id, `undefined` in the demo. */
export function useOwner(): string | undefined {
  return useContext(OwnerContext)
}
