import { Link } from 'react-router-dom'
import { nameOfId, resourcePath } from '../model/paths.ts'
import type { TabId } from '../model/resources/tabs.ts'
import { MiddleText } from './MiddleText.tsx'
import styles from './ResourceLink.module.css'

interface ResourceLinkProps {
  id: string
  /** The last name of the id, where it is not given. */
  name?: string
  tab?: TabId
  /** Where it leads, other than to the resource's page. */
  to?: string
}

/** Every name of a resource is a link; a long one keeps both ends, and the whole of it on hover. */
export function ResourceLink({
  id,
  name = nameOfId(id),
  tab,
  to = resourcePath(id, tab),
}: ResourceLinkProps) {
  return (
    <Link className={styles.link} to={to} title={name} aria-label={name}>
      <MiddleText text={name} />
    </Link>
  )
}

interface RowLinkProps {
  id: string
  name: string
  /** What stands before a path of the app in an address. */
  base: string
}

/**
 * The same in a row, which moves the focus itself. The list follows it, as it listens for all rows: a router's link, of which
 * a list has dozens, is drawn again at every change of the address, so at every key in the search.
 */
export function RowLink({ id, name, base }: RowLinkProps) {
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
