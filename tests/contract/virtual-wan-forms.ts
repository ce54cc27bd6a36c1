import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import {
  type About,
  type DrawnField,
  type DrawnForm,
  type DrawnSecrets,
  type DrawnValues,
  secretPlace,
} from '../../src/model/edits/drawn-form.ts'
import { secretOf, type Write } from '../../src/model/edits/write.ts'
import type { Estate } from '../../src/model/estate.ts'
import { keyOf } from '../../src/model/paths.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import { inventory } from '../support/resources.ts'
import { idOf, type On, read } from './on-contoso.ts'

export const SEA = idOf('vhub-sea-01')
export const WEU = idOf('vhub-weu-01')
export const GATEWAY = idOf('vpngw-vhub-weu-01')
export const LYON = idOf('branch-lyon')
export const SINGAPORE = idOf('branch-singapore')
export const P2S = idOf('p2s-vhub-weu-01')

/** What of contoso is around a hub: its network types, as the app would have read them. */
export function estateOf(on: On): Promise<Estate> {
  // The same for each: only what a form is about is read anew.
  return (once ??= readEstate(on))
}

let once: Promise<Estate> | undefined

async function readEstate(on: On): Promise<Estate> {
  const ids = contoso.resources
    .map(({ id }) => id)
    .filter((id) =>
      /\/(virtualwans|virtualhubs|vpngateways|vpnsites|p2svpngateways|vpnserverconfigurations|expressroutegateways|virtualnetworks|azurefirewalls)\//i.test(
        id,
      ),
    )
    .filter((id) => !/\/subnets\/|\/virtualnetworkpeerings\//i.test(id))
  const resources: Resource[] = []
  for (const id of ids) {
    const got = await on.azure.resource(id)
    if (got.ok) resources.push(got.value)
  }
  const owners = [...new Set(resources.map(({ subscriptionId }) => subscriptionId))]
  return buildEstate(
    owners.map((subscriptionId) => ({ subscriptionId, displayName: subscriptionId })),
    owners.map((subscriptionId) =>
      inventory(
        resources.filter((one) => one.subscriptionId === subscriptionId),
        { subscriptionId },
      ),
    ),
  )
}

/** What a form that is filled in comes to, whatever it is about. */
export interface Ready {
  write: Write
  problems: readonly { is: 'error' | 'advice'; text: string }[]
  secret: unknown
}

export interface Filled<R extends Resource, V extends DrawnValues> extends Ready {
  about: About<R>
  values: V
}

/** A form as somebody fills it in. */
export async function fill<R extends Resource, V extends DrawnValues>(
  on: On,
  form: DrawnForm<R, V>,
  id: string,
  change: (values: V) => Partial<V>,
  type: { [label: string]: string } = {},
  after: (values: V) => Partial<V> = () => ({}),
): Promise<Filled<R, V>> {
  // The test names a resource of the form's kind.
  const resource = (await read(on, id)) as R
  const estate = await estateOf(on)
  const collections = new Map<string, readonly Resource[]>()
  for (const path of form.reads?.(resource, estate) ?? []) {
    const got = await on.azure.list(path)
    if (!got.ok) throw new Error(`${path}: ${got.error.code}`)
    collections.set(keyOf(path), got.value)
  }
  const about: About<R> = { resource, estate, found: (path) => collections.get(keyOf(path)) ?? [] }
  const now = form.values(about)
  let values = now
  // One after the other, as somebody does: what is chosen first may fill what comes after.
  for (const step of [change, after])
    for (const [name, value] of Object.entries(step(values))) {
      const next: V = { ...values, [name]: value }
      values = form.settled?.(next, about) ?? next
    }
  const secrets = typed(form.fields(values, about), values, type)
  const write = form.write(values, about, secrets)
  return {
    about,
    values,
    write,
    problems: form.problems(values, about, secrets),
    secret: secretOf(write) === undefined ? undefined : form.secret?.(values, about, secrets),
  }
}

/** Secrets in the fields that are drawn for them; one that is not drawn cannot be typed. @param type by field, or `field/name of the row/part` */
function typed(
  fields: readonly DrawnField[],
  values: DrawnValues,
  type: { [label: string]: string },
): DrawnSecrets {
  const places = new Map(
    fields.flatMap((field): [string, string][] => {
      if (field.is === 'secret') return [[field.name, field.name]]
      const rows = field.is === 'rows' ? values[field.name] : undefined
      if (field.is !== 'rows' || !Array.isArray(rows)) return []
      return rows.flatMap((row) =>
        typeof row === 'string'
          ? []
          : field
              .fields(row)
              .filter(({ is }) => is === 'secret')
              .map(({ name }): [string, string] => [
                `${field.name}/${field.nameOf(row)}/${name}`,
                secretPlace(field, row, name),
              ]),
      )
    }),
  )
  return new Map(
    Object.entries(type).map(([label, text]) => {
      const place = places.get(label)
      if (place === undefined) throw new Error(`${label} is not drawn`)
      return [place, text]
    }),
  )
}

/** Sent to its end. */
export async function send(on: On, { write, problems, secret }: Ready) {
  const errors = problems.filter(({ is }) => is === 'error').map(({ text }) => text)
  if (errors.length > 0) throw new Error(errors.join(' '))
  const writes = await on.azure.writes()
  return writes.send(write, secret === undefined ? {} : { secret: secret as never })
}
