import type { Answer } from '../../arm/answer.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Living } from '../../store/living.ts'
import { isObject, objectAt, textAt } from '../../wire/read.ts'
import { change, unreadable, type Action } from './start.ts'

/** What each step does to the status, and which phase it goes on from (VPN gateway document 1.8). Nothing is recorded. */
const STEPS = {
  Prepare: { seconds: 600, after: ['None', 'AbortSucceeded', 'CommitSucceeded'] },
  Execute: { seconds: 600, after: ['PrepareSucceeded'] },
  Commit: { seconds: 300, after: ['ExecuteSucceeded'] },
  Abort: { seconds: 600, after: ['PrepareSucceeded', 'ExecuteSucceeded'] },
} as const

type Step = keyof typeof STEPS

/** POST prepareMigration { migrationType }. */
export const prepareMigration: Action = (exchange, at) => {
  const type = isObject(exchange.body) ? textAt(exchange.body.migrationType) : undefined
  return type === 'UpgradeDeploymentToStandardIP' ? migrate('Prepare', exchange, at) : unreadable()
}
/** POST executeMigration: the interruption of up to ten minutes is not imitated. */
export const executeMigration: Action = (exchange, at) => migrate('Execute', exchange, at)
export const commitMigration: Action = (exchange, at) => migrate('Commit', exchange, at)
export const abortMigration: Action = (exchange, at) => migrate('Abort', exchange, at)

/** Headers, durations and the refusal of a step out of turn are assumed. */
function migrate(step: Step, exchange: Exchange, at: Living): Answer {
  const { seconds, after } = STEPS[step]
  const phase = textAt(objectAt(at.properties.virtualNetworkGatewayMigrationStatus).phase) ?? 'None'
  if (!after.some((one) => one === phase)) {
    return networkError(
      400,
      'VirtualNetworkGatewayMigrationPhaseNotValid',
      `The migration of virtual network gateway ${at.row.id} is in phase ${phase}: ${step} is not possible.`,
    )
  }
  const status = (state: string, reached: string) => ({
    virtualNetworkGatewayMigrationStatus: { state, phase: reached },
  })
  return change(exchange, at, {
    name: `${step}MigrationVirtualNetworkGatewayOperation`,
    seconds,
    properties: status('InProgress', step),
    brings: () => ({ properties: status('Succeeded', `${step}Succeeded`) }),
  })
}
