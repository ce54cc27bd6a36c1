import { Button } from '@fluentui/react-components'
import { useNavigate } from 'react-router-dom'
import { stepPath } from '../../../components/wizard/shown-wizard.ts'
import { resourcePath } from '../../../model/paths.ts'
import { AfterRun } from '../AfterRun.tsx'
import { HOME } from '../steps.ts'
import { VerifyBranches } from './VerifyBranches.tsx'

/** The last step: what was connected, looked at until it carries traffic. */
export function VerifyStep() {
  const navigate = useNavigate()
  return (
    <AfterRun
      nothing="No branch to verify yet"
      page={(targets) => <VerifyBranches targets={targets} />}
      back={({ key }) => stepPath('devices', `?run=${encodeURIComponent(key)}`, { home: HOME })}
      footer={({ gatewayId }) => (
        <Button appearance="primary" onClick={() => void navigate(resourcePath(gatewayId))}>
          Finish
        </Button>
      )}
    />
  )
}
