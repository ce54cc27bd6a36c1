import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { gatewayChanged } from '../../../../model/edits/configure-consequences.ts'
import { connectionsOf } from '../../../../model/edits/gateway-connections.ts'
import {
  CLIENT_AUTHENTICATION,
  CLIENT_PROTOCOLS,
  isPublicData,
  type OtherRange,
  pointToSiteEdit,
  pointToSiteProblems,
  type TypedPointToSite,
  typedPointToSiteOf,
} from '../../../../model/edits/point-to-site.ts'
import type { Estate } from '../../../../model/estate.ts'
import { keyOf } from '../../../../model/paths.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from './Configure.module.css'
import { ConfigureDialog } from './ConfigureDialog.tsx'
import { listed, textIn, textsIn } from './read-values.ts'

type Text = 'pool' | 'aadTenant' | 'aadAudience' | 'aadIssuer' | 'certificateName' | 'certificateData'

interface Values extends JsonObject, Record<Text, string> {
  protocols: string[]
  authentication: string[]
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
    },
    read,
    // Somebody may paste the wrong file.
    notStored: ({ certificateData }) => (isPublicData(certificateData) ? [] : ['certificateData']),
  })
  const { values, set } = form
  const typed: TypedPointToSite = { ...values, pool: listed(values.pool) }
  const problems = pointToSiteProblems(resource, typed, rangesAround(resource, estate))
  const off = typed.pool.length === 0
  const said = (field: keyof TypedPointToSite) => {
    const text = problems.find((one) => one.field === field)?.text
    return { validationState: text === undefined ? 'none' : 'error', validationMessage: text } as const
  }
  const text = (name: Exclude<Text, 'certificateData'>, label: string, hint?: string) => (
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
    <Field label={label} {...said(name)}>
      <div role="group" aria-label={label}>
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
      </div>
    </Field>
  )
  return (
    <ConfigureDialog
      resource={resource}
      topic="point-to-site"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          Point-to-site of <bdi>{resource.name}</bdi>
        </>
      }
      write={pointToSiteEdit(resource, typed)}
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
                {text('certificateName', 'Name of a root certificate to add')}
                <Field
                  label="Its public data"
                  hint="Base64, without the BEGIN and END lines. Those that are set stay"
                  {...said('certificateData')}
                >
                  <Textarea
                    value={values.certificateData}
                    spellCheck={false}
                    resize="vertical"
                    onChange={(_, { value }) => set({ certificateData: value })}
                  />
                </Field>
              </>
            )}
          </>
        )}
      </div>
    </ConfigureDialog>
  )
}

/** What the pool must stay clear of: the network of the gateway and the sites behind its connections. */
function rangesAround(gateway: VirtualNetworkGateway, estate: Estate): OtherRange[] {
  const [subnetId = ''] = gateway.ipConfigurations.flatMap((one) => one.subnetId ?? [])
  const network = estate.resources.get(keyOf(subnetId).replace(/\/subnets\/[^/]*$/, ''))
  const own =
    network?.kind === 'virtualNetwork'
      ? network.addressPrefixes.map((prefix) => ({ prefix, of: network.name }))
      : []
  const sites = connectionsOf(gateway, estate).flatMap(({ localNetworkGatewayId }) => {
    const site =
      localNetworkGatewayId === undefined ? undefined : estate.resources.get(keyOf(localNetworkGatewayId))
    return site?.kind === 'localNetworkGateway'
      ? site.addressPrefixes.map((prefix) => ({ prefix, of: site.name }))
      : []
  })
  return [...own, ...sites]
}

function read(values: JsonObject): Values {
  return {
    pool: textIn(values, 'pool'),
    protocols: textsIn(values.protocols),
    authentication: textsIn(values.authentication),
    aadTenant: textIn(values, 'aadTenant'),
    aadAudience: textIn(values, 'aadAudience'),
    aadIssuer: textIn(values, 'aadIssuer'),
    certificateName: textIn(values, 'certificateName'),
    certificateData: textIn(values, 'certificateData'),
  }
}
