import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { goToField } from '../../ui/wizard/go-to-field.ts'

/** What an address has after `#`, which is anybody's to write: what is no escape names no field. */
export function fieldIn(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}

/** A link from another step names a field: it is gone to once its step is drawn. */
export function useFieldOfAddress(): void {
  const { hash, key } = useLocation()
  // The page's fields are there only after it was drawn, and a change of page moves the focus to its heading first.
  useEffect(() => {
    const field = fieldIn(hash)
    if (field === '') return
    const timer = setTimeout(() => goToField(field), 100)
    return () => clearTimeout(timer)
  }, [hash, key])
}
