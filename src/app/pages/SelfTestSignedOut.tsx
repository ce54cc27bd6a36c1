import { useState } from 'react'
import type { HubError } from '../../model/errors.ts'
import { useDeployment } from '../../queries/use-deployment.ts'
import { browserFacts } from './browser-facts.ts'
import { SelfTest } from './SelfTest.tsx'
import styles from './SelfTest.module.css'

const NOBODY: HubError = {
  kind: 'auth',
  code: 'SignInNeeded',
  message: 'Nobody is signed in.',
  details: [],
}

/** The test without a sign-in: what it can say of the app, the browser and the failed try. */
export function SelfTestSignedOut({ problem }: { problem: HubError | undefined }) {
  const deployment = useDeployment()
  const [at] = useState(() => Date.now())
  const [browser] = useState(browserFacts)
  return (
    <div className={styles.section}>
      <SelfTest
        demo={false}
        facts={{
          reading: { at, token: { is: 'none', error: problem ?? NOBODY }, answer: { is: 'notAsked' } },
          browser,
          ...(deployment && { deployment }),
          ...(problem && { problem }),
        }}
      />
    </div>
  )
}
