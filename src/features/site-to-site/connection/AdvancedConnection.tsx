import { Switch } from '@fluentui/react-components'
import { AskField } from '../../../ui/wizard/AskField.tsx'
import { Folded } from '../../../ui/wizard/Folded.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { SelectAnswer, TextAnswer } from '../fields.ts'
import { useWizard } from '../wizard.ts'
import { withConnection } from '../with-answers.ts'
import { Selectors } from './Selectors.tsx'

const MODES = [
  { value: 'Default', label: 'Default: both sides may begin' },
  { value: 'InitiatorOnly', label: 'InitiatorOnly: Azure begins' },
  { value: 'ResponderOnly', label: 'ResponderOnly: the device begins' },
] as const

/** Dead peer detection, who begins, and traffic selectors. */
export function AdvancedConnection() {
  const { answers, said, edit, checks, isTold } = useWizard()
  const { dpd, mode, policyBased, selectors } = answers.connection
  const needed = checks.some(
    (one) => /^connection\.(dpd|mode|policyBased|selectors)/.test(one.field) && isTold(one),
  )
  return (
    <Folded
      title="Advanced"
      defaults={`DPD ${dpd || 'not set'}${dpd === '' ? '' : ' s'}, mode ${mode}, ${policyBased ? `policy-based selectors${selectors.length > 0 ? `, ${selectors.length} of your own` : ''}` : 'route-based selectors'}`}
      needed={needed}
    >
      <TextAnswer
        field="connection.dpd"
        label="DPD timeout in seconds"
        value={dpd}
        numeric
        set={(now, value) => withConnection(now, { dpd: value })}
      />
      <SelectAnswer
        field="connection.mode"
        label="Mode"
        value={mode}
        options={MODES}
        set={(now, value) =>
          withConnection(now, { mode: MODES.find((one) => one.value === value)?.value ?? 'Default' })
        }
      />
      <AskField
        id="connection.policyBased"
        label="Traffic selectors"
        help="Off: any to any, as route-based devices expect. On: each pair of networks, for policy-based devices."
        said={said('connection.policyBased')}
      >
        <Switch
          label="Policy-based"
          checked={policyBased}
          onChange={(_, { checked }) =>
            edit('connection.policyBased', (now) => withConnection(now, { policyBased: checked }))
          }
        />
      </AskField>
      {(policyBased || selectors.length > 0) && <Selectors />}
      <SaidLines said={said('connection')} />
    </Folded>
  )
}
