import type { FileProblem } from '../wire/estate-file.ts'
import type { Json } from '../wire/json.ts'
import { isObject, numberAt, textAt } from '../wire/read.ts'
import type { RunningOperation } from './estate.ts'

/** The `running` member of a downloaded estate: what was under way, as `RunningOperation` has it. */
export function runningIn(value: Json | undefined): { value: RunningOperation[]; problems: FileProblem[] } {
  if (value === undefined) return { value: [], problems: [] }
  if (!Array.isArray(value)) return { value: [], problems: [{ where: 'running', what: 'Not an array' }] }
  const running: RunningOperation[] = []
  const problems: FileProblem[] = []
  for (const [index, one] of value.entries()) {
    const operation = operationIn(one)
    if (operation === undefined)
      problems.push({
        where: `running[${index}]`,
        what: 'It needs resourceId, startedSecondsAgo, durationSeconds and shows (resource or router)',
      })
    else running.push(operation)
  }
  return { value: running, problems }
}

function operationIn(value: Json): RunningOperation | undefined {
  if (!isObject(value)) return undefined
  const resourceId = textAt(value.resourceId)
  const startedSecondsAgo = numberAt(value.startedSecondsAgo)
  const durationSeconds = numberAt(value.durationSeconds)
  const { shows, effect, inside, endsIn } = value
  if (resourceId === undefined || startedSecondsAgo === undefined || durationSeconds === undefined)
    return undefined
  if (shows !== 'resource' && shows !== 'router') return undefined
  return {
    resourceId,
    startedSecondsAgo,
    durationSeconds,
    shows,
    ...(isObject(effect) && { effect }),
    ...(isObject(inside) && { inside }),
    ...(endsIn === 'Failed' && { endsIn }),
  }
}
