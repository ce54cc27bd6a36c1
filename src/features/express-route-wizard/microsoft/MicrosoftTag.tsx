import styles from '../../../components/wizard/FormStep.module.css'
import type { CircuitAnswers } from '../../../model/express-route/answers.ts'
import { canHaveMicrosoft, microsoftThere } from '../../../model/express-route/microsoft.ts'
import { circuitThere } from '../../../model/express-route/place.ts'
import { SET_UP_TAGS, setUpOf } from '../../../model/express-route/set-up-tags.ts'
import { useWizard } from '../wizard.ts'
import { WriteTag } from '../WriteTag.tsx'

/** That a Microsoft peering is wanted stands in no member of a circuit until there is one: a tag tells any browser. */
export function MicrosoftTag({ circuit }: { circuit: CircuitAnswers }) {
  const { answers, around } = useWizard()
  const { wanted } = circuit.microsoft
  const found = circuitThere(circuit, answers, around)
  const isAsked = canHaveMicrosoft(circuit, answers, around) && !microsoftThere(circuit, answers, around)
  if (!found || !isAsked) return null
  const isNoted = setUpOf(found).microsoft !== undefined
  if (isNoted === wanted) return null
  const tag = <code>{SET_UP_TAGS.microsoft}</code>
  return (
    <div className={styles.group}>
      <p className={styles.note}>
        {wanted ? (
          <>
            Only this browser knows that <bdi>{found.name}</bdi> is to have it. As its tag {tag} any other
            knows it too. Nothing else changes.
          </>
        ) : (
          <>
            The tag {tag} of <bdi>{found.name}</bdi> still says that one is wanted.
          </>
        )}
      </p>
      <WriteTag
        circuit={found}
        tag={SET_UP_TAGS.microsoft}
        value={wanted ? 'wanted' : undefined}
        label={wanted ? `Note it on ${found.name}` : `Take the tag off ${found.name}`}
      />
    </div>
  )
}
