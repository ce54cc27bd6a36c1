import { Field, Input } from '@fluentui/react-components'
import type { TypedRevoked } from '../../../../../model/edits/client-certificates.ts'
import type { PointToSiteProblem } from '../../../../../model/edits/point-to-site-problems.ts'
import { aboutRow } from './about-row.ts'
import { RowList } from './RowList.tsx'
import styles from './RowList.module.css'

interface RevokedRowsProps {
  revoked: readonly TypedRevoked[]
  problems: readonly PointToSiteProblem[]
  onChange: (revoked: TypedRevoked[]) => void
}

/** Client certificates that may not connect although their root may. */
export function RevokedRows({ revoked, problems, onChange }: RevokedRowsProps) {
  const set = (row: TypedRevoked, change: Partial<TypedRevoked>) =>
    onChange(revoked.map((one) => (one === row ? { ...row, ...change } : one)))
  return (
    <RowList
      legend="Revoked client certificates"
      help="They cannot connect, although they come from a root certificate. One that is removed here can again."
      rows={revoked}
      nameOf={({ name }) => name}
      add="Revoke a client certificate"
      onAdd={(key) => onChange([...revoked, { key, name: '', thumbprint: '' }])}
      onRemove={(row) => onChange(revoked.filter((one) => one !== row))}
    >
      {(row) =>
        row.was !== undefined ? (
          <p className={styles.text}>
            <bdi>{row.name}</bdi> <span className={styles.code}>{row.thumbprint}</span>
          </p>
        ) : (
          <>
            <Field label="Name of the certificate" {...aboutRow(problems, row, 'name').field}>
              <Input
                value={row.name}
                spellCheck={false}
                autoComplete="off"
                {...aboutRow(problems, row, 'name').input}
                onChange={(_, { value }) => set(row, { name: value })}
              />
            </Field>
            <Field
              label="Thumbprint"
              hint="40 hexadecimal digits"
              {...aboutRow(problems, row, 'thumbprint').field}
            >
              <Input
                value={row.thumbprint}
                spellCheck={false}
                autoComplete="off"
                input={{ className: styles.code }}
                {...aboutRow(problems, row, 'thumbprint').input}
                onChange={(_, { value }) => set(row, { thumbprint: value })}
              />
            </Field>
          </>
        )
      }
    </RowList>
  )
}
