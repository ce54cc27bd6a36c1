import { Field, Input, Radio, RadioGroup, Switch } from '@fluentui/react-components'
import type { SiteValues } from '../../model/edits/site.ts'
import { PrefixRows } from './PrefixRows.tsx'
import { Said } from './Said.tsx'
import type { ShownProblem } from './shown-problem.ts'
import styles from './SiteFields.module.css'

interface SiteFieldsProps {
  values: SiteValues
  problems: readonly ShownProblem[]
  disabled?: boolean
  /** Begins the id of each field: `sites.0.values.` */
  idPrefix?: string
  onChange: (change: Partial<SiteValues>) => void
}

/** Endpoint, prefixes and BGP of a local network gateway. */
export function SiteFields({ values, problems, disabled = false, idPrefix, onChange }: SiteFieldsProps) {
  const about = (name: ShownProblem['field']) => problems.filter(({ field }) => field === name)
  const idOf = (name: ShownProblem['field']) => (idPrefix === undefined ? undefined : `${idPrefix}${name}`)

  const text = (name: 'address' | 'fqdn' | 'asn' | 'peer' | 'weight', label: string, help?: string) => (
    <TextField
      id={idOf(name)}
      label={label}
      help={help}
      value={values[name]}
      problems={about(name)}
      disabled={disabled}
      onChange={(value) => onChange({ [name]: value })}
    />
  )

  return (
    <>
      <fieldset className={styles.group}>
        <legend>Device</legend>
        <RadioGroup
          layout="horizontal"
          aria-label="Found by"
          value={values.by}
          disabled={disabled}
          onChange={(_, { value }) => onChange({ by: value === 'fqdn' ? 'fqdn' : 'address' })}
        >
          <Radio value="address" label="IP address" />
          <Radio value="fqdn" label="DNS name" />
        </RadioGroup>
        {values.by === 'address'
          ? text('address', 'IP address', 'The device’s public IPv4 address.')
          : text('fqdn', 'DNS name', 'It has to give one IPv4 address: Azure takes the first.')}
      </fieldset>
      <PrefixRows
        id={idOf('prefixes')}
        prefixes={values.prefixes}
        bgp={values.bgp}
        problems={about('prefixes')}
        disabled={disabled}
        onChange={(prefixes) => onChange({ prefixes })}
      />
      <fieldset className={styles.group} id={idOf('bgp')}>
        <legend>BGP</legend>
        <Switch
          label="The device speaks BGP"
          checked={values.bgp}
          disabled={disabled}
          onChange={(_, { checked }) => onChange({ bgp: checked })}
        />
        <Said problems={about('bgp')} />
        {values.bgp && (
          <div className={styles.columns}>
            {text('asn', 'AS number')}
            {text('peer', 'Peer address', 'A loopback is best.')}
            {text('weight', 'Weight', 'May stay empty: Azure then sets it.')}
          </div>
        )}
      </fieldset>
    </>
  )
}

interface TextFieldProps {
  id: string | undefined
  label: string
  help?: string | undefined
  value: string
  problems: readonly ShownProblem[]
  disabled: boolean
  onChange: (value: string) => void
}

function TextField({ id, label, help, value, problems, disabled, onChange }: TextFieldProps) {
  const [problem] = problems
  const wrong = problem?.is === 'error'
  return (
    <div id={id}>
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
      <Said problems={problems} fixesOnly />
    </div>
  )
}
