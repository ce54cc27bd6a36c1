import { Link } from 'react-router-dom'
import { listPath } from '../../model/list/view.ts'
import { nameOfId, parentId, resourcePath } from '../../model/paths.ts'
import { kindRow } from '../../model/resources/kinds.ts'
import type { Kind } from '../../model/resources/resource.ts'
import styles from './Breadcrumb.module.css'

interface BreadcrumbProps {
  id: string
  name: string
  kind: Kind
}

/** Hub, the list of its kind, what it lives in, and itself. */
export function Breadcrumb({ id, name, kind }: BreadcrumbProps) {
  const owner = parentId(id)
  const of = kindRow(kind).parent ?? kind
  const kindList = listPath({ filters: [{ field: 'kind', operator: 'is', values: [of] }] })
  return (
    <nav aria-label="Breadcrumb">
      <ol className={styles.list}>
        <li className={styles.far}>
          <Link to="/">Hub</Link>
        </li>
        <li className={styles.far}>
          {of === 'other' ? (
            <span>{kindRow(of).plural}</span>
          ) : (
            <Link to={kindList}>{kindRow(of).plural}</Link>
          )}
        </li>
        {owner !== undefined && (
          <li>
            <Link to={resourcePath(owner)} title={nameOfId(owner)}>
              <bdi>{nameOfId(owner)}</bdi>
            </Link>
          </li>
        )}
        <li>
          <span aria-current="page" title={name}>
            <bdi>{name}</bdi>
          </span>
        </li>
      </ol>
    </nav>
  )
}
