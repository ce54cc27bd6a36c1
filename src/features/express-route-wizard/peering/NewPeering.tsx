import styles from '../../../components/wizard/FormStep.module.css'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { TextAnswer } from '../fields.ts'
import { useWizard } from '../wizard.ts'
import { withPeeringAt } from '../with-circuit.ts'
import { Md5Key } from './Md5Key.tsx'

interface NewPeeringProps {
  circuit: CircuitAnswers
  index: number
  name: string
}

/** Everything of a peering that is made here. */
export function NewPeering({ circuit, index, name }: NewPeeringProps) {
  const { said, edit } = useWizard()
  const { peering } = circuit
  const place = `circuits.${index}.peering`
  const text = (member: 'asn' | 'vlan' | 'primary' | 'secondary' | 'primary6' | 'secondary6') => ({
    field: `${place}.${member}`,
    value: peering[member],
    set: (now: Parameters<typeof withPeeringAt>[0], value: string) =>
      withPeeringAt(now, index, { [member]: value }),
  })
  return (
    <>
      <ChoiceField
        id={`${place}.addressing`}
        label="Addresses"
        value={peering.addressing}
        said={said(`${place}.addressing`)}
        choices={[
          { value: 'ipv4', label: 'IPv4' },
          { value: 'ipv6', label: 'IPv6' },
          { value: 'both', label: 'IPv4 and IPv6, with a BGP session of each on both links' },
        ]}
        onChange={(addressing) =>
          edit(`${place}.addressing`, (now) => withPeeringAt(now, index, { addressing }))
        }
      />
      <div className={styles.two}>
        <TextAnswer {...text('asn')} label="Your AS number" numeric />
        <TextAnswer {...text('vlan')} label="VLAN ID" numeric />
      </div>
      {peering.addressing !== 'ipv6' && (
        <div className={styles.two}>
          <TextAnswer {...text('primary')} label="Primary subnet, a /30" placeholder="172.16.0.0/30" />
          <TextAnswer {...text('secondary')} label="Secondary subnet, a /30" placeholder="172.16.0.4/30" />
        </div>
      )}
      {peering.addressing !== 'ipv4' && (
        <div className={styles.two}>
          <TextAnswer {...text('primary6')} label="Primary subnet, a /126" placeholder="fd00:1::/126" />
          <TextAnswer {...text('secondary6')} label="Secondary subnet, a /126" placeholder="fd00:1::4/126" />
        </div>
      )}
      <p className={styles.note}>Of each subnet your router has the first address, Microsoft’s the second.</p>
      <Md5Key circuit={circuit} index={index} name={name} />
    </>
  )
}
