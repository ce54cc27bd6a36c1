import { Button, Field, Input } from '@fluentui/react-components'
import { freeLinks } from '../../../../model/circuit/taken.ts'
import type { PeeringProblem, Taken, TypedPeering } from '../../../../model/edits/peering.ts'
import { about } from '../about.ts'
import styles from './PeeringFields.module.css'

type Text = Exclude<keyof TypedPeering, 'enabled'>

interface PeeringFieldsProps {
  typed: TypedPeering
  problems: readonly PeeringProblem<string>[]
  onType: (change: Partial<TypedPeering>) => void
  /** Where free links are proposed: for a new private peering. */
  propose?: readonly Taken[] | undefined
  /** Shown as they are. */
  readOnly?: boolean
}

/** What both routers have to agree on, for each peering: AS number, VLAN, and a pair of links for IPv4, IPv6 or both. */
export function PeeringFields({ typed, problems, onType, propose, readOnly = false }: PeeringFieldsProps) {
  const input = (field: Text, label: string, hint: string, numeric = false) => {
    const said = about(problems, field)
    return (
      // What is wrong says what is asked for, which the hint would say again.
      <Field label={label} {...(said.validationState === 'error' ? {} : { hint })} {...said}>
        <Input
          value={typed[field]}
          spellCheck={false}
          readOnly={readOnly}
          {...(numeric && { inputMode: 'numeric' })}
          onChange={(_, { value }) => onType({ [field]: value })}
        />
      </Field>
    )
  }
  const free = propose && freeLinks(propose)
  return (
    <>
      <div className={styles.pairs}>
        {input('asn', 'Your AS number', 'That of your routers; 64512 to 65514 are private', true)}
        {input('vlan', 'VLAN ID', 'The provider tells it, or you agree on it', true)}
        {input('primary', 'Primary subnet', LINK)}
        {input('secondary', 'Secondary subnet', LINK)}
        {input('primary6', 'IPv6 primary subnet', LINK_6)}
        {input('secondary6', 'IPv6 secondary subnet', LINK_6)}
      </div>
      {free && (
        <div>
          <Button size="small" onClick={() => onType(free)}>
            {`Use ${free.primary} and ${free.secondary}, which are free`}
          </Button>
        </div>
      )}
    </>
  )
}

const LINK = 'A /30 of its own: your router has the first address, Microsoft’s the second'
const LINK_6 = 'A /126; empty: no IPv6'
