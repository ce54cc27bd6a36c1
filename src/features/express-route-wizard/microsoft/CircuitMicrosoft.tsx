import { Button, Switch } from '@fluentui/react-components'
import { useId } from 'react'
import { Link } from 'react-router-dom'
import { PrefixValidation } from '../../../components/circuit/PrefixValidation.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import styles from '../../../components/wizard/FormStep.module.css'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import {
  canHaveMicrosoft,
  isProvidersToMake,
  microsoftThere,
} from '../../../model/express-route/microsoft.ts'
import { circuitNameOf, circuitThere } from '../../../model/express-route/place.ts'
import { whyNotReady } from '../../../model/express-route/readiness.ts'
import { actionPath } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { useWizard } from '../wizard.ts'
import { withMicrosoftAt, withPeeringAt } from '../with-circuit.ts'
import { NewMicrosoft } from './NewMicrosoft.tsx'

/** One circuit's Microsoft peering: asked for, given as it is there, or left out. */
export function CircuitMicrosoft({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { answers, around, said, edit } = useWizard()
  const heading = useId()
  const found = circuitThere(circuit, answers, around)
  const there = microsoftThere(circuit, answers, around)
  const why = found && whyNotReady(found, around)
  const name = circuitNameOf(circuit) || `Circuit ${index + 1}`
  const place = `circuits.${index}.microsoft`
  return (
    <section className={styles.site} aria-labelledby={heading}>
      <h2 className={styles.heading} id={heading}>
        {found ? <ResourceLink id={found.id} name={found.name} /> : <bdi>{name}</bdi>}
      </h2>
      {!canHaveMicrosoft(circuit, answers, around) ? (
        <p className={styles.given}>
          {circuit.use === 'redeemed'
            ? 'The circuit belongs to somebody else, who makes its peerings. Nothing of them is asked or changed here.'
            : 'The circuit could not be read, so whether it has a Microsoft peering is not known, and none is made here.'}
        </p>
      ) : there && found ? (
        <div id={place} tabIndex={-1} className={styles.group}>
          <PrefixValidation peering={there} />
          <p className={styles.note}>
            It is there and stays as it is.{' '}
            <Link className={styles.link} to={actionPath(found.id, 'microsoft-peering')}>
              Change it
            </Link>
          </p>
          <SaidLines said={said(place)} />
        </div>
      ) : isProvidersToMake(circuit, answers, around) ? (
        <div id={place} tabIndex={-1} className={styles.group}>
          <p className={styles.note}>
            <bdi>{providerOf(circuit, found)}</bdi> runs layer 3 and makes the peerings of this circuit, this
            one too: ask there for it. It shows here as soon as it is there, and none is made here.
          </p>
          <div>
            <Button
              onClick={() =>
                edit(`circuits.${index}.peering.by`, (now) => withPeeringAt(now, index, { by: 'customer' }))
              }
            >
              The provider does not
            </Button>
          </div>
          <SaidLines said={said(place)} />
        </div>
      ) : (
        <>
          {circuit.microsoft.wanted && why !== undefined && (
            <p className={styles.note}>
              <bdi>{why}</bdi> What stands here is kept, and made once that is done.
            </p>
          )}
          <div id={`${place}.wanted`}>
            <Switch
              label={`A Microsoft peering for ${name}`}
              checked={circuit.microsoft.wanted}
              onChange={(_, { checked }) =>
                edit(`${place}.wanted`, (now) => withMicrosoftAt(now, index, { wanted: checked }))
              }
            />
          </div>
          <div id={place} tabIndex={-1}>
            <SaidLines said={said(place)} />
          </div>
          {circuit.microsoft.wanted && <NewMicrosoft circuit={circuit} index={index} />}
        </>
      )}
    </section>
  )
}

function providerOf(circuit: CircuitAnswers, found: ExpressRouteCircuit | undefined): string {
  return found?.serviceProviderName ?? (circuit.provider || 'The provider')
}
