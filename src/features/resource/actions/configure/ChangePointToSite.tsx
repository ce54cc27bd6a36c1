import { Checkbox, Field, Input } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { gatewayChanged } from '../../../../model/edits/configure-consequences.ts'
import type { TypedRevoked, TypedRoot } from '../../../../model/edits/client-certificates.ts'
import { pointToSiteProblems } from '../../../../model/edits/point-to-site-problems.ts'
import {
  CLIENT_AUTHENTICATION,
  CLIENT_PROTOCOLS,
  pointToSiteEdit,
  sentSecrets,
  type TypedPointToSite,
  typedPointToSiteOf,
} from '../../../../model/edits/point-to-site.ts'
import { isPublicData } from '../../../../model/edits/public-data.ts'
import type { TypedServer } from '../../../../model/edits/radius-servers.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import { rangesAround } from './clients/ranges-around.ts'
import { revokedIn, rootsIn, serversIn } from './clients/read-rows.ts'
import { RevokedRows } from './clients/RevokedRows.tsx'
import { RootRows } from './clients/RootRows.tsx'
import { ServerRows } from './clients/ServerRows.tsx'
import { useTypedSecrets } from './clients/use-typed-secrets.ts'
import styles from './Configure.module.css'
import { ConfigureDialog } from './ConfigureDialog.tsx'
import { listed, textIn, textsIn } from './read-values.ts'

type Text = 'pool' | 'aadTenant' | 'aadAudience' | 'aadIssuer'

interface Values extends JsonObject, Record<Text, string> {
  protocols: string[]
  authentication: string[]
  roots: TypedRoot[]
  revoked: TypedRevoked[]
  servers: TypedServer[]
}

/** Point-to-site: who may connect and how. An empty pool turns it off. */
export function ChangePointToSite({
  resource,
  estate,
  open,
  onClose,
}: ActionFormProps<VirtualNetworkGateway>) {
  const now = typedPointToSiteOf(resource)
  const form = useForm({
    topic: 'point-to-site',
    id: resource.id,
    now: {
      ...now,
      pool: now.pool.join(', '),
      protocols: [...now.protocols],
      authentication: [...now.authentication],
      roots: [...now.roots],
      revoked: [...now.revoked],
      servers: [...now.servers],
    },
    read,
    // Somebody may paste the wrong file.
    notStored: ({ roots }) => (roots.every(({ data }) => isPublicData(data)) ? [] : ['roots']),
  })
  const { secrets, setSecret, forgetSecrets } = useTypedSecrets(resource)
  const { values, set } = form
  const typed: TypedPointToSite = { ...values, pool: listed(values.pool) }
  const problems = pointToSiteProblems(resource, typed, rangesAround(resource, estate), secrets)
  const off = typed.pool.length === 0
  const of = (field: keyof TypedPointToSite) => problems.filter((one) => one.field === field)
  const said = (field: keyof TypedPointToSite) => {
    const [text] = of(field).map((one) => one.text)
    return { validationState: text === undefined ? 'none' : 'error', validationMessage: text } as const
  }
  const text = (name: Text, label: string, hint?: string) => (
    <Field label={label} hint={hint} {...said(name)}>
      <Input
        value={values[name]}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={said(name).validationState === 'error' || undefined}
        onChange={(_, { value }) => set({ [name]: value })}
      />
    </Field>
  )
  const choices = (name: 'protocols' | 'authentication', label: string, options: readonly string[]) => (
    // A Field is for one control: it would give all of them the same id.
    <fieldset className={styles.phase}>
      <legend>{label}</legend>
      {[...new Set([...options, ...values[name]])].map((option) => (
        <Checkbox
          key={option}
          label={option}
          checked={values[name].includes(option)}
          onChange={(_, { checked }) =>
            set({
              [name]:
                checked === true ? [...values[name], option] : values[name].filter((one) => one !== option),
            })
          }
        />
      ))}
      {of(name).map(({ text }) => (
        <p key={text} className={styles.wrong}>
          {text}
        </p>
      ))}
    </fieldset>
  )
  return (
    <ConfigureDialog
      resource={resource}
      topic="point-to-site"
      open={open}
      onClose={onClose}
      form={{
        ...form,
        discard() {
          forgetSecrets()
          form.discard()
        },
      }}
      title={
        <>
          Point-to-site of <bdi>{resource.name}</bdi>
        </>
      }
      write={pointToSiteEdit(resource, typed, secrets)}
      secret={off ? undefined : sentSecrets(typed, secrets)}
      notYet={problems[0]?.text}
      confirm={off && now.pool.length > 0 ? resource.name : undefined}
      consequences={gatewayChanged(resource, estate, {
        drops: off
          ? 'Everybody who is connected by point-to-site. Site-to-site tunnels stay.'
          : 'People who are connected by point-to-site may be cut off. Site-to-site tunnels stay.',
        ...(!off && {
          after: 'Give out the client profile anew after a change of protocols, sign-in or pool.',
        }),
      })}
    >
      <div className={styles.fields}>
        {text(
          'pool',
          'Address pool',
          'Prefixes for the clients, several with commas; empty: no point-to-site',
        )}
        {!off && (
          <>
            {choices('protocols', 'Tunnel types', CLIENT_PROTOCOLS)}
            {choices('authentication', 'Sign-in of clients', CLIENT_AUTHENTICATION)}
            {values.authentication.includes('AAD') && (
              <div className={styles.two}>
                {text('aadTenant', 'Tenant', 'https://login.microsoftonline.com/<tenant id>')}
                {text('aadAudience', 'Audience', 'Application id of the VPN client')}
                {text('aadIssuer', 'Issuer', 'https://sts.windows.net/<tenant id>/')}
              </div>
            )}
            {values.authentication.includes('Certificate') && (
              <>
                <RootRows
                  roots={values.roots}
                  body={resource.body}
                  problems={of('roots')}
                  onChange={(roots) => set({ roots })}
                />
                <RevokedRows
                  revoked={values.revoked}
                  problems={of('revoked')}
                  onChange={(revoked) => set({ revoked })}
                />
              </>
            )}
            {values.authentication.includes('Radius') && (
              <ServerRows
                servers={values.servers}
                secrets={secrets}
                problems={of('servers')}
                onChange={(servers) => set({ servers })}
                onSecret={setSecret}
              />
            )}
          </>
        )}
      </div>
    </ConfigureDialog>
  )
}

function read(values: JsonObject): Values {
  return {
    pool: textIn(values, 'pool'),
    protocols: textsIn(values.protocols),
    authentication: textsIn(values.authentication),
    aadTenant: textIn(values, 'aadTenant'),
    aadAudience: textIn(values, 'aadAudience'),
    aadIssuer: textIn(values, 'aadIssuer'),
    roots: rootsIn(values.roots),
    revoked: revokedIn(values.revoked),
    servers: serversIn(values.servers),
  }
}
