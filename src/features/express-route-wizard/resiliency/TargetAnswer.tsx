import { useMemo } from 'react'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import { networkOptions } from '../../../components/wizard/options.ts'
import { chosenTargetIdOf } from '../../../model/express-route/place.ts'
import { settled } from '../../../model/express-route/settled.ts'
import { withoutTarget, withTargetId } from '../../../model/express-route/target.ts'
import { nameOfId } from '../../../model/paths.ts'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { hubOptions } from '../gateway/hub-options.ts'
import { useWizard } from '../wizard.ts'

const OPEN = { value: 'open', label: 'Not decided yet' }

/** Which network or hub is meant, where somebody knows it by now: the circuits are ordered with it in their tags. */
export function TargetAnswer() {
  const { answers, around, put } = useWizard()
  const { estate } = around
  const isHub = answers.goal.to === 'hub'
  const options = useMemo(
    () => [OPEN, ...(isHub ? hubOptions(estate) : networkOptions(estate, 'ExpressRoute'))],
    [estate, isHub],
  )
  const id = chosenTargetIdOf(answers, around)
  const chosen = id === undefined ? OPEN : optionOf(id, options)
  return (
    <PickField
      id="goal.target"
      label={isHub ? 'Which virtual hub, if you know it' : 'Which virtual network, if you know it'}
      help="The circuits carry it as a tag, so that any browser knows it when the provider is done. Else it is asked on the step Gateway."
      options={options}
      text={chosen?.label ?? nameOfId(id ?? '')}
      chosen={chosen?.value ?? id}
      onPick={(picked) =>
        put(
          settled(
            picked === OPEN.value ? withoutTarget(answers) : withTargetId(answers, picked, around),
            around,
          ),
        )
      }
    />
  )
}
