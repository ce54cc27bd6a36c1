import { type TypicalTime, typicalTime } from '../operations/durations.ts'
import { keyOf, nameOfId, parentId, typeOfId } from '../paths.ts'
import { kindOfType, kindRow } from '../resources/kinds.ts'
import type { Plan } from './plan.ts'

/** `untold`: Azure does not say what it would do. */
export type ChangeIs = 'create' | 'modify' | 'none' | 'delete' | 'untold'

/** A member that changes: `properties.addressSpace`; values as they are to be read. */
export interface MemberDelta {
  path: string
  from?: string
  to?: string
}

/** What Azure foresees for one resource (what-if; ARM contract 12.3). `ignore`: it is in the group and not touched. */
export interface Foreseen {
  id: string
  is: ChangeIs | 'ignore'
  deltas: readonly MemberDelta[]
}

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
  deltas: readonly MemberDelta[]
  /** Where Azure foresees something else than is planned: a sentence. */
  differs?: string
}

const WORDS: Record<ChangeIs, string> = {
  create: 'Create',
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
 */
export function changeRows(plan: Plan, foreseen?: readonly Foreseen[]): ChangeRow[] {
  const told = new Map((foreseen ?? []).map((one) => [keyOf(one.id), one]))
  const groups = plan.groups.map(({ subscriptionId, name, location }): ChangeRow => {
    const id = `/subscriptions/${subscriptionId}/resourceGroups/${name}`
    return {
      id,
      is: 'create',
      name,
      kind: 'Resource group',
      settings: location,
      isThere: false,
      deltas: [],
    }
  })
  const written = plan.resources.map(({ id, settings }) =>
    rowOf(id, settings, 'create', foreseen && (told.get(keyOf(id)) ?? 'silent')),
  )
  const used = plan.uses.map(({ id, note }) => rowOf(id, note, 'none', told.get(keyOf(id))))
  const planned = new Set([...written, ...used].map(({ id }) => keyOf(id)))
  const others = (foreseen ?? []).filter(
    ({ id, is }) => is !== 'ignore' && is !== 'none' && !planned.has(keyOf(id)),
  )
  return [
    ...groups,
    ...written,
    ...used,
    ...others.map((one) => ({
      ...rowOf(one.id, '', 'none', one),
      differs: 'Azure foresees this, and the plan does not name it.',
    })),
  ]
}

function rowOf(
  id: string,
  settings: string,
  planned: 'create' | 'none',
  foreseen: Foreseen | 'silent' | undefined,
): ChangeRow {
  const said = foreseen === undefined || foreseen === 'silent' ? undefined : foreseen
  const is = said === undefined || said.is === 'ignore' ? planned : said.is
  const typical = is === 'create' ? typicalTime({ method: 'PUT', id, creates: true }) : undefined
  const differs = foreseen === 'silent' ? 'Azure’s forecast does not tell of it.' : differenceOf(planned, is)
  return {
    id,
    is,
    name: nameOfId(id),
    kind: kindWords(id),
    settings,
    isThere: is !== 'create' && is !== 'untold',
    ...(typical && { typical }),
    deltas: said?.deltas ?? [],
    ...(differs !== undefined && { differs }),
  }
}

function differenceOf(planned: 'create' | 'none', is: ChangeIs): string | undefined {
  if (is === planned) return undefined
  switch (is) {
    case 'create':
      return 'The plan takes it for there already; Azure would create it.'
    case 'modify':
      return planned === 'create'
        ? 'It is there already: Azure would change it, as shown here.'
        : 'The plan leaves it as it is; Azure would change it, as shown here.'
    case 'none':
      return 'It is there already, as planned: Azure would leave it as it is.'
    case 'delete':
      return 'The plan deletes nothing; Azure would delete this.'
    case 'untold':
      return 'Azure cannot say beforehand what it would do with it.'
    default:
      return is satisfies never
  }
}

/** `Public IP address`, and of what lives in something `Subnet of vnet-hub-sdc`. */
export function kindWords(id: string): string {
  const type = typeOfId(id) ?? ''
  const kind = kindOfType(type)
  const name = kind === 'other' ? (type.split('/').at(-1) ?? type) : kindRow(kind).name
  const parent = parentId(id)
  return parent === undefined ? name : `${name} of ${nameOfId(parent)}`
}

/** `8 created, 0 modified, 0 deleted`; groups count as what they are. */
export function changeCounts(rows: readonly ChangeRow[]): string {
  const of = (is: ChangeIs) => rows.filter((row) => row.is === is).length
  return `${of('create')} created, ${of('modify')} modified, ${of('delete')} deleted`
}
