import { Field, Input, Select, Switch } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { connectionChanged } from '../../../../model/edits/configure-consequences.ts'
import {
  CONNECTION_MODES,
  modeEdit,
  type ModeEnds,
  modeProblems,
  type TypedMode,
  typedModeOf,
} from '../../../../model/edits/connection-mode.ts'
import type { Estate } from '../../../../model/estate.ts'
import { keyOf } from '../../../../model/paths.ts'
import type { Connection } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from './Configure.module.css'
import { ConfigureDialog } from './ConfigureDialog.tsx'
import { flagIn, textIn } from './read-values.ts'

type Values = JsonObject & TypedMode

export function ChangeMode({ resource, estate, open, onClose }: ActionFormProps<Connection>) {
  const form = useForm({ topic: 'mode', id: resource.id, now: { ...typedModeOf(resource) }, read })
  const typed = form.values
  const problems = modeProblems(resource, typed, endsOf(resource, estate))
  const about = (field: keyof TypedMode) => {
    const problem = problems.find((one) => one.field === field)
    return {
      validationState: problem ? (problem.is === 'error' ? 'error' : 'warning') : 'none',
      validationMessage: problem?.text,
    } as const
  }
  const error = problems.find(({ is }) => is === 'error')
  const modes: readonly string[] = CONNECTION_MODES
  return (
    <ConfigureDialog
      resource={resource}
      topic="mode"
      open={open}
      onClose={onClose}
      form={form}
      title={
        <>
          How <bdi>{resource.name}</bdi> connects
        </>
      }
      write={modeEdit(resource, typed)}
      notYet={error?.text}
      consequences={connectionChanged(resource, estate, {
        drops: 'The tunnels of this connection may start anew, for seconds.',
        after:
          'Set the device to match. The IKE version and the type cannot be changed: for those the connection is made anew.',
      })}
    >
      <div className={styles.fields}>
        <Field
          label="Connection mode"
          hint="Default: either side may begin. A device behind NAT has to begin: Default or ResponderOnly"
          {...about('mode')}
        >
          <Select value={typed.mode} onChange={(_, { value }) => form.set({ mode: value })}>
            {(modes.includes(typed.mode) ? modes : [...modes, typed.mode]).map((mode) => (
              <option key={mode}>{mode}</option>
            ))}
          </Select>
        </Field>
        <Field
          label="DPD timeout in seconds"
          hint="9 to 3600; empty: Azure's default, 45"
          {...about('dpdTimeoutSeconds')}
        >
          <Input
            value={typed.dpdTimeoutSeconds}
            inputMode="numeric"
            aria-invalid={about('dpdTimeoutSeconds').validationState === 'error'}
            onChange={(_, { value }) => form.set({ dpdTimeoutSeconds: value })}
          />
        </Field>
        <Field {...about('policyBasedSelectors')}>
          <Switch
            label="Policy-based traffic selectors"
            checked={typed.policyBasedSelectors}
            onChange={(_, { checked }) => form.set({ policyBasedSelectors: checked })}
          />
        </Field>
        <Field {...about('enableBgp')}>
          <Switch
            label="BGP on this connection"
            checked={typed.enableBgp}
            onChange={(_, { checked }) => form.set({ enableBgp: checked })}
          />
        </Field>
      </div>
    </ConfigureDialog>
  )
}

function endsOf({ gateway1Id, localNetworkGatewayId }: Connection, estate: Estate): ModeEnds {
  const gateway = gateway1Id === undefined ? undefined : estate.resources.get(keyOf(gateway1Id))
  const site =
    localNetworkGatewayId === undefined ? undefined : estate.resources.get(keyOf(localNetworkGatewayId))
  return {
    ...(gateway?.kind === 'virtualNetworkGateway' && {
      sku: gateway.sku ?? '',
      gatewayHasBgp: gateway.enableBgp,
    }),
    ...(site?.kind === 'localNetworkGateway' && { siteHasBgp: site.bgp?.asn !== undefined }),
  }
}

function read(values: JsonObject): Values {
  return {
    mode: textIn(values, 'mode'),
    dpdTimeoutSeconds: textIn(values, 'dpdTimeoutSeconds'),
    policyBasedSelectors: flagIn(values, 'policyBasedSelectors'),
    enableBgp: flagIn(values, 'enableBgp'),
  }
}
