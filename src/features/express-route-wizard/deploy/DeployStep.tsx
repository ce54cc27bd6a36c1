import { PhaseRun } from '../PhaseRun.tsx'
import { afterDeploy } from './after-deploy.ts'

const DEPLOYED = {}

/** How what connects the circuits is made. */
export function DeployStep() {
  return <PhaseRun runAt={DEPLOYED} phase="connect" after={afterDeploy} meanwhile={() => null} />
}
