import { JsonText } from '../JsonText.tsx'
import { VerdictIcon } from '../VerdictIcon.tsx'
import type { ChildAssociation, IkeAssociation } from '../../model/diagnostics/ike-association.ts'
import { codes, code, field, number, text } from '../../model/details/values.ts'
import { duration } from '../../model/format.ts'
import { type Difference, phase1Differences, phase2Differences } from '../../model/ipsec/ike-compare.ts'
import type { IpsecPolicy } from '../../model/resources/vpn.ts'
import { Facts } from './Facts.tsx'
import styles from './Parts.module.css'
import { Warnings } from './Warnings.tsx'
import ike from './Ike.module.css'

const UNTOLD = 'not in the answer'

interface IkeAssociationViewProps {
  association: IkeAssociation
  /** Which instance it ends in, or its number. */
  instance: string
  /** Absent: Azure's defaults hold, so there is nothing to compare with. */
  policy: IpsecPolicy | undefined
}

/** One tunnel's phase 1 with its phase 2, and how they stand to the policy. */
export function IkeAssociationView({ association, instance, policy }: IkeAssociationViewProps) {
  const { localEndpoint, remoteEndpoint, childAssociations } = association
  return (
    <article className={ike.association} aria-label={instance}>
      <h3 className={styles.heading}>
        <bdi>{instance}</bdi>{' '}
        <span className={styles.code}>
          <bdi>
            {localEndpoint ?? '?'} to {remoteEndpoint ?? '?'}
          </bdi>
        </span>
      </h3>
      <Phase1 association={association} policy={policy} />
      {childAssociations.length === 0 && (
        <Warnings
          texts={['Phase 1 is agreed, and phase 2 is not: proposals, PFS or traffic selectors differ.']}
        />
      )}
      {childAssociations.map((child, index) => (
        <Phase2
          key={index}
          child={child}
          policy={policy}
          number={childAssociations.length > 1 ? index + 1 : undefined}
        />
      ))}
      <details className={`${styles.details} ${styles.wide}`}>
        <summary>As Azure sent it</summary>
        <JsonText text={JSON.stringify(association.raw, null, 2)} label={`${instance}, as Azure sent it`} />
      </details>
    </article>
  )
}

function Phase1({ association, policy }: Pick<IkeAssociationViewProps, 'association' | 'policy'>) {
  const { encryption, integrity, dhGroup, lifetimeSeconds, elapsedSeconds, initiator } = association
  const left =
    lifetimeSeconds === undefined || elapsedSeconds === undefined
      ? undefined
      : (lifetimeSeconds - elapsedSeconds) * 1000
  return (
    <div className={ike.phase}>
      <h4 className={ike.name}>Phase 1</h4>
      <Agreement differences={policy && phase1Differences(association, policy)} />
      <Facts
        fields={[
          field('Encryption', code(encryption, UNTOLD)),
          field('Integrity', code(integrity, UNTOLD)),
          field('DH group', code(dhGroup, UNTOLD)),
          field(
            'Lifetime',
            number(lifetimeSeconds, (seconds) => `${seconds} s`),
          ),
          field(
            'Renewed in',
            left === undefined ? text(undefined, UNTOLD) : text(left > 0 ? duration(left) : 'due now'),
          ),
          field(
            'Initiated by',
            initiator === undefined ? text(undefined, UNTOLD) : text(initiator ? 'Azure' : 'the far side'),
          ),
        ]}
      />
    </div>
  )
}

interface Phase2Props {
  child: ChildAssociation
  policy: IpsecPolicy | undefined
  number: number | undefined
}

function Phase2({ child, policy, number: at }: Phase2Props) {
  return (
    <div className={ike.phase}>
      <h4 className={ike.name}>Phase 2{at === undefined ? '' : `, ${at}`}</h4>
      <Agreement differences={policy && phase2Differences(child, policy)} />
      <Facts
        fields={[
          field('Encryption', code(child.encryption, UNTOLD)),
          field('Integrity', code(child.integrity, UNTOLD)),
          field('PFS group', code(child.pfsGroup, UNTOLD)),
          field(
            'Lifetime',
            number(child.lifetimeSeconds, (seconds) => `${seconds} s`),
          ),
          field('Azure side', codes(child.localSelectors, UNTOLD)),
          field('Far side', codes(child.remoteSelectors, UNTOLD)),
        ]}
      />
    </div>
  )
}

function Agreement({ differences }: { differences: readonly Difference[] | undefined }) {
  if (differences === undefined)
    return <p className={styles.note}>No policy of its own to compare with: Azure’s defaults hold.</p>
  if (differences.length === 0)
    return (
      <p className={styles.warning}>
        <VerdictIcon verdict="healthy" alone />
        <span>As the policy asks for, where both say something.</span>
      </p>
    )
  return (
    <Warnings
      texts={differences.map(
        ({ part, agreed, policy }) =>
          `The ${part} agreed on is ${agreed}, and the policy asks for ${policy}.`,
      )}
    />
  )
}
