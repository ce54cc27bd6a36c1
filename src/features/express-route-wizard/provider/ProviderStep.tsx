import { useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { FormStep } from '../../../components/wizard/FormStep.tsx'
import { stepPath } from '../../../components/wizard/shown-wizard.ts'
import { isAwaited } from '../../../model/circuit/stages.ts'
import { circuitThere, existingGateway, isOnPort } from '../../../model/express-route/place.ts'
import { areReady } from '../../../model/express-route/readiness.ts'
import { useContact } from '../../../queries/use-contact.ts'
import { useOthersAtWork } from '../../../queries/use-others-at-work.ts'
import { useWizard } from '../wizard.ts'
import { CircuitAtProvider } from './CircuitAtProvider.tsx'
import { othersWork } from './others-work.ts'
import styles from './Provider.module.css'
import { useOnceFree } from './use-once-free.ts'

/** What others do, outside of Azure: each circuit's order for its provider, watched until it is done. */
export function ProviderStep() {
  const { answers, around, pathOf } = useWizard()
  const { contact, setContact } = useContact()
  const there = answers.circuits.map((circuit) => ({
    circuit,
    found: circuitThere(circuit, answers, around),
  }))
  const ids = there.flatMap(({ found }) => (found ? [othersWork(found).id] : []))
  const { watched, since } = useOthersAtWork([...new Set(ids)], isAwaited)
  const allReady = areReady(answers, around)
  useGoOn(allReady)
  const gateway = existingGateway(answers, around)
  return (
    <FormStep
      lead={
        answers.circuits.every((circuit) => isOnPort(circuit, answers, around))
          ? 'A circuit on an own port has no provider: it carries traffic once the links of the port are switched on.'
          : 'The provider does its part outside of Azure, in hours to weeks. Its state is read again and again while this page is open.'
      }
    >
      {there.map(({ circuit, found }, index) => (
        <CircuitAtProvider
          key={circuit.key}
          circuit={circuit}
          index={index}
          found={found}
          watched={watched.find(({ id }) => found && id === othersWork(found).id)}
          since={since}
          contact={contact}
          onContact={setContact}
        />
      ))}
      <section className={styles.meanwhile} aria-label={allReady ? 'Next' : 'Meanwhile'}>
        <h2 className={styles.heading}>{allReady ? 'Next' : 'Meanwhile'}</h2>
        {allReady ? (
          <p className={styles.text}>Every circuit is ready for its peering.</p>
        ) : (
          <ul className={styles.list}>
            <li>
              Close this page whenever you like. This set-up is kept among the{' '}
              <Link className={styles.link} to="/create/expressroute">
                drafts
              </Link>{' '}
              of this browser, and “Continue set-up” on the page of a circuit leads here from any other.
            </li>
            {gateway === undefined && (
              <li>
                <Link className={styles.link} to={pathOf('gateway')}>
                  Make the gateway meanwhile
                </Link>
                : it needs no circuit, and takes longest of all that is made here.
              </li>
            )}
          </ul>
        )}
      </section>
    </FormStep>
  )
}

/** Once the last circuit became ready before somebody's eyes, the next step is shown; not from under what is being typed. */
function useGoOn(allReady: boolean): void {
  const wizard = useWizard()
  const navigate = useNavigate()
  const [wasReady] = useState(allReady)
  useOnceFree(allReady && !wasReady, () => {
    void wizard.leave('provider').then((search) => navigate(stepPath('peering', search, wizard)))
  })
}
