import { type RefObject, useEffect, useRef } from 'react'

/** What is to be filled in: of a choice what is chosen, and not the name that is typed at the end to confirm. */
const FIRST_FIELD =
  ':is(input, select, textarea):not(:disabled, [data-confirm], [type="radio"]:not(:checked))'

/**
 * A dialog begins at its first field, else at its heading. Fluent begins at the first thing that takes the focus, which may be a link
 * far down. For the part that draws the `Dialog`: its effects come after the dialog's own in the same turn, so that no key or click
 * of a person comes between, and nothing that opened later loses the focus.
 * @returns for the `DialogSurface`
 */
export function useFirstFocus(open: boolean): RefObject<HTMLDivElement | null> {
  const surface = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open || !surface.current) return
    const field = surface.current.querySelector<HTMLElement>(FIRST_FIELD)
    // On a phone a field brings the keyboard up, over what is to be read first.
    if (field && !matchMedia('(pointer: coarse)').matches) return field.focus()
    const heading = surface.current.querySelector<HTMLElement>('h2')
    if (!heading) return
    heading.tabIndex = -1
    // Nothing can be done with it: it looks as headings of pages do that the focus is led to.
    heading.style.outline = 'none'
    heading.focus()
    // Whatever Fluent began at may have been far down.
    for (const part of surface.current.querySelectorAll('*')) if (part.scrollTop > 0) part.scrollTop = 0
  }, [open])
  return surface
}
