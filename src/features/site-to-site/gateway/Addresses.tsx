import { useMemo } from 'react'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { ChosenAnswer } from '../fields.ts'
import styles from '../../../components/wizard/FormStep.module.css'
import { addressOptions } from '../../../components/wizard/options.ts'
import { useWizard } from '../wizard.ts'
import { withGateway } from '../with-answers.ts'

/** A public IP address for each instance. */
export function Addresses({ region }: { region: string }) {
  const { answers, around, said } = useWizard()
  const { addresses } = answers.gateway
  const { estate } = around
  const { subscriptionId } = answers.network
  const options = useMemo(
    () => addressOptions(region, subscriptionId, estate),
    [region, subscriptionId, estate],
  )
  return (
    <fieldset className={styles.group} id="gateway.addresses">
      <legend>Public IP addresses</legend>
      {addresses.map((address, index) => (
        <ChosenAnswer
          // Their place is what they are: the instance's.
          key={index}
          field={`gateway.addresses.${index}`}
          label={`Of instance ${index}`}
          value={address}
          options={options}
          set={(now, chosen) => withGateway(now, { addresses: now.gateway.addresses.with(index, chosen) })}
        />
      ))}
      <SaidLines said={said('gateway.addresses')} />
    </fieldset>
  )
}
