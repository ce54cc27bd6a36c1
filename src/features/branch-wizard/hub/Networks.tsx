import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import { networksOf, networkWords, virtualNetwork } from '../../../model/branch/networks.ts'
import { hubIdOf } from '../../../model/branch/place.ts'
import { nameOfId } from '../../../model/paths.ts'
import type { HubVirtualNetworkConnection } from '../../../model/resources/virtual-wan.ts'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import list from '../Branches.module.css'
import { networkOptions } from '../options.ts'
import { useWizard } from '../wizard.ts'

/** Virtual networks that the branches are to reach and the hub does not have yet. */
export function Networks() {
  const { answers, around, said, edit } = useWizard()
  const { networks } = answers.hub
  const { estate } = around
  const hubId = hubIdOf(answers)
  const options = useMemo(() => networkOptions(estate, hubId, networks), [estate, hubId, networks])
  const there = networksOf(hubId, around)
  const set = (next: string[]) =>
    edit('hub.networks', (now) => ({ ...now, hub: { ...now.hub, networks: next } }))
  return (
    <fieldset className={styles.group} id="hub.networks">
      <legend>Virtual networks</legend>
      <p className={styles.note}>{networkWords(answers, around)}</p>
      {there.length > 0 && <There connections={there} />}
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

/** So many are listed at once. */
const FEW = 8

/** Those that the hub has, with what nothing else may overlap. */
function There({ connections }: { connections: readonly HubVirtualNetworkConnection[] }) {
  const { around } = useWizard()
  const [all, setAll] = useState(false)
  const shown = all ? connections : connections.slice(0, FEW)
  return (
    <>
      <ul className={list.rows} aria-label="Virtual networks of the hub">
        {shown.map(({ key, name, remoteVirtualNetworkId: id = '' }) => (
          <li key={key} className={list.row}>
            <span className={list.name}>{id === '' ? <bdi>{name}</bdi> : <ResourceLink id={id} />}</span>
            <bdi>{virtualNetwork(id, around)?.addressPrefixes.join(', ') ?? 'Address space not read'}</bdi>
          </li>
        ))}
      </ul>
      {shown.length < connections.length && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            Show all {connections.length}
          </Button>
        </div>
      )}
    </>
  )
}
