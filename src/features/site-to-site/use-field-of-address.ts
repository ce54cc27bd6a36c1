import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { goToField } from '../../ui/wizard/go-to-field.ts'

/** A link from another step names a field: it is gone to once its step is drawn. */
export function useFieldOfAddress(): void {
  const { hash, key } = useLocation()
  // The page's fields are there only after it was drawn, and a change of page moves the focus to its heading first.
  useEffect(() => {
    if (hash === '') return
    const timer = setTimeout(() => goToField(decodeURIComponent(hash.slice(1))), 100)
    return () => clearTimeout(timer)
  }, [hash, key])
}
