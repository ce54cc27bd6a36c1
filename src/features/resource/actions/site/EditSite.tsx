import { Field, Input, Radio, RadioGroup, Switch } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ActionDialog } from '../../../../components/writes/ActionDialog.tsx'
import { touchedConnection } from '../../../../model/edits/gateway-connections.ts'
import { type SiteProblem, siteProblems } from '../../../../model/edits/site-rules.ts'
import { surroundingsOf } from '../../../../model/edits/site-surroundings.ts'
import { readSiteValues, siteEdit, type SiteValues, siteValues } from '../../../../model/edits/site.ts'
import type { LocalNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useAction, useForm } from '../../../../queries/use-action.ts'
import type { ActionFormProps } from '../action-form.ts'
import { Locked } from '../Locked.tsx'
import { Outdated } from '../Outdated.tsx'
import { Statuses } from '../Statuses.tsx'
import { PrefixRows } from './PrefixRows.tsx'
import { Said } from './Said.tsx'
import styles from './EditSite.module.css'

/** Endpoint, prefixes and BGP of a local network gateway; what is not touched stays as it is. */
export function EditSite({ resource, estate, open, onClose }: ActionFormProps<LocalNetworkGateway>) {
  const now = siteValues(resource)
  const form = useForm({ topic: 'site', id: resource.id, now, read: readSiteValues })
  const { values, set } = form
  const edit = siteEdit(resource, values)
  const around = surroundingsOf(resource, estate)
  const problems = siteProblems(values, now, around)
  const { writes, send, steps, ...action } = useAction(resource, 'site', [edit])
  const nothing = edit.changes.length === 0
  const connected = around.connections.length > 0

  const text = (name: 'address' | 'fqdn' | 'asn' | 'peer' | 'weight', label: string, help?: string) => (
    <TextField
      label={label}
      help={help}
      value={values[name]}
      problems={problems.filter(({ field }) => field === name)}
      disabled={action.sending}
      onChange={(value) => set({ [name]: value })}
      onFix={set}
    />
  )

  return (
    <ActionDialog
      {...action}
      open={open}
      onClose={onClose}
      title={
        <>
          Edit <bdi>{resource.name}</bdi>
        </>
      }
      consequences={{
        touches: [{ id: resource.id, name: resource.name }],
        depends: around.connections.map(touchedConnection),
        ...(connected && {
          drops: 'The tunnels of these connections, while they are negotiated anew.',
          after:
            'The device needs the same endpoint, networks and BGP settings before tunnels come up again.',
        }),
      }}
      steps={nothing ? [] : steps}
      notYet={nothing ? 'Nothing is changed yet' : undefined}
      verb="Apply"
      onSend={() => send()}
      status={<Statuses writes={writes} resource={resource} />}
    >
      {action.sending && <Locked />}
      {form.outdated && !action.sending && <Outdated onKeep={form.rebase} onDiscard={form.discard} />}
      <fieldset className={styles.group}>
        <legend>Device</legend>
        <RadioGroup
          layout="horizontal"
          aria-label="Found by"
          value={values.by}
          disabled={action.sending}
          onChange={(_, { value }) => set({ by: value === 'fqdn' ? 'fqdn' : 'address' })}
        >
          <Radio value="address" label="IP address" />
          <Radio value="fqdn" label="DNS name" />
        </RadioGroup>
        {values.by === 'address'
          ? text('address', 'IP address', 'The device’s public IPv4 address.')
          : text('fqdn', 'DNS name', 'It has to give one IPv4 address: Azure takes the first.')}
      </fieldset>
      <PrefixRows
        prefixes={values.prefixes}
        problems={problems.filter(({ field }) => field === 'prefixes')}
        disabled={action.sending}
        onChange={(prefixes) => set({ prefixes })}
        onFix={set}
      />
      <fieldset className={styles.group}>
        <legend>BGP</legend>
        <Switch
          label="The device speaks BGP"
          checked={values.bgp}
          disabled={action.sending}
          onChange={(_, { checked }) => set({ bgp: checked })}
        />
        <Said problems={problems.filter(({ field }) => field === 'bgp')} onFix={set} />
        {values.bgp && (
          <div className={styles.columns}>
            {text('asn', 'AS number')}
            {text('peer', 'Peer address', 'A loopback is best.')}
            {text('weight', 'Weight', 'Empty: as Azure has it.')}
          </div>
        )}
      </fieldset>
    </ActionDialog>
  )
}

interface TextFieldProps {
  label: string
  help?: string | undefined
  value: string
  problems: readonly SiteProblem[]
  disabled: boolean
  onChange: (value: string) => void
  onFix: (change: Partial<SiteValues>) => void
}

function TextField({ label, help, value, problems, disabled, onChange, onFix }: TextFieldProps): ReactNode {
  const [problem] = problems
  const wrong = problem?.is === 'error'
  return (
    <div>
      <Field
        label={label}
        hint={problem ? undefined : help}
        validationState={problem ? (wrong ? 'error' : 'warning') : 'none'}
        validationMessage={problem?.text}
      >
        <Input
          value={value}
          readOnly={disabled}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={wrong ? true : undefined}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      <Said problems={problems} fixesOnly onFix={onFix} />
    </div>
  )
}
