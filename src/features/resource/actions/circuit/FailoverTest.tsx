import { useState } from 'react'
import type { JsonObject } from '../../../../lib/json.ts'
import { isUnderWay } from '../../../../model/circuit/failover-tests.ts'
import { isMetro } from '../../../../model/circuit/locations.ts'
import { derivedResiliency } from '../../../../model/circuit/resiliency.ts'
import {
  carriersOf,
  startTest,
  stopTest,
  testConsequences,
  whyNoFailoverTest,
} from '../../../../model/edits/failover-test.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useForm } from '../../../../queries/use-action.ts'
import { useFailoverTests, useRouteSets } from '../../../../queries/use-resiliency.ts'
import type { ActionFormProps } from '../action-form.ts'
import { ConfigureDialog } from '../configure/ConfigureDialog.tsx'
import { textIn, textsIn } from '../configure/read-values.ts'
import { StartFields } from './StartFields.tsx'
import { StopFields } from './StopFields.tsx'

/** Starts a failover test behind two confirmations and the typed name, or stops the one that is under way. */
export function FailoverTest({ resource, estate, open, onClose }: ActionFormProps<VirtualNetworkGateway>) {
  const { locations } = derivedResiliency(resource, estate)
  const offered = locations.filter((one) => !isMetro(one))
  const tests = useFailoverTests(resource.id, { form: open })
  const underWay = tests.answer?.find(isUnderWay)
  const stops = underWay !== undefined
  const sets = useRouteSets(resource.id, open && tests.answer !== undefined && !stops)
  const form = useForm({
    topic: 'failover-test',
    id: resource.id,
    now: { location: offered[0] ?? '', carried: 'no', verified: [] },
    read,
  })
  const { carried, verified } = form.values
  const away = underWay?.location ?? form.values.location
  const carriers = carriersOf(resource, away, estate)
  const confirming = useConfirming(open ? `${stops} ${away}` : undefined)
  const unread = tests.running
    ? 'Whether a test is under way is still being read'
    : tests.answer === undefined
      ? `Whether a test is under way was not read: ${tests.error?.message ?? 'Azure was not asked'}`
      : undefined
  const notYet =
    unread ??
    (stops
      ? undefined
      : (whyNoFailoverTest(locations) ??
        (confirming.quiet && confirming.reviewed ? undefined : 'Confirm both first')))
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
      write={
        stops
          ? stopTest(
              resource,
              away,
              carried === 'yes',
              carried === 'yes' ? carriers.filter(({ name }) => verified.includes(name)) : [],
            )
          : startTest(resource, away)
      }
      notYet={notYet}
      confirm={stops ? undefined : resource.name}
      consequences={testConsequences(resource, away, estate, stops)}
      verb={stops ? 'Stop test' : 'Start test'}
    >
      {stops ? (
        <StopFields
          test={underWay}
          carriers={carriers}
          carried={carried === 'yes'}
          verified={verified}
          onCarried={(yes) => form.set({ carried: yes ? 'yes' : 'no' })}
          onVerified={(names) => form.set({ verified: names })}
        />
      ) : (
        <StartFields
          gatewayId={resource.id}
          locations={offered}
          location={away}
          sets={sets}
          confirmed={confirming}
          onLocation={(location) => form.set({ location })}
          onConfirm={confirming.set}
        />
      )}
    </ConfigureDialog>
  )
}

/** What was confirmed holds for this moment and this location alone: it is in no draft, and gone with either. */
function useConfirming(moment: string | undefined) {
  const none = { moment, quiet: false, reviewed: false }
  const [confirmed, setConfirmed] = useState(none)
  if (confirmed.moment !== moment) setConfirmed(none)
  return {
    ...(confirmed.moment === moment ? confirmed : none),
    set: (change: { quiet?: boolean; reviewed?: boolean }) =>
      setConfirmed((before) => ({ ...before, ...change })),
  }
}

function read(values: JsonObject) {
  return {
    location: textIn(values, 'location'),
    carried: values.carried === 'yes' ? 'yes' : 'no',
    verified: textsIn(values.verified),
  }
}
