import {
  CheckmarkRegular,
  LockClosedRegular,
  ProhibitedRegular,
  QuestionRegular,
} from '@fluentui/react-icons'
import { CopyButton } from '../../../components/CopyButton.tsx'
import type { Resource } from '../../../model/resources/resource.ts'
import { decideRight } from '../../../model/rights/decide.ts'
import { grantedAt } from '../../../model/rights/granted-at.ts'
import { kindActions } from '../../../model/rights/kind-actions.ts'
import type { Right } from '../../../model/rights/right.ts'
import { factsText, placeName, rightWords } from '../../../model/rights/words.ts'
import { useGrants, useRightFacts } from '../../../queries/use-rights.ts'
import { useScope } from '../../../queries/use-scope.ts'
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx'
import { Locks } from './Locks.tsx'
import styles from './Rights.module.css'

/** Each thing one can do to the resource: allowed and from where, or what is in the way. */
export function RightsTable({ resource }: { resource: Resource }) {
  const facts = useRightFacts(resource.id)
  const grants = useGrants(resource.id)
  const { subscriptions } = useScope()
  return (
    <>
      <p className={styles.note}>
        What your roles allow, as far as Azure tells: deny assignments, and the conditions of a role
        assignment, are not in its answer. Where one holds, Azure refuses all the same.
      </p>
      <ScrollRegion label="Your rights here">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">To</th>
              <th scope="col">Allowed</th>
              <th scope="col">Action</th>
            </tr>
          </thead>
          <tbody>
            {kindActions(resource.kind, resource.type).map(({ label, action }) => {
              const right = decideRight({ ...facts, action })
              const words = rightWords(right, subscriptions)
              const from = grantedAt(grants, action)
              return (
                <tr key={action}>
                  <th scope="row">{label}</th>
                  <td>
                    <Answer
                      right={right}
                      from={
                        from === resource.id ? 'the resource itself' : from && placeName(from, subscriptions)
                      }
                      what={right.is === 'missing' ? 'no role of yours has this action here' : words?.what}
                    />
                  </td>
                  <td className={styles.action}>
                    <bdi>{action}</bdi>{' '}
                    <CopyButton
                      text={words ? factsText(words) : action}
                      label={
                        words ? `Copy what is needed to ${label.toLowerCase()}` : `Copy action ${action}`
                      }
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <Locks locks={facts.locks} scope={resource.id} subscriptions={subscriptions} />
    </>
  )
}

interface AnswerProps {
  right: Right
  /** Where an allowed action was given. */
  from: string | undefined
  what: string | undefined
}

function Answer({ right, from, what }: AnswerProps) {
  return (
    <span className={styles.answer}>
      <span className={styles.icon} aria-hidden>
        {iconOf(right)}
      </span>
      <span>
        <strong>{ANSWERS[right.is]}</strong>
        {right.is === 'allowed' && from !== undefined && <bdi>, from {from}</bdi>}
        {right.is === 'unknown' && <bdi>: your rights could not be read ({right.error.code})</bdi>}
        {what !== undefined && right.is !== 'reading' && <bdi>: {what}</bdi>}
      </span>
    </span>
  )
}

const ANSWERS: Record<Right['is'], string> = {
  allowed: 'Yes',
  reading: 'Being read',
  unknown: 'Not known',
  missing: 'No',
  locked: 'No',
  readOnly: 'No',
  subscription: 'No',
}

function iconOf({ is }: Right) {
  switch (is) {
    case 'allowed':
      return <CheckmarkRegular />
    case 'reading':
    case 'unknown':
      return <QuestionRegular />
    case 'locked':
      return <LockClosedRegular />
    case 'missing':
    case 'readOnly':
    case 'subscription':
      return <ProhibitedRegular />
    default:
      return is satisfies never
  }
}
