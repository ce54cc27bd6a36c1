import { Link } from 'react-router-dom'
import type { Row } from '../../model/list/row.ts'
import { listPath, type Filter } from '../../model/list/view.ts'
import { kindOfType, kindRow } from '../../model/resources/kinds.ts'
import { FindAgain } from './FindAgain.tsx'
import styles from './Problem.module.css'

interface CollectionAddressProps {
  /** Id of the resource group or resource the list is in, with the provider. */
  scope: string
  type: string
  rows: readonly Row[]
}

/** `…/providers/Microsoft.Network/connections`: a list, which the hub shows as its own list. */
export function CollectionAddress({ scope, type, rows }: CollectionAddressProps) {
  const kind = kindOfType(type)
  const segments = scope.split('/')
  const group = segments[4] ?? ''
  const filters: Filter[] = [
    { field: 'group', operator: 'is', values: [group] },
    { field: 'subscription', operator: 'is', values: [segments[2] ?? ''] },
  ]
  const known = kind !== 'other'
  const plural = known ? kindRow(kind).plural.toLowerCase() : type
  if (known) filters.unshift({ field: 'kind', operator: 'is', values: [kind] })
  return (
    <div className={styles.page}>
      <title>A list · Hybrid Connectivity Hub</title>
      <h1 className={styles.heading}>
        <span>
          This is a list of <bdi>{plural}</bdi>
        </span>
      </h1>
      <p className={styles.text}>
        The address ends in a type, not in a name: it stands for all <bdi>{plural}</bdi> in the resource group{' '}
        <bdi>{group}</bdi>.
      </p>
      <p className={styles.text}>
        <Link className={styles.link} to={listPath({ filters })}>
          Show {known ? 'them' : 'what this hub knows in that group'} in the list
        </Link>
      </p>
      <FindAgain name="" rows={rows} />
    </div>
  )
}
