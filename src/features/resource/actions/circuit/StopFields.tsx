import { Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components'
import type { FailoverTestReading } from '../../../../model/circuit/resiliency.ts'
import type { Carrier } from '../../../../model/edits/failover-test.ts'
import styles from '../configure/Configure.module.css'

interface StopFieldsProps {
  test: FailoverTestReading
  carriers: readonly Carrier[]
  carried: boolean
  verified: readonly string[]
  onCarried: (carried: boolean) => void
  onVerified: (names: string[]) => void
}

/** How the test went: whether the traffic came another way, and which. */
export function StopFields({ test, carriers, carried, verified, onCarried, onVerified }: StopFieldsProps) {
  return (
    <div className={styles.fields}>
      <p>
        The test of {test.location ?? 'a location that is not given'} is {test.status}.
      </p>
      <Field label="Did the other location carry the traffic?">
        <RadioGroup value={carried ? 'yes' : 'no'} onChange={(_, { value }) => onCarried(value === 'yes')}>
          <Radio value="yes" label="The other location carried the traffic" />
          <Radio value="no" label="It did not, or nobody has looked" />
        </RadioGroup>
      </Field>
      {carried && carriers.length > 0 && (
        <div role="group" aria-label="Connections that carried it">
          {carriers.map(({ name, location }) => (
            <div key={name}>
              <Checkbox
                label={`${name} over ${location} carried it`}
                checked={verified.includes(name)}
                onChange={(_, { checked }) =>
                  onVerified(checked === true ? [...verified, name] : verified.filter((one) => one !== name))
                }
              />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
