import { Checkbox, Switch } from '@fluentui/react-components'

interface State {
  enabled: boolean
  remove: boolean
}

interface PeeringStateProps {
  values: State
  onSet: (change: Partial<State>) => void
  /** It is configured by somebody else: it can go, and nothing else. */
  readOnly?: boolean
}

/** Whether a peering that is there is on, and whether it is there any more. */
export function PeeringState({ values, onSet, readOnly = false }: PeeringStateProps) {
  return (
    <>
      {!readOnly && (
        <Switch
          label="Sessions are on"
          checked={values.enabled}
          onChange={(_, { checked }) => onSet({ enabled: checked })}
        />
      )}
      <Checkbox
        label="Delete the peering"
        checked={values.remove}
        onChange={(_, { checked }) => onSet({ remove: checked === true })}
      />
    </>
  )
}
