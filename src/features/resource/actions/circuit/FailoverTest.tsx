import { Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components'
import type { JsonObject } from '../../../../lib/json.ts'
import { isMetro } from '../../../../model/circuit/locations.ts'
import { derivedResiliency } from '../../../../model/circuit/resiliency.ts'
import { isRunning } from '../../../../model/circuit/resiliency-sections.ts'
import {
  startTest,
  stopTest,
  testConsequences,
  whyNoFailoverTest,
} from '../../../../model/edits/failover-test.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { useFailoverTests } from '../../../../queries/use-resiliency.ts'
import type { ActionFormProps } from '../action-form.ts'
import styles from '../configure/Configure.module.css'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { flagIn, textIn } from '../configure/read-values.ts'

/** Starts a failover test behind two confirmations and the typed name, or stops the one that runs. */
export function FailoverTest({ resource, estate, open, onClose }: ActionFormProps<VirtualNetworkGateway>) {
  const { locations } = derivedResiliency(resource, estate)
  const offered = locations.filter((one) => !isMetro(one))
  const tests = useFailoverTests(resource.id, open)
  const running = tests.answer?.find(isRunning)?.location
  const form = useForm({
    topic: 'failover-test',
    id: resource.id,
    now: { location: offered[0] ?? '', quiet: false, reviewed: false, carried: 'no' },
    read,
  })
  const { location, quiet, reviewed, carried } = form.values
  const stops = running !== undefined
  const notYet = stops
    ? undefined
    : (whyNoFailoverTest(locations) ??
      (tests.answer === undefined
        ? tests.error
          ? `Whether a test runs already was not read: ${tests.error.message}`
          : 'Whether a test runs already is still being read'
        : quiet && reviewed
          ? undefined
          : 'Confirm both first'))
  return (
    <ConfigureDialog
      resource={resource}
      topic="failover-test"
      open={open}
      onClose={onClose}
      form={{ ...form, outdated: undefined }}
      title={
        <>
          {stops ? 'Stop the failover test' : 'Test the failover'} of <bdi>{resource.name}</bdi>
        </>
      }
      write={stops ? stopTest(resource, running, carried === 'yes') : startTest(resource, location)}
      notYet={notYet}
      confirm={stops ? undefined : resource.name}
      consequences={testConsequences(resource, running ?? location, estate, stops)}
      verb={stops ? 'Stop test' : 'Start test'}
    >
      {stops ? (
        <Field label="Did the other location carry the traffic?">
          <RadioGroup value={carried} onChange={(_, { value }) => form.set({ carried: value })}>
            <Radio value="yes" label="The other location carried the traffic" />
            <Radio value="no" label="It did not, or nobody has looked" />
          </RadioGroup>
        </Field>
      ) : (
        <div className={styles.fields}>
          <Field label="Location to take away">
            <RadioGroup value={location} onChange={(_, { value }) => form.set({ location: value })}>
              {offered.map((one) => (
                <Radio key={one} value={one} label={one} />
              ))}
            </RadioGroup>
          </Field>
          <Checkbox
            label="No circuit is under maintenance, at Microsoft or at a provider"
            checked={quiet}
            onChange={(_, { checked }) => form.set({ quiet: checked === true })}
          />
          <Checkbox
            label="I have looked which networks come from this location alone"
            checked={reviewed}
            onChange={(_, { checked }) => form.set({ reviewed: checked === true })}
          />
        </div>
      )}
    </ConfigureDialog>
  )
}

function read(values: JsonObject) {
  return {
    location: textIn(values, 'location'),
    quiet: flagIn(values, 'quiet'),
    reviewed: flagIn(values, 'reviewed'),
    carried: values.carried === 'yes' ? 'yes' : 'no',
  }
}
