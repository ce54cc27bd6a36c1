import { Link } from 'react-router-dom'
import { nameOfId, resourcePath } from '../model/paths.ts'
import type { TabId } from '../model/resources/kinds.ts'
import { MiddleText } from './MiddleText.tsx'
import styles from './ResourceLink.module.css'

interface ResourceLinkProps {
  id: string
  /** The last name of the id, where it is not given. */
  name?: string
  tab?: TabId
  /** -1 where a row moves the focus itself. */
  tabIndex?: number
}

/** Every name of a resource is a link; a long one keeps both ends, and the whole of it on hover. */
export function ResourceLink({ id, name = nameOfId(id), tab, tabIndex }: ResourceLinkProps) {
  return (
    <Link
      className={styles.link}
      to={resourcePath(id, tab)}
      title={name}
      aria-label={name}
      tabIndex={tabIndex}
    >
      <MiddleText text={name} />
    </Link>
  )
}
