import { Switch } from '@fluentui/react-components'
import { TunnelQuestions } from '../../../components/wizard/TunnelQuestions.tsx'
import { count } from '../../../model/format.ts'
import { AskField } from '../../../ui/wizard/AskField.tsx'
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
      <TunnelQuestions
        answers={connection}
        said={said}
        notes={{ Strong: 'The fastest, too.' }}
        why={{ default: connection.policy === 'default' ? 'Default' : undefined }}
        onChange={(field, change) => edit(field, (now) => withConnection(now, change(now.connection)))}
      />
      <Advanced />
    </PictureStep>
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
