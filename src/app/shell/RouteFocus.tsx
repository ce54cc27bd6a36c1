import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'

/** After a change of page, not of its query, the focus goes to the new page's heading, so that it is read aloud. */
export function RouteFocus() {
  const { pathname } = useLocation()
  const shown = useRef(pathname)

  // The focus belongs to the document, not to React: it can only be moved after the new page stands there.
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const heading =
      document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [pathname])

  return null
}
