import { Checkbox } from '@fluentui/react-components'
import { Link } from 'react-router-dom'
import { isAgreed, withConsent, withoutConsent } from '../../../model/express-route/consent.ts'
import { SET_UP_TAGS, setUpTags } from '../../../model/express-route/set-up-tags.ts'
import { chosenTargetIdOf } from '../../../model/express-route/place.ts'
import { count } from '../../../model/format.ts'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { PhaseReview } from '../PhaseReview.tsx'
import { useWizard } from '../wizard.ts'
import styles from '../Notice.module.css'

const ORDERED = { step: 'ordered' } as const

/** The circuits alone, as a document for a colleague, and the consent to what they cost from then on. */
export function OrderStep() {
  return (
    <PhaseReview phase="order" runAt={ORDERED}>
      <Cost />
    </PhaseReview>
  )
}

const MEANINGS: readonly [tag: string, meaning: string][] = [
  [SET_UP_TAGS.setUp, 'which circuits belong together'],
  [SET_UP_TAGS.resiliency, 'what was to survive'],
  [SET_UP_TAGS.target, 'what they are to lead to'],
  [SET_UP_TAGS.layer3, 'that the provider makes the private peering'],
  [SET_UP_TAGS.microsoft, 'that a Microsoft peering is wanted'],
]

/** Said before there is a service key: from then on it is billed. */
function Cost() {
  const { answers, around, plans, said, edit, pathOf } = useWizard()
  const number = plans.order.plan.resources.length
  if (number === 0) return null
  const them = number === 1 ? 'the circuit' : `${count(number, 'circuit')}`
  const target = chosenTargetIdOf(answers, around)
  const tags = Object.assign({}, ...answers.circuits.map((one) => setUpTags(answers, one, target))) as Record<
    string,
    string
  >
  const direct = answers.goal.port === 'direct'
  return (
    <section className={styles.notice} aria-labelledby="cost" id="order.ready">
      <h2 className={styles.heading} id="cost">
        Billing starts now
      </h2>
      <p className={styles.text}>
        Microsoft bills {them} from the moment {number === 1 ? 'it is' : 'they are'} created and until{' '}
        {number === 1 ? 'it is' : 'they are'} deleted, whether or not anything runs over{' '}
        {number === 1 ? 'it' : 'them'}.{' '}
        {direct
          ? 'The ports are billed by themselves.'
          : 'The provider bills its part by itself, and may need days to weeks. Order when it is ready.'}
      </p>
      <Checkbox
        label={
          direct
            ? `My ports are cabled: create ${them}, billing starts now`
            : `My provider is ready: create ${them}, billing starts now`
        }
        checked={isAgreed(answers, around)}
        onChange={(_, { checked }) =>
          edit('order.ready', (now) => (checked === true ? withConsent(now, around) : withoutConsent(now)))
        }
      />
      <SaidLines said={said('order.ready')} />
      <p className={styles.note}>
        Tags tell any browser later, without this draft:{' '}
        {MEANINGS.filter(([tag]) => tags[tag] !== undefined).map(([tag, meaning], at) => (
          <span key={tag}>
            {at > 0 && ', '}
            <code>{tag}</code> {meaning}
          </span>
        ))}
        . Nothing else goes by them.
        {tags[SET_UP_TAGS.target] === undefined && (
          <>
            {' '}
            What the circuits are to lead to is not in them: it was not chosen yet. Any other browser asks it
            again.{' '}
            <Link className={styles.link} to={`${pathOf('resiliency')}#goal.target`}>
              Choose it now
            </Link>
          </>
        )}
      </p>
    </section>
  )
}
