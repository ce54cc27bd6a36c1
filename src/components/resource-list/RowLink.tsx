import { nameOfId, resourcePath } from '../../model/paths.ts'
import { MiddleText } from '../MiddleText.tsx'
import styles from '../ResourceLink.module.css'

interface RowLinkProps {
  id: string
  /** The last name of the id, where it is not given. */
  name?: string
  /** What stands before a path of the app in an address. */
  base: string
}

/**
 * A `ResourceLink` in a row. The list follows it, as it listens for all rows: a router's link, of which a list has dozens,
 * is drawn again at every change of the address, so at every key in the search.
 */
export function RowLink({ id, name = nameOfId(id), base }: RowLinkProps) {
  return (
    <a
      className={styles.link}
      href={base + resourcePath(id)}
      title={name}
      aria-label={name}
      tabIndex={-1}
      data-resource={id}
    >
      <MiddleText text={name} />
    </a>
  )
}

/** The resource that a press is to be followed to in this tab; undefined where the browser follows it by itself. */
export function followed(event: {
  target: EventTarget
  button: number
  defaultPrevented: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
}): string | undefined {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-resource]') : null
  const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  return modified || event.button !== 0 || event.defaultPrevented ? undefined : link?.dataset.resource
}
