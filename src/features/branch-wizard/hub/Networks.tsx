import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import { networkWords } from '../../../model/branch/networks.ts'
import { hubIdOf } from '../../../model/branch/place.ts'
import { nameOfId } from '../../../model/paths.ts'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { networkOptions } from '../options.ts'
import { useWizard } from '../wizard.ts'

/** Virtual networks that the branches are to reach and the hub does not have yet. */
export function Networks() {
  const { answers, around, said, edit } = useWizard()
  const { networks } = answers.hub
  const { estate, networks: ofHubs } = around
  const options = useMemo(() => networkOptions({ estate, networks: ofHubs }), [estate, ofHubs])
  const set = (next: string[]) =>
    edit('hub.networks', (now) => ({ ...now, hub: { ...now.hub, networks: next } }))
  return (
    <fieldset className={styles.group} id="hub.networks">
      <legend>Virtual networks</legend>
      <p className={styles.note}>{networkWords(hubIdOf(answers), around)}</p>
      {networks.map((id, index) => {
        const chosen = optionOf(id, options)
        return (
          // Rows have no identity but their place.
          <div key={index}>
            <PickField
              id={`hub.networks.${index}`}
              label={`Virtual network ${index + 1}`}
              placeholder="Choose one, or paste its id"
              help={chosen?.facts}
              said={said(`hub.networks.${index}`)}
              options={options}
              text={chosen?.label ?? (id === '' ? '' : nameOfId(id))}
              chosen={chosen?.value}
              onPick={(picked) => set(networks.with(index, picked))}
            />
            <Button
              appearance="subtle"
              size="small"
              icon={<DeleteRegular />}
              onClick={() => set(networks.toSpliced(index, 1))}
            >
              Remove {chosen?.label ?? `virtual network ${index + 1}`}
            </Button>
          </div>
        )
      })}
      <SaidLines said={said('hub.networks')} />
      <div>
        <Button size="small" icon={<AddRegular />} onClick={() => set([...networks, ''])}>
          Connect a virtual network
        </Button>
      </div>
    </fieldset>
  )
}
