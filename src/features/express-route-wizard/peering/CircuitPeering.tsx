import { useId } from 'react'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import {
  circuitNameOf,
  circuitThere,
  isCircuitUnread,
  isOnPort,
  peeringThere,
} from '../../../model/express-route/place.ts'
import { whyNotReady } from '../../../model/express-route/readiness.ts'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { useWizard } from '../wizard.ts'
import { GivenPeering } from './GivenPeering.tsx'
import { Layer3Tag } from './Layer3Tag.tsx'
import { NewPeering } from './NewPeering.tsx'
import { WhoMakesIt } from './WhoMakesIt.tsx'

/** One circuit's peering: asked for, given as it is there, or its provider's to make. */
export function CircuitPeering({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { answers, around, said } = useWizard()
  const heading = useId()
  const found = circuitThere(circuit, answers, around)
  const there = peeringThere(circuit, answers, around)
  const why = found && whyNotReady(found, around)
  const name = circuitNameOf(circuit) || `Circuit ${index + 1}`
  const place = `circuits.${index}.peering`
  return (
    <section className={styles.site} aria-labelledby={heading}>
      <h2 className={styles.heading} id={heading}>
        {found ? <ResourceLink id={found.id} name={found.name} /> : <bdi>{name}</bdi>}
      </h2>
      {there && found ? (
        <div id={place} tabIndex={-1}>
          <GivenPeering circuit={found} peering={there} isTheirs={circuit.use === 'redeemed'} />
          <SaidLines said={said(place)} />
        </div>
      ) : circuit.use === 'redeemed' ? (
        <div id={place} tabIndex={-1}>
          <p className={styles.given}>
            The circuit belongs to somebody else, who has made its private peering or makes it. Nothing of it
            is asked or changed here.
          </p>
          <SaidLines said={said(place)} />
        </div>
      ) : isCircuitUnread(circuit, answers, around) ? (
        <p className={styles.given} id={place} tabIndex={-1}>
          The circuit could not be read, so whether it has a private peering is not known, and none is made
          here.
        </p>
      ) : (
        <>
          {why !== undefined && (
            <p className={styles.note}>
              <bdi>{why}</bdi> What stands here is kept, and made once that is done.
            </p>
          )}
          <WhoMakesIt circuit={circuit} index={index} label="Who makes it" />
          <SaidLines said={said(place)} />
          {!isOnPort(circuit, answers, around) && <Layer3Tag by={circuit.peering.by} found={found} />}
          {circuit.peering.by === 'customer' && <NewPeering circuit={circuit} index={index} name={name} />}
        </>
      )}
    </section>
  )
}
