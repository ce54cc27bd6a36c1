import { Field, Input, Switch } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { gatewayChanged } from '../../../../model/edits/configure-consequences.ts'
import {
  type GatewayBgp,
  gatewayBgpEdit,
  gatewayBgpOf,
  gatewayBgpProblems,
} from '../../../../model/edits/gateway-bgp.ts'
import { AZURE_ASN } from '../../../../model/vpn/asn.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from './Configure.module.css'
import { ConfigureDialog } from './ConfigureDialog.tsx'
import { flagIn, listed, textIn, textsIn } from './read-values.ts'

interface Values extends JsonObject {
  enabled: boolean
  asn: string
  /** As typed, one text for each instance. */
  apipa: string[]
}

export function ChangeBgp({ resource, estate, open, onClose }: ActionFormProps<VirtualNetworkGateway>) {
  const now = gatewayBgpOf(resource)
  const form = useForm({
    topic: 'bgp',
    id: resource.id,
    now: { enabled: now.enabled, asn: now.asn, apipa: now.apipa.map((addresses) => addresses.join(', ')) },
    read,
  })
  const { enabled, asn, apipa } = form.values
  const typed: GatewayBgp = { enabled, asn, apipa: apipa.map(listed) }
  const problems = gatewayBgpProblems(resource, typed)
  const about = (field: 'enabled' | 'asn') => problems.find((one) => one.field === field)?.text
  const aboutInstance = (instance: number) =>
    problems.find(({ field }) => typeof field === 'object' && field.instance === instance)?.text
  return (
    <ConfigureDialog
      resource={resource}
      topic="bgp"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          BGP of <bdi>{resource.name}</bdi>
        </>
      }
      write={gatewayBgpEdit(resource, typed)}
      notYet={problems[0]?.text}
      consequences={gatewayChanged(resource, estate, {
        drops: 'BGP sessions, and the routes learnt by them, until they are up again. Tunnels stay.',
        after:
          'Each connection uses BGP only when it is enabled there too, and its local network gateway has an AS number and a peer address.',
      })}
    >
      <div className={styles.fields}>
        <Field validationState={about('enabled') ? 'error' : 'none'} validationMessage={about('enabled')}>
          <Switch
            checked={enabled}
            label="BGP enabled"
            onChange={(_, { checked }) => form.set({ enabled: checked })}
          />
        </Field>
        <Field
          label="AS number of the gateway"
          hint={`Azure's default is ${AZURE_ASN}; each device needs another one`}
          validationState={about('asn') ? 'error' : 'none'}
          validationMessage={about('asn')}
        >
          <Input
            value={asn}
            inputMode="numeric"
            aria-invalid={about('asn') !== undefined}
            onChange={(_, { value }) => form.set({ asn: value })}
          />
        </Field>
        {apipa.map((text, instance) => (
          <Field
            key={instance}
            label={`Custom BGP addresses of instance ${instance}`}
            hint="169.254.21.0 to 169.254.22.255, several with commas; empty: the address in GatewaySubnet alone"
            validationState={aboutInstance(instance) ? 'error' : 'none'}
            validationMessage={aboutInstance(instance)}
          >
            <Input
              value={text}
              spellCheck={false}
              aria-invalid={aboutInstance(instance) !== undefined}
              onChange={(_, { value }) =>
                form.set({ apipa: apipa.map((one, index) => (index === instance ? value : one)) })
              }
            />
          </Field>
        ))}
      </div>
    </ConfigureDialog>
  )
}

function read(values: JsonObject): Values {
  return { enabled: flagIn(values, 'enabled'), asn: textIn(values, 'asn'), apipa: textsIn(values.apipa) }
}
