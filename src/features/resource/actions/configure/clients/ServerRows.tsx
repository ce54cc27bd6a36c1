import { Field, Input } from '@fluentui/react-components'
import type { PointToSiteProblem } from '../../../../../model/edits/point-to-site-problems.ts'
import type { TypedSecrets } from '../../../../../model/edits/point-to-site.ts'
import { secretKeyOf, type TypedServer } from '../../../../../model/edits/radius-servers.ts'
import { aboutRow, ofList } from './about-row.ts'
import { RowList } from './RowList.tsx'

interface ServerRowsProps {
  servers: readonly TypedServer[]
  /** In memory alone: they are in no draft. */
  secrets: TypedSecrets
  problems: readonly PointToSiteProblem[]
  onChange: (servers: TypedServer[]) => void
  onSecret: (row: TypedServer, secret: string) => void
}

/** RADIUS servers with the secret each knows the gateway by. */
export function ServerRows({ servers, secrets, problems, onChange, onSecret }: ServerRowsProps) {
  const set = (row: TypedServer, change: Partial<TypedServer>) =>
    onChange(servers.map((one) => (one === row ? { ...row, ...change } : one)))
  return (
    <RowList
      legend="RADIUS servers"
      help="A secret that is left empty stays as it is. What is typed is kept in memory until it is sent."
      rows={servers}
      nameOf={({ address }) => address}
      add="Add a RADIUS server"
      wrong={ofList(problems)}
      onAdd={(key) => onChange([...servers, { key, address: '', score: '' }])}
      onRemove={(row) => {
        onSecret(row, '')
        onChange(servers.filter((one) => one !== row))
      }}
    >
      {(row) => (
        <>
          <Field label="Address" {...aboutRow(problems, row, 'address').field}>
            <Input
              value={row.address}
              spellCheck={false}
              autoComplete="off"
              {...aboutRow(problems, row, 'address').input}
              onChange={(_, { value }) => set(row, { address: value })}
            />
          </Field>
          <Field label="Score" hint="1 to 30, may be empty" {...aboutRow(problems, row, 'score').field}>
            <Input
              value={row.score}
              inputMode="numeric"
              autoComplete="off"
              {...aboutRow(problems, row, 'score').input}
              onChange={(_, { value }) => set(row, { score: value })}
            />
          </Field>
          <Field
            label={row.was === undefined ? 'Secret' : 'New secret'}
            {...aboutRow(problems, row, 'secret').field}
          >
            <Input
              type="password"
              value={secrets.get(secretKeyOf(row)) ?? ''}
              // A password manager must neither fill nor keep it.
              autoComplete="new-password"
              spellCheck={false}
              input={{ autoCapitalize: 'off', autoCorrect: 'off', translate: 'no' }}
              {...aboutRow(problems, row, 'secret').input}
              onChange={(_, { value }) => onSecret(row, value)}
            />
          </Field>
        </>
      )}
    </RowList>
  )
}
