import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import { keyOf, readResourceAddress } from '../../model/paths.ts'

/** After a change of page, not of its query, its tab or its casing, the focus goes to the new page's heading, so that it is read aloud. */
export function RouteFocus() {
  const { pathname, search } = useLocation()
  const page = pageOf(pathname, search)
  const shown = useRef(page)

  // The focus belongs to the document, not to React: it can only be moved after the new page stands there.
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    // A form that the address opens may be there before the page below it is, and has the focus or takes it with its next part: led
    // away from it, Fluent would hide the form from readers.
    if (new URLSearchParams(search).has('do') && document.querySelector('[aria-modal=true]')) return
    const heading =
      document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [page, search])

  return null
}

/** A resource is one page, whichever of its tabs is shown and however its id is spelt. */
function pageOf(pathname: string, search: string): string {
  if (!/^\/resource(\/|$)/.test(pathname)) return pathname
  const address = readResourceAddress(pathname, search)
  return address.is === 'resource' ? keyOf(address.id) : pathname
}
