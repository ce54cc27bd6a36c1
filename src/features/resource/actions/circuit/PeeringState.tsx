import { Checkbox, Switch } from '@fluentui/react-components'

interface State {
  enabled: boolean
  remove: boolean
}

interface PeeringStateProps {
  values: State
  onSet: (change: Partial<State>) => void
}

/** Whether a peering that is there is on, and whether it is there any more. */
export function PeeringState({ values, onSet }: PeeringStateProps) {
  return (
    <>
      <Switch
        label="Sessions are on"
        checked={values.enabled}
        onChange={(_, { checked }) => onSet({ enabled: checked })}
      />
      <Checkbox
        label="Delete the peering"
        checked={values.remove}
        onChange={(_, { checked }) => onSet({ remove: checked === true })}
      />
    </>
  )
}
