import { Switch } from '@fluentui/react-components'
import { useId } from 'react'
import styles from '../../../components/wizard/FormStep.module.css'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import type { CircuitAnswers, ConnectionAnswers } from '../../../model/express-route/answers.ts'
import { FAST_PATH_UNITS, HUB_FAST_PATH_UNITS, SCALE } from '../../../model/express-route/gateway-skus.ts'
import {
  circuitNameOf,
  circuitThere,
  connectionIdOf,
  isThere,
  needsAuthorization,
} from '../../../model/express-route/place.ts'
import { whyNotReady } from '../../../model/express-route/readiness.ts'
import { isConnectionMade } from '../../../model/express-route/standing.ts'
import { Folded } from '../../../ui/wizard/Folded.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { TextAnswer } from '../fields.ts'
import { withConnectionAt } from '../with-circuit.ts'
import { useWizard } from '../wizard.ts'
import { AuthorizationKey } from './AuthorizationKey.tsx'

/** The connection to one circuit. */
export function CircuitConnection({ circuit, index }: { circuit: CircuitAnswers; index: number }) {
  const { answers, around, said, edit, checks, isTold } = useWizard()
  const heading = useId()
  const found = circuitThere(circuit, answers, around)
  const why = found && whyNotReady(found, around)
  const name = circuitNameOf(circuit) || `Circuit ${index + 1}`
  const { connection } = circuit
  const place = `circuits.${index}.connection`
  const id = connectionIdOf(circuit, answers, around)
  const set = (change: Partial<ConnectionAnswers>) => (now: typeof answers) =>
    withConnectionAt(now, index, change)
  const isNeeded = checks.some(
    (one) =>
      one.step === 'connection' &&
      one.field.startsWith(`${place}.`) &&
      !one.field.endsWith('.name') &&
      isTold(one),
  )
  return (
    <section className={styles.site} aria-labelledby={heading}>
      <h2 className={styles.heading} id={heading}>
        To {found ? <ResourceLink id={found.id} name={found.name} /> : <bdi>{name}</bdi>}
      </h2>
      {isConnectionMade(circuit, answers, around) ? (
        <p className={styles.given}>
          <ResourceLink id={id} /> is there already, and stays as it is.
        </p>
      ) : (
        <>
          {isThere(id, around) && (
            <p className={styles.note}>
              <ResourceLink id={id} /> is there, but not as planned, or it failed.
            </p>
          )}
          {why !== undefined && (
            <p className={styles.note}>
              <bdi>{why}</bdi> The connection is made once that is done.
            </p>
          )}
          <div id={place} tabIndex={-1}>
            <SaidLines said={said(place)} />
          </div>
          <TextAnswer
            field={`${place}.name`}
            label={`Connection to ${name}`}
            value={connection.name}
            set={(now, typed) => withConnectionAt(now, index, { name: typed })}
          />
          {needsAuthorization(circuit, answers, around) && (
            <AuthorizationKey circuit={circuit} index={index} name={name} />
          )}
          <Folded title="Advanced" defaults={defaultsOf(connection)} needed={isNeeded}>
            <TextAnswer
              field={`${place}.weight`}
              label="Routing weight"
              help="0 to 32000. Of several ways to the same network the heavier one is taken; the same weight shares."
              numeric
              value={connection.weight}
              set={(now, weight) => withConnectionAt(now, index, { weight })}
            />
            <div id={`${place}.fastPath`}>
              <Switch
                label="FastPath"
                checked={connection.fastPath}
                onChange={(_, { checked }) =>
                  edit(
                    `${place}.fastPath`,
                    set({ fastPath: checked, ...(!checked && { privateLinkFastPath: false }) }),
                  )
                }
              />
              <p className={styles.note}>
                Traffic from on-premises goes past the gateway, straight to the machines.{' '}
                {answers.goal.to === 'hub'
                  ? `In a hub it is for circuits on own ports, from ${HUB_FAST_PATH_UNITS} scale units, and there it is on by itself.`
                  : `Needs UltraPerformance, ErGw3AZ or ${SCALE} with at least ${FAST_PATH_UNITS} units.`}
              </p>
              <SaidLines said={said(`${place}.fastPath`)} />
            </div>
            {connection.fastPath && (
              <div id={`${place}.privateLinkFastPath`}>
                <Switch
                  label="FastPath to private endpoints"
                  checked={connection.privateLinkFastPath}
                  onChange={(_, { checked }) =>
                    edit(`${place}.privateLinkFastPath`, set({ privateLinkFastPath: checked }))
                  }
                />
                <p className={styles.note}>Only on circuits of an own port, and not in every region.</p>
                <SaidLines said={said(`${place}.privateLinkFastPath`)} />
              </div>
            )}
          </Folded>
        </>
      )}
    </section>
  )
}

function defaultsOf({ weight, fastPath, privateLinkFastPath }: ConnectionAnswers): string {
  const path = privateLinkFastPath
    ? 'FastPath, to private endpoints too'
    : fastPath
      ? 'FastPath'
      : 'no FastPath'
  return `weight ${weight === '' ? '0' : weight}, ${path}`
}
