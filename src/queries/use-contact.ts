import { useMemo, useState } from 'react'
import { heardInBrowser, keptList } from './kept-list.ts'
import { useOwner } from './use-owner.ts'

const NAME = 'hand-off'

/** Whom a provider asks about an order, as it was last typed by this account in this browser. */
export function useContact(): { contact: string; setContact: (contact: string) => void } {
  const owner = useOwner()
  const kept = useMemo(() => keptList(() => localStorage, 'contact.1', owner, heardInBrowser), [owner])
  const [contact, setTyped] = useState(() => {
    const known = kept.read().get(NAME)
    return typeof known === 'string' ? known : ''
  })
  return {
    contact,
    setContact(typed) {
      setTyped(typed)
      kept.write(NAME, typed === '' ? undefined : typed)
    },
  }
}
