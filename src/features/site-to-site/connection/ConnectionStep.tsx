import { PolicyFields } from '../../../components/PolicyFields.tsx'
import type { PolicyProblem, TypedPolicy } from '../../../model/edits/ipsec-policy.ts'
import { defaultReason } from '../../../model/site-to-site/default-reason.ts'
import { siteNameOf } from '../../../model/site-to-site/place.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { PictureStep } from '../PictureStep.tsx'
import { TextAnswer } from '../fields.ts'
import styles from '../../../components/wizard/FormStep.module.css'
import { withSiteAt } from '../with-answers.ts'
import { withConnection } from '../with-answers.ts'
import { useWizard } from '../wizard.ts'
import { AdvancedConnection } from './AdvancedConnection.tsx'
import { SharedKeys } from './SharedKeys.tsx'

/** What both sides agree on: key, protocol and policy. */
export function ConnectionStep() {
  const { answers, around, said, edit } = useWizard()
  const { connection, sites } = answers
  const unasked = (policy: typeof connection.policy) =>
    connection.policy === policy ? defaultReason('connection.policy', answers, around) : undefined
  return (
    <PictureStep lead="The device needs the same key and the same policy, or the tunnel stays down.">
      {sites.map((site, index) => (
        <TextAnswer
          key={site.key}
          field={`sites.${index}.connection`}
          label={`Connection to ${siteNameOf(site) || `device ${index + 1}`}`}
          value={site.connection}
          set={(now, name) => withSiteAt(now, index, { connection: name })}
        />
      ))}
      <SharedKeys />
      <ChoiceField
        id="connection.protocol"
        label="IKE version"
        value={connection.protocol}
        said={said('connection.protocol')}
        choices={[
          {
            value: 'IKEv2',
            label: 'IKEv2',
            help: 'Renews its keys without dropping the tunnel.',
            why: connection.protocol === 'IKEv2' ? 'Default' : undefined,
          },
          { value: 'IKEv1', label: 'IKEv1', help: 'For devices without IKEv2: each renewal interrupts.' },
        ]}
        onChange={(protocol) => edit('connection.protocol', (now) => withConnection(now, { protocol }))}
      />
      <ChoiceField
        id="connection.policy"
        label="IPsec policy"
        value={connection.policy}
        said={said('connection.policy')}
        choices={[
          {
            value: 'default',
            label: 'Azure’s defaults',
            help: 'Several offers, which most devices come up with at once. DH group 2 in phase 1, considered weak.',
            why: unasked('default'),
          },
          {
            value: 'Strong',
            label: 'Strong',
            help: 'AES-GCM 256, SHA-384, ECP384, and nothing else is accepted.',
          },
          {
            value: 'Compatible',
            label: 'Compatible',
            help: 'AES 256, SHA-256, DH group 14, which most devices with IKEv2 take.',
            why: unasked('Compatible'),
          },
          { value: 'custom', label: 'Custom', help: 'Every value by hand.' },
        ]}
        onChange={(policy) => edit('connection.policy', (now) => withConnection(now, { policy }))}
      />
      {connection.policy === 'custom' && <CustomPolicy />}
      <AdvancedConnection />
    </PictureStep>
  )
}

function CustomPolicy() {
  const { answers, said, edit } = useWizard()
  const { custom } = answers.connection
  // A record's keys are its fields.
  const fields = Object.keys(custom) as (keyof TypedPolicy)[]
  const problems = fields.flatMap((field) =>
    said(`connection.custom.${field}`).map(({ is, text }): PolicyProblem => ({ field, is, text })),
  )
  return (
    <div className={styles.questions} id="connection.custom">
      <PolicyFields
        policy={custom}
        problems={problems}
        idPrefix="connection.custom."
        onChange={(change) =>
          edit('connection.custom', (now) =>
            withConnection(now, { custom: { ...now.connection.custom, ...change } }),
          )
        }
      />
    </div>
  )
}
