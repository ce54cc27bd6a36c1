import { Switch } from '@fluentui/react-components'
import { PolicyFields } from '../../../components/PolicyFields.tsx'
import form from '../../../components/wizard/FormStep.module.css'
import type { PolicyProblem, TypedPolicy } from '../../../model/edits/ipsec-policy.ts'
import { count } from '../../../model/format.ts'
import { AskField } from '../../../ui/wizard/AskField.tsx'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { Folded } from '../../../ui/wizard/Folded.tsx'
import { PictureStep } from '../PictureStep.tsx'
import { useWizard } from '../wizard.ts'
import { withConnection } from '../with-connection.ts'
import { BranchKeys } from './BranchKeys.tsx'

/** What the hub and the devices agree on, the same for all branches. */
export function ConnectionStep() {
  const { answers, said, edit } = useWizard()
  const { connection, sites } = answers
  return (
    <PictureStep
      lead={
        sites.length === 1
          ? 'The device needs the same key and the same policy, or its tunnels stay down.'
          : `The same for all ${count(sites.length, 'branch', 'branches')}. One that needs something else is changed on the page of its connection afterwards.`
      }
    >
      <BranchKeys />
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
            help: 'Several offers, which most devices come up with at once.',
            why: connection.policy === 'default' ? 'Default' : undefined,
          },
          {
            value: 'Strong',
            label: 'Strong',
            help: 'AES-GCM 256, SHA-384, ECP384, and nothing else is accepted. The fastest, too.',
          },
          {
            value: 'Compatible',
            label: 'Compatible',
            help: 'AES 256, SHA-256, DH group 14, which most devices with IKEv2 take.',
          },
          { value: 'custom', label: 'Custom', help: 'Every value by hand.' },
        ]}
        onChange={(policy) => edit('connection.policy', (now) => withConnection(now, { policy }))}
      />
      {connection.policy === 'custom' && <CustomPolicy />}
      <Advanced />
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
    <div className={form.questions} id="connection.custom">
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

/** BGP, the default route and traffic selectors. */
function Advanced() {
  const { answers, checks, isTold } = useWizard()
  const { bgp, defaultRoute, policyBased } = answers.connection
  const needed = checks.some(
    (one) => /^connection\.(bgp|defaultRoute|policyBased)/.test(one.field) && isTold(one),
  )
  return (
    <Folded
      title="Advanced"
      defaults={[
        bgp ? 'BGP where a link has an AS number' : 'no BGP',
        defaultRoute ? 'default route to the branches' : 'no default route',
        policyBased ? 'policy-based selectors' : 'route-based selectors',
      ].join(', ')}
      needed={needed}
    >
      <Flag
        member="bgp"
        label="BGP"
        word="Links with an AS number speak BGP"
        help="Off: only the prefixes of each site are sent to it, also where a device has an AS number."
      />
      <Flag
        member="defaultRoute"
        label="Propagate the default route"
        word="Branches learn the hub’s default route"
        help="For hubs with a firewall: the branches then reach the internet through it."
      />
      <Flag
        member="policyBased"
        label="Traffic selectors"
        word="Policy-based"
        help="Off: any to any, as route-based devices expect. On: each pair of networks, for policy-based devices."
      />
    </Folded>
  )
}

interface FlagProps {
  member: 'bgp' | 'defaultRoute' | 'policyBased'
  label: string
  word: string
  help: string
}

function Flag({ member, label, word, help }: FlagProps) {
  const { answers, said, edit } = useWizard()
  const field = `connection.${member}`
  return (
    <AskField id={field} label={label} help={help} said={said(field)}>
      <Switch
        label={word}
        checked={answers.connection[member]}
        onChange={(_, { checked }) => edit(field, (now) => withConnection(now, { [member]: checked }))}
      />
    </AskField>
  )
}
