import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import type { ChildAssociation, IkeAssociation } from '../../model/diagnostics/ike-association.ts'
import type { HubError } from '../../model/errors.ts'
import { parseJson } from '../arm-error.ts'
import type { Azure } from '../azure.ts'
import { flag, num, text, texts } from '../from-wire/read.ts'

/** The IKE security associations of a connection, for each tunnel that has one; the question takes some ten seconds. */
export async function readIke(
  { ask }: Pick<Azure, 'ask'>,
  id: string,
  signal?: AbortSignal,
): Promise<Result<IkeAssociation[], HubError>> {
  const answer = await ask.action({ id, action: 'getikesas' }, signal)
  if (!answer.ok) return answer
  const found = associationsOf(answer.value)
  return found ? ok(found) : err(unreadable(id))
}

/**
 * JSON inside a string, sometimes in one more (recorded behaviour 7: `{"IkeSAs":[…]}`). The members of an association are
 * recorded nowhere; their names are those of Azure's PowerShell, in any casing, and everything else stays in `raw`.
 * @returns `undefined` when it is no such answer
 */
export function associationsOf(answer: Json | undefined): IkeAssociation[] | undefined {
  let value = answer
  if (value === undefined || value === null || value === '') return []
  for (let depth = 0; typeof value === 'string' && depth < 3; depth++) value = parseJson(value)
  const items = Array.isArray(value)
    ? value
    : isJsonObject(value)
      ? member(value, 'ikesas', 'value')
      : undefined
  if (items === null) return []
  return Array.isArray(items) ? items.filter(isJsonObject).map(association) : undefined
}

function association(raw: JsonObject): IkeAssociation {
  const children = member(raw, 'quickmodesa', 'quickmodesas', 'childsas')
  return withoutAbsent({
    localEndpoint: text(member(raw, 'localendpoint')),
    remoteEndpoint: text(member(raw, 'remoteendpoint')),
    encryption: text(member(raw, 'encryption')),
    integrity: text(member(raw, 'integrity')),
    dhGroup: text(member(raw, 'dhgroup', 'dhgroupid')),
    lifetimeSeconds: num(member(raw, 'lifetimeseconds', 'lifetimeinseconds')),
    elapsedSeconds: num(member(raw, 'elapsedtimeinseconds', 'elapsedtimeseconds')),
    initiator: flagIn(member(raw, 'issainitiator')),
    childAssociations: (Array.isArray(children) ? children : [children]).filter(isJsonObject).map(child),
    raw,
  })
}

function child(raw: JsonObject): ChildAssociation {
  return withoutAbsent({
    encryption: text(member(raw, 'encryption')),
    integrity: text(member(raw, 'integrity')),
    pfsGroup: text(member(raw, 'pfsgroupid', 'pfsgroup')),
    lifetimeSeconds: num(member(raw, 'lifetimeseconds', 'lifetimeinseconds')),
    localSelectors: texts(member(raw, 'localtrafficselectors')),
    remoteSelectors: texts(member(raw, 'remotetrafficselectors')),
    raw,
  })
}

function member(object: JsonObject, ...names: string[]): Json | undefined {
  return Object.entries(object).find(([name]) => names.includes(name.toLowerCase()))?.[1]
}

function flagIn(value: Json | undefined): boolean | undefined {
  return value === undefined || value === null ? undefined : flag(value)
}

/** What a member may be, or not be there at all. */
type Found<T> = { [K in keyof T]: T[K] | undefined }

function withoutAbsent<T extends object>(found: Found<T>): T {
  // Every member that is required is given by the callers; only absent optional ones go.
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as T
}

function unreadable(target: string): HubError {
  return {
    kind: 'server',
    code: 'UnreadableAnswer',
    message: 'Azure answered, and its answer does not hold IKE security associations.',
    target,
    details: [],
  }
}
