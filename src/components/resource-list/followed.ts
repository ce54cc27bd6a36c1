interface Press {
  target: EventTarget
  button: number
  defaultPrevented: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}

/** The id behind a `RowLink` that a press is to be followed to in this tab; undefined where the browser follows it by itself. */
export function followed(press: Press): string | undefined {
  const link = press.target instanceof Element ? press.target.closest<HTMLElement>('[data-resource]') : null
  const modified = press.ctrlKey || press.metaKey || press.shiftKey || press.altKey
  return modified || press.button !== 0 || press.defaultPrevented ? undefined : link?.dataset.resource
}
