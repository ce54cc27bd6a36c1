import { KeyRegular, ServerRegular } from '@fluentui/react-icons'
import { Link } from 'react-router-dom'
import deploy from '../../../components/wizard/deploy/Deploy.module.css'
import { Meanwhile } from '../../../components/wizard/deploy/Meanwhile.tsx'
import { stepPath } from '../../../components/wizard/shown-wizard.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { PhaseRun } from '../PhaseRun.tsx'
import { useWizard } from '../wizard.ts'

const ORDERED = { step: 'ordered' } as const

const afterOrder = () =>
  ({
    next: 'provider',
    words: { kept: '', next: 'Billing has begun. Next: hand each service key to its provider.' },
  }) as const

/** How the circuits are made. */
export function OrderedStep() {
  return (
    <PhaseRun
      runAt={ORDERED}
      phase="order"
      after={afterOrder}
      meanwhile={(run) => <WhileProviderWorks run={run} />}
    />
  )
}

/** The gateway takes longest and waits for nobody. */
function WhileProviderWorks({ run }: { run: PlanRun }) {
  const wizard = useWizard()
  const { draft } = run.origin
  if (draft === undefined) return null
  const at = (step: 'provider' | 'gateway') => stepPath(step, `?draft=${draft}`, wizard)
  const direct = wizard.answers.goal.port === 'direct'
  return (
    <Meanwhile
      title="Meanwhile"
      items={[
        ...(direct
          ? []
          : [
              {
                icon: <KeyRegular aria-hidden />,
                title: 'Hand over the service keys:',
                text: 'a card for each circuit, once it is there.',
                action: (
                  <Link className={deploy.link} to={at('provider')}>
                    Open the cards
                  </Link>
                ),
              },
            ]),
        {
          icon: <ServerRegular aria-hidden />,
          title: 'Plan the gateway:',
          text: direct ? 'it takes longest.' : 'it takes longest, and need not wait for the provider.',
          action: (
            <Link className={deploy.link} to={at('gateway')}>
              Go to Gateway
            </Link>
          ),
        },
      ]}
    />
  )
}
