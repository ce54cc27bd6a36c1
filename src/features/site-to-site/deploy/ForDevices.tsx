import { DocumentTextRegular, KeyRegular } from '@fluentui/react-icons'
import { Link } from 'react-router-dom'
import { CopyButton } from '../../../components/CopyButton.tsx'
import deploy from '../../../components/wizard/deploy/Deploy.module.css'
import { Meanwhile } from '../../../components/wizard/deploy/Meanwhile.tsx'
import { stepPath } from '../../../components/wizard/shown-wizard.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import { connectionIdOf } from '../../../model/site-to-site/place.ts'
import { useWizard } from '../wizard.ts'
import { handedKeys } from './handed-keys.ts'

/** What there is to do while Azure works: the other end of each tunnel. */
export function ForDevices({ run, isOver }: { run: PlanRun; isOver: boolean }) {
  const { draft } = run.origin
  const wizard = useWizard()
  const connections = run.resources.filter(({ type }) => /\/connections$/i.test(type))
  const sent = new Set(connections.map(({ id }) => keyOf(id)))
  const { answers, around } = wizard
  const sites = answers.sites.filter((site) => sent.has(keyOf(connectionIdOf(site, answers, around))))
  // Of another draft, or of none, they are not this run's.
  const keys = draft !== undefined && wizard.draft === draft ? handedKeys(wizard.keys, sites) : []
  const files = draft === undefined ? undefined : stepPath('device', `?draft=${draft}`, wizard)
  return (
    <Meanwhile
      title={isOver ? 'For the devices' : 'Meanwhile'}
      items={[
        ...(files === undefined
          ? []
          : [
              {
                icon: <DocumentTextRegular aria-hidden />,
                title: 'Prepare the devices:',
                text: 'their configurations are ready, with a placeholder for the key.',
                action: (
                  <Link className={deploy.link} to={files}>
                    Open device files
                  </Link>
                ),
              },
            ]),
        {
          icon: <KeyRegular aria-hidden />,
          title: 'Hand over the shared key:',
          text:
            keys.length > 0
              ? 'it is in this tab’s memory only, and gone after a reload. Azure has it too, once a connection is made.'
              : connections.length > 0
                ? 'it is no longer in this tab’s memory. Azure tells it on the page of a connection, once that is made.'
                : 'there is none in this run.',
          action: (
            <span className={deploy.copies}>
              {keys.length > 0
                ? keys.map(({ label, key }) => <CopyButton key={label} worded text={key} label={label} />)
                : connections.map(({ id }) => <bdi key={id}>{nameOfId(id)}</bdi>)}
            </span>
          ),
        },
      ]}
    />
  )
}
