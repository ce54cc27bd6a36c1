import { type TypicalTime, typicalTime } from '../operations/durations.ts'
import type { ChangeType, MemberDelta, ResourceChange } from '../deployments/changes.ts'
import { keyOf, nameOfId } from '../paths.ts'
import { kindWords } from './change-request.ts'
import { creationOf, type TypicalOf } from './plan-time.ts'
import type { Plan } from './plan.ts'
import { groupId } from './requests.ts'

/** `again`: it is there, and its making failed. `untold`: Azure does not say what it would do. */
type ChangeIs = 'create' | 'again' | 'modify' | 'none' | 'delete' | 'untold'

/** One line of what a plan changes. */
export interface ChangeRow {
  /** ARM id, of a group too. */
  id: string
  is: ChangeIs
  name: string
  /** `Subnet of vnet-hub-sdc` */
  kind: string
  settings: string
  /** It can be opened now. */
  isThere: boolean
  typical?: TypicalTime
  /** Members that change, of what is there already. */
  deltas: readonly MemberDelta[]
  /** Where Azure foresees something else than is planned: a sentence. */
  differs?: string
}

const WORDS: Record<ChangeIs, string> = {
  create: 'Create',
  again: 'Write again',
  modify: 'Modify',
  none: 'No change',
  delete: 'Delete',
  untold: 'Not told',
}

export function changeWord(is: ChangeIs): string {
  return WORDS[is]
}

/**
 * Everything a plan writes and refers to, in its order. Where Azure was asked, its word counts, and where it differs from the plan
 * that is said.
 * @param foreseen `undefined`: not asked yet
 * @param known `hasFailed`: what is there and did not come to be, by id; Azure foresees no change of it
 */
export function changeRows(
  plan: Plan,
  foreseen?: readonly ResourceChange[],
  known: { typicalOf?: TypicalOf; hasFailed?: (id: string) => boolean } = {},
): ChangeRow[] {
  const { typicalOf = typicalTime, hasFailed = () => false } = known
  const row = (...of: Parameters<typeof rowOf>) => timed(rowOf(...of), typicalOf)
  const told = new Map((foreseen ?? []).map((one) => [keyOf(one.id), one]))
  const groups = plan.groups.map((group): ChangeRow => ({
    id: groupId(group),
    is: 'create',
    name: group.name,
    kind: 'Resource group',
    settings: group.location,
    isThere: false,
    deltas: [],
  }))
  const written = plan.resources.map(({ id, settings }) =>
    again(row(id, settings, 'create', foreseen && (told.get(keyOf(id)) ?? 'silent')), hasFailed(id)),
  )
  const used = plan.uses.map(({ id, note }) => row(id, note, 'none', told.get(keyOf(id))))
  const planned = new Set([...written, ...used].map(({ id }) => keyOf(id)))
  const others = (foreseen ?? []).filter(
    ({ id, change }) => changeOf(change) !== 'none' && !planned.has(keyOf(id)),
  )
  return [
    ...groups,
    ...written,
    ...used,
    ...others.map((one) => ({
      ...row(one.id, '', 'none', one),
      differs: 'Azure foresees this, and the plan does not name it.',
    })),
  ]
}

/** What failed is written again, whatever Azure says of its settings; members that change count for more. */
function again(row: ChangeRow, failed: boolean): ChangeRow {
  if (!failed || (row.is !== 'create' && row.is !== 'none')) return row
  return {
    ...row,
    is: 'again',
    isThere: true,
    differs: 'It is there, and its making failed: it is written again, as planned.',
  }
}

function timed(row: ChangeRow, typicalOf: TypicalOf): ChangeRow {
  const typical = row.is === 'create' ? typicalOf(creationOf(row)) : undefined
  return typical ? { ...row, typical } : row
}

function rowOf(
  id: string,
  settings: string,
  planned: 'create' | 'none',
  foreseen: ResourceChange | 'silent' | undefined,
): ChangeRow {
  const said = foreseen === undefined || foreseen === 'silent' ? undefined : foreseen
  const is = said === undefined ? planned : changeOf(said.change)
  const differs =
    foreseen === 'silent' ? 'Azure’s forecast does not tell of it.' : differenceOf(planned, is, said?.reason)
  return {
    id,
    is,
    name: nameOfId(id),
    kind: kindWords({ id }),
    settings,
    isThere: is !== 'create' && is !== 'untold',
    deltas: (said?.deltas ?? []).filter(({ noEffect }) => !noEffect),
    ...(differs !== undefined && { differs }),
  }
}

function differenceOf(planned: 'create' | 'none', is: ChangeIs, reason?: string): string | undefined {
  if (is === planned) return undefined
  switch (is) {
    case 'create':
      return 'The plan takes it for there already; Azure would create it.'
    case 'modify':
      return planned === 'create'
        ? 'It is there already: Azure would change it, as shown here.'
        : 'The plan leaves it as it is; Azure would change it, as shown here.'
    case 'again':
      return undefined
    case 'none':
      return 'It is there already, as planned: Azure would leave it as it is.'
    case 'delete':
      return 'The plan deletes nothing; Azure would delete this.'
    case 'untold':
      return `Azure cannot say beforehand what it would do with it${reason === undefined ? '' : `: ${reason}`}.`
    default:
      return is satisfies never
  }
}

/** `Deploy`: written, without a word on what changes. */
function changeOf(change: ChangeType): ChangeIs {
  switch (change) {
    case 'Create':
      return 'create'
    case 'Modify':
      return 'modify'
    case 'Delete':
      return 'delete'
    case 'NoChange':
    case 'NoEffect':
    case 'Ignore':
      return 'none'
    case 'Deploy':
    case 'Unsupported':
      return 'untold'
    default:
      return change satisfies never
  }
}

/** `8 created, 0 modified, 0 deleted`; groups count as what they are. */
export function changeCounts(rows: readonly ChangeRow[]): string {
  const of = (is: ChangeIs) => rows.filter((row) => row.is === is).length
  const again = of('again')
  return `${of('create')} created, ${again > 0 ? `${again} written again, ` : ''}${of('modify')} modified, ${of('delete')} deleted`
}
