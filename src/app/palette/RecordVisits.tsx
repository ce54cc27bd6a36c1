import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { readResourceAddress } from '../../model/paths.ts'
import { useOwner } from '../../queries/use-owner.ts'
import { recordVisit } from './recent.ts'

/** Remembers which resources were opened, for the palette. Draws nothing. */
export function RecordVisits() {
  const { pathname, search } = useLocation()
  const address = pathname.startsWith('/resource') ? readResourceAddress(pathname, search) : undefined
  const id = address?.is === 'resource' ? address.id : undefined
  const owner = useOwner()

  // What the browser stores is outside React.
  useEffect(() => {
    if (id !== undefined) recordVisit(id, owner)
  }, [id, owner])

  return null
}
