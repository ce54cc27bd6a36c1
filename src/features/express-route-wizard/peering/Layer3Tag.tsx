import styles from '../../../components/wizard/FormStep.module.css'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { isProviderLayer3, SET_UP_TAGS } from '../../../model/express-route/set-up-tags.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { WriteTag } from '../WriteTag.tsx'

interface Layer3TagProps {
  by: CircuitAnswers['peering']['by']
  /** `undefined`: it is to be ordered, and gets its tags then. */
  found: ExpressRouteCircuit | undefined
}

/** That the provider runs layer 3 stands in no member of a circuit: a tag tells any browser, and the page of the circuit. */
export function Layer3Tag({ by, found }: Layer3TagProps) {
  const tag = <code>{SET_UP_TAGS.layer3}</code>
  if (!found)
    return by === 'customer' ? null : (
      <p className={styles.note}>
        The circuit gets the tag {tag} with its order, so that any browser knows it.
      </p>
    )
  const isNoted = isProviderLayer3(found)
  if (isNoted === (by === 'provider'))
    return isNoted ? (
      <p className={styles.note}>
        The tag {tag} of <bdi>{found.name}</bdi> says so, to any browser and to its page.
      </p>
    ) : null
  return <Write circuit={found} noted={isNoted} />
}

function Write({ circuit, noted }: { circuit: ExpressRouteCircuit; noted: boolean }) {
  return (
    <div className={styles.group}>
      <p className={styles.note}>
        {noted ? (
          <>
            The tag <code>{SET_UP_TAGS.layer3}</code> of <bdi>{circuit.name}</bdi> still says that the
            provider does.
          </>
        ) : (
          <>
            Only this browser knows it. As the tag <code>{SET_UP_TAGS.layer3}</code> of{' '}
            <bdi>{circuit.name}</bdi> any other knows it too, and nobody makes a second peering. Nothing else
            changes.
          </>
        )}
      </p>
      <WriteTag
        circuit={circuit}
        tag={SET_UP_TAGS.layer3}
        value={noted ? undefined : 'provider'}
        label={noted ? 'Take the tag off' : `Write the tag on ${circuit.name}`}
      />
    </div>
  )
}
