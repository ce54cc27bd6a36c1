import { Field, Input, Textarea } from '@fluentui/react-components'
import { readCertificate } from '../../../../../lib/certificate.ts'
import type { JsonObject } from '../../../../../lib/json.ts'
import { rootDataOf, type TypedRoot } from '../../../../../model/edits/client-certificates.ts'
import type { PointToSiteProblem } from '../../../../../model/edits/point-to-site-problems.ts'
import { shortTime } from '../../../../../model/format.ts'
import { aboutRow, ofList } from './about-row.ts'
import { RowList } from './RowList.tsx'
import styles from './RowList.module.css'

interface RootRowsProps {
  roots: readonly TypedRoot[]
  /** The gateway's, as it was read. */
  body: JsonObject
  problems: readonly PointToSiteProblem[]
  onChange: (roots: TypedRoot[]) => void
}

/** The certificates that client certificates have to come from. */
export function RootRows({ roots, body, problems, onChange }: RootRowsProps) {
  const set = (row: TypedRoot, change: Partial<TypedRoot>) =>
    onChange(roots.map((one) => (one === row ? { ...row, ...change } : one)))
  return (
    <RowList
      legend="Root certificates"
      help="Client certificates have to come from one of them. Clients of one that is removed cannot connect any more."
      rows={roots}
      nameOf={({ name }) => name}
      add="Add a root certificate"
      wrong={ofList(problems)}
      onAdd={(key) => onChange([...roots, { key, name: '', data: '' }])}
      onRemove={(row) => onChange(roots.filter((one) => one !== row))}
    >
      {(row) =>
        row.was !== undefined ? (
          <p className={styles.text}>
            <bdi>{row.name}</bdi>
            <span className={styles.note}>{endText(rootDataOf(body, row.was))}</span>
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
              className={styles.wide}
              label="Its public data"
              hint={`Base64, without the BEGIN and END lines${endText(row.data)}`}
              {...aboutRow(problems, row, 'data').field}
            >
              <Textarea
                value={row.data}
                spellCheck={false}
                resize="vertical"
                textarea={{ className: styles.code, ...aboutRow(problems, row, 'data').input }}
                onChange={(_, { value }) => set(row, { data: value })}
              />
            </Field>
          </>
        )
      }
    </RowList>
  )
}

/** Nothing where it is no certificate that can be read: Azure may know better. */
function endText(data: string): string {
  const facts = data === '' ? undefined : readCertificate(data)
  return facts === undefined ? '' : `, valid until ${shortTime(facts.notAfter)}`
}
