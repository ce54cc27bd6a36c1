import { resourceFromWire } from '../../src/azure/from-wire/resource.ts'
import { apiVersionFor } from '../../src/azure/api-versions.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { LOCATIONS } from '../../src/emulator/arm/location-table.ts'
import { isJsonObject, type JsonObject } from '../../src/lib/json.ts'
import { buildEstate } from '../../src/model/build-estate.ts'
import type { Plan } from '../../src/model/plan/plan.ts'
import { deploymentId, parametersOf, templateOf } from '../../src/model/plan/template.ts'
import { groupId } from '../../src/model/wizard/place.ts'
import type { Surroundings } from '../../src/model/site-to-site/surroundings.ts'
import { testEmulator, type TestEmulator } from './emulator.ts'

const NET = `/subscriptions/${contoso.subscriptions[1]?.subscriptionId}/resourceGroups/rg-shop-weu/providers/Microsoft.Network`

/** Public IP addresses as a company may have them lying about, beside those of contoso. */
export const SPARE = {
  zoneless: `${NET}/publicIPAddresses/pip-no-zones`,
  oneZone: `${NET}/publicIPAddresses/pip-one-zone`,
  good: `${NET}/publicIPAddresses/pip-spare`,
}

/** Contoso where everything may be changed and is done at once, with the spare addresses. */
export async function openContoso(): Promise<TestEmulator> {
  const open = { ...contoso, roleAssignments: undefined, locks: undefined, policies: undefined }
  const emulator = testEmulator({ estates: [open], estate: open.name, speed: 'instant' })
  for (const [id, zones] of [
    [SPARE.zoneless, []],
    [SPARE.oneZone, ['2']],
    [SPARE.good, ['1', '2', '3']],
  ] as const) {
    const { status } = await emulator.ask('PUT', id, {
      location: 'westeurope',
      sku: { name: 'Standard', tier: 'Regional' },
      ...(zones.length > 0 && { zones }),
      properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
    })
    if (status !== 201) throw new Error(`${id}: ${status}`)
  }
  return emulator
}

/** What the app knows of contoso, read one by one. */
export async function surroundingsOf(
  emulator: TestEmulator,
  more: readonly string[] = [],
): Promise<Surroundings> {
  const ids = [...contoso.resources.map(({ id }) => id), ...Object.values(SPARE), ...more]
  const bodies: JsonObject[] = []
  for (const id of ids) {
    const { status, body } = await emulator.ask('GET', id)
    if (status === 200 && isJsonObject(body)) bodies.push(body)
  }
  const subscriptions = contoso.subscriptions.map(({ subscriptionId, displayName, state }) => ({
    subscriptionId,
    displayName,
    state,
  }))
  const resources = bodies.flatMap((body) => resourceFromWire(body, { source: 'get', at: 0 }) ?? [])
  const inventories = subscriptions.map(({ subscriptionId }) => ({
    subscriptionId,
    resources: resources.filter((one) => one.subscriptionId === subscriptionId),
    unreadable: [],
    phase: 'done' as const,
    readAt: 0,
  }))
  return {
    estate: buildEstate(subscriptions, inventories),
    subscriptions,
    regions: {
      is: 'known',
      value: LOCATIONS.map(({ name, displayName, zones }) => ({
        name,
        title: displayName,
        zones: zones ? ['1', '2', '3'] : [],
      })),
    },
    groups: { is: 'known', value: contoso.resourceGroups },
    gatewaySubnet: { is: 'reading' },
    rights: new Map(),
  }
}

export interface Refusal {
  id: string
  code: string
  message: string
}

/**
 * Each resource of a plan, PUT in order as a deployment would.
 * @param secret for every shared key
 * @returns the first that was refused, or failed later
 */
export async function run(
  emulator: TestEmulator,
  plan: Plan,
  secret: (parameter: string) => string | undefined,
): Promise<Refusal | undefined> {
  for (const { subscriptionId, name, location } of plan.groups) {
    const refusal = await put(emulator, groupId(subscriptionId, name), { location })
    if (refusal) return refusal
  }
  for (const { id, body, secrets = [] } of plan.resources) {
    const properties = isJsonObject(body.properties) ? body.properties : {}
    const values = Object.fromEntries(secrets.map(({ parameter }) => ['sharedKey', secret(parameter)]))
    const refusal = await put(emulator, id, { ...body, properties: { ...properties, ...values } })
    if (refusal) return refusal
  }
  return undefined
}

/**
 * The plan as the app sends it: its resource groups, then one deployment with its template.
 * @returns why it was refused, or failed
 */
export async function deploy(
  emulator: TestEmulator,
  plan: Plan,
  secret: (parameter: string) => string | undefined,
): Promise<Refusal | undefined> {
  for (const { subscriptionId, name, location } of plan.groups) {
    const refusal = await put(emulator, groupId(subscriptionId, name), { location })
    if (refusal) return refusal
  }
  const id = deploymentId({ ...plan.at, name: plan.name })
  const parameters = Object.fromEntries(
    parametersOf(plan).map(({ parameter }) => [parameter, { value: secret(parameter) }]),
  )
  const template = templateOf(plan, apiVersionFor)
  const sent = await emulator.ask('PUT', id, { properties: { mode: 'Incremental', template, parameters } })
  if (sent.status >= 300) return innermost(id, sent.body?.error)
  emulator.pass(1)
  const { body } = await emulator.ask('GET', id)
  const { provisioningState, error } = body?.properties ?? {}
  if (provisioningState === 'Succeeded') return undefined
  return innermost(id, error ?? { code: String(provisioningState) })
}

interface WireError {
  code?: string
  message?: string
  details?: WireError[]
}

function innermost(id: string, error: WireError | undefined): Refusal {
  const [inner] = error?.details ?? []
  return inner ? innermost(id, inner) : { id, code: error?.code ?? '', message: error?.message ?? '' }
}

async function put(emulator: TestEmulator, id: string, body: object): Promise<Refusal | undefined> {
  const { status, body: answer } = await emulator.ask('PUT', id, body)
  if (status >= 300) {
    const inner = answer?.error?.details?.[0]?.code
    return { id, code: inner ?? answer?.error?.code ?? String(status), message: answer?.error?.message ?? '' }
  }
  emulator.pass(1)
  const { body: now } = await emulator.ask('GET', id)
  return now?.properties?.provisioningState === 'Failed'
    ? { id, code: 'Failed', message: JSON.stringify(now) }
    : undefined
}
