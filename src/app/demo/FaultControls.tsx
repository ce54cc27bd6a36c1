import { Button, Select, Switch } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { Demo, DemoFault } from '../../queries/use-demo.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { useScope } from '../../queries/use-scope.ts'
import styles from './DemoPanel.module.css'
import { EVERYWHERE, type Place, placeName, placesOf, type Trouble, TROUBLES, whereOn } from './troubles.ts'

/** Ready-made troubles of the emulator. They count from the next request on; what was read stays until it is read again. */
export function FaultControls({ demo }: { demo: Demo }) {
  const client = useQueryClient()
  const { subscriptions } = useScope()
  const places = usePlaces()
  const [chosen, setChosen] = useState<string>()
  const [why, setWhy] = useState<string>()
  // Left to itself it is the first subscription: to have no rights anywhere shows nothing but a refusal.
  const at = chosen ?? places[1]?.at ?? EVERYWHERE

  async function order(faults: readonly DemoFault[]) {
    setWhy(undefined)
    try {
      await demo.setFaults(faults)
    } catch (error) {
      setWhy(error instanceof Error ? error.message : String(error))
    }
  }

  function turn(trouble: Trouble, on: boolean) {
    const others = demo.faults.filter(({ kind }) => kind !== trouble.kind)
    void order(on ? [...others, trouble.fault(trouble.scoped ? at : EVERYWHERE)] : others)
  }

  return (
    <div role="group" aria-label="Faults" className={styles.group}>
      <label className={styles.scope}>
        Where the next one is turned on
        <Select size="small" value={at} onChange={(_, { value }) => setChosen(value)}>
          {places.map((place) => (
            <option key={place.at} value={place.at}>
              {place.name}
            </option>
          ))}
        </Select>
      </label>
      {TROUBLES.map((trouble) => {
        const on = whereOn(trouble, demo.faults)
        const place = on === undefined ? undefined : (placeName(on, subscriptions) ?? 'the whole estate')
        return (
          <Switch
            key={trouble.kind}
            className={styles.switch}
            checked={on !== undefined}
            onChange={(_, { checked }) => turn(trouble, checked)}
            label={
              <>
                {trouble.name}
                {trouble.scoped && place !== undefined && (
                  <>
                    {' '}
                    in <bdi>{place}</bdi>
                  </>
                )}
                <div className={styles.choice}>
                  {trouble.meaning}
                  {!trouble.scoped && ' In the whole estate.'}
                </div>
              </>
            }
          />
        )
      })}
      <p className={styles.note}>
        A fault counts from the next request on. What was read stays until then. All end when the page is
        loaded anew.
      </p>
      <div className={styles.actions}>
        <Button onClick={() => void client.refetchQueries({ type: 'active' })}>Read again</Button>
        <Button disabledFocusable={demo.faults.length === 0} onClick={() => void order([])}>
          Turn all off
        </Button>
      </div>
      {why !== undefined && (
        <p className={styles.problem} role="alert">
          <VerdictIcon verdict="down" />
          The faults could not be changed: {why}
        </p>
      )}
    </div>
  )
}

function usePlaces(): Place[] {
  const { subscriptions } = useScope()
  const { estate } = useEstate()
  return useMemo(() => placesOf(subscriptions, estate.rows), [subscriptions, estate])
}
