import styles from '../../../components/wizard/FormStep.module.css'
import { REGISTRIES } from '../../../model/edits/microsoft-peering.ts'
import type { Answers, CircuitAnswers, MicrosoftAnswers } from '../../../model/express-route/answers.ts'
import { circuitIdOf } from '../../../model/express-route/place.ts'
import { parseArmId } from '../../../model/paths.ts'
import { useRouteFilters } from '../../../queries/use-route-filters.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { SelectAnswer, TextAnswer } from '../fields.ts'
import { useWizard } from '../wizard.ts'
import { withMicrosoftAt } from '../with-circuit.ts'

type Text = Exclude<keyof MicrosoftAnswers, 'wanted' | 'addressing'>

/** Everything of a Microsoft peering that is made here. */
export function NewMicrosoft({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { said, edit } = useWizard()
  const { microsoft } = circuit
  const place = `circuits.${index}.microsoft`
  const text = (member: Text) => ({
    field: `${place}.${member}`,
    value: microsoft[member],
    set: (now: Answers, value: string) => withMicrosoftAt(now, index, { [member]: value }),
  })
  const [four, six] = [microsoft.addressing !== 'ipv6', microsoft.addressing !== 'ipv4']
  return (
    <>
      <ChoiceField
        id={`${place}.addressing`}
        label="Addresses"
        value={microsoft.addressing}
        said={said(`${place}.addressing`)}
        choices={[
          { value: 'ipv4', label: 'IPv4' },
          { value: 'ipv6', label: 'IPv6' },
          { value: 'both', label: 'IPv4 and IPv6, with a BGP session of each on both links' },
        ]}
        onChange={(addressing) =>
          edit(`${place}.addressing`, (now) => withMicrosoftAt(now, index, { addressing }))
        }
      />
      <div className={styles.two}>
        <TextAnswer {...text('asn')} label="Your AS number" numeric />
        <TextAnswer {...text('vlan')} label="VLAN ID" numeric />
        {four && (
          <>
            <TextAnswer {...text('primary')} label="Primary subnet, a public /30" />
            <TextAnswer {...text('secondary')} label="Secondary subnet, a public /30" />
          </>
        )}
        {six && (
          <>
            <TextAnswer {...text('primary6')} label="Primary subnet, a public /126" />
            <TextAnswer {...text('secondary6')} label="Secondary subnet, a public /126" />
          </>
        )}
      </div>
      {four && (
        <TextAnswer
          {...text('prefixes')}
          label="Public prefixes"
          help="Yours, as you announce them, with commas between. Microsoft checks that they are yours."
        />
      )}
      {six && (
        <TextAnswer
          {...text('prefixes6')}
          label="IPv6 public prefixes"
          help="Yours, as you announce them, with commas between. Microsoft checks that they are yours."
        />
      )}
      <div className={styles.two}>
        <TextAnswer
          {...text('customerAsn')}
          label="AS number they are registered for"
          help="Only where it is not the one above"
          numeric
        />
        <SelectAnswer
          {...text('registry')}
          label="Registry"
          help="Where they are registered"
          options={REGISTRIES.map((one) => ({ value: one, label: one }))}
        />
        {four && <FilterAnswer {...text('routeFilter')} label="Route filter" circuit={circuit} />}
        {six && <FilterAnswer {...text('routeFilter6')} label="IPv6 route filter" circuit={circuit} />}
      </div>
      <p className={styles.note}>
        Of each subnet your router has the first address, Microsoft’s the second. Traffic has to come from
        your public prefixes: private addresses are translated at your side. An MD5 key is set on the page of
        the circuit, once the peering is there.
      </p>
    </>
  )
}

interface FilterAnswerProps {
  field: string
  label: string
  circuit: CircuitAnswers
  value: string
  set: (answers: Answers, value: string) => Answers
}

/** Without one nothing is advertised, which is said. */
function FilterAnswer({ circuit, value, ...answer }: FilterAnswerProps) {
  const { answers } = useWizard()
  const subscriptionId = parseArmId(circuitIdOf(circuit, answers))?.subscriptionId ?? ''
  const { filters, chosen, hint } = useRouteFilters(subscriptionId, value)
  return (
    <SelectAnswer
      {...answer}
      value={chosen}
      help={hint}
      options={[{ value: '', label: 'None' }, ...filters.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  )
}
