import type { ReactNode } from 'react'
import { CopyButton } from '../../components/CopyButton.tsx'
import type { Kind } from '../../model/resources/resource.ts'
import { Breadcrumb } from './Breadcrumb.tsx'
import styles from './PageHeader.module.css'

interface PageHeaderProps {
  id: string
  name: string
  kind: Kind
  kindName: string
  actions?: ReactNode
}

export function PageHeader({ id, name, kind, kindName, actions }: PageHeaderProps) {
  return (
    <header>
      <Breadcrumb id={id} name={name} kind={kind} />
      <div className={styles.row}>
        <div className={styles.name}>
          <h1 className={styles.heading}>
            <bdi>{name}</bdi>
          </h1>
          <CopyButton text={id} label="Copy resource id" />
          <span className={styles.kind}>
            <bdi>{kindName}</bdi>
          </span>
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </header>
  )
}
