import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../src/emulator/app.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { JsonObject } from '../../src/emulator/wire/json.ts'
import { objectsAt, textAt } from '../../src/emulator/wire/read.ts'
import { NETWORK_TYPES } from '../../src/emulator/network/table.ts'
import { sharedData } from '../support/shared-data.ts'
import { tolerated } from './exceptions.ts'
import { loadSchemas } from './schemas.ts'

describe('every answer about the contoso estate', () => {
  const emulator = createEmulator({
    clock: () => Date.UTC(2026, 10, 25, 9),
    newGuid: () => '00000000-0000-4000-8000-000000000001',
    estates: [contoso],
    pageSize: 1000,
  })

  async function get(path: string): Promise<JsonObject> {
    const url = `https://management.azure.com${path}?api-version=2025-05-01`
    const response = await emulator.fetch(new Request(url, { headers: { Authorization: 'Bearer x' } }))
    if (response.status !== 200)
      throw new Error(`${path} answers ${response.status} ${await response.text()}`)
    return (await response.json()) as JsonObject
  }

  it('fits the OpenAPI of 2024-01-01 and the schema of 2025-09-01, without strange members', async ({
    skip,
  }) => {
    const schemas = loadSchemas(sharedData('data/arm-specs', skip))
    const complaints = new Map<string, string>()
    const note = (path: string, one: string[] | 'unknown'): void => {
      const found = one === 'unknown' ? [`${path} is not described`] : one
      for (const text of found) if (!tolerated(text)) complaints.set(text, path)
    }
    const check = (resource: JsonObject, path: string): void => {
      if (!NETWORK_ANSWER.test(path) || KNOWN_TO_OPENAPI_ONLY.test(textAt(resource.type) ?? '')) return
      note(path, schemas.bySchema(resource))
      note(path, schemas.strangers(resource))
    }
    for (const path of everyPath()) {
      const body = await get(path)
      note(path, schemas.byOpenApi('get', path, 200, body))
      const items = objectsAt(body.value)
      if (Array.isArray(body.value)) for (const item of items) check(item, path)
      else check(body, path)
    }
    expect(Object.fromEntries(complaints)).toEqual({})
  }, 60_000)
})

/** Answers of the network provider; what ARM itself answers is in the OpenAPI only. */
const NETWORK_ANSWER = /\/providers\/Microsoft\.Network\/./i

/** Reference data and sub-resources, which the newest schema does not have as resources. */
const KNOWN_TO_OPENAPI_ONLY =
  /expressRouteServiceProviders$|expressRoutePortsLocations$|expressRoutePorts\/links$|vpnSites\/vpnSiteLinks$/

/** Every list and every single resource of the estate. */
function everyPath(): string[] {
  const paths = new Set<string>(['/tenants', '/subscriptions'])
  for (const { subscriptionId, name } of contoso.resourceGroups) {
    paths.add(`/subscriptions/${subscriptionId}/resourcegroups/${name}`)
    paths.add(`/subscriptions/${subscriptionId}/resourceGroups/${name}/resources`)
  }
  for (const { subscriptionId } of contoso.subscriptions) {
    const subscription = `/subscriptions/${subscriptionId}`
    for (const path of ['', '/locations', '/resourcegroups', '/resources', '/providers/Microsoft.Network']) {
      paths.add(subscription + path)
    }
    paths.add(`${subscription}/providers/Microsoft.Network/expressRouteServiceProviders`)
    paths.add(`${subscription}/providers/Microsoft.Network/ExpressRoutePortsLocations`)
    for (const type of NETWORK_TYPES) {
      // The published files here have no route filters.
      if (type.lists.includes('subscription') && type.type !== 'routeFilters')
        paths.add(`${subscription}/providers/Microsoft.Network/${type.type}`)
    }
  }
  for (const { id } of contoso.resources) {
    if (/\/routeFilters\//.test(id)) continue
    paths.add(id)
    paths.add(id.slice(0, id.lastIndexOf('/')))
    const [, type = ''] = /Microsoft\.Network\/([^/]+)\/[^/]+$/i.exec(id) ?? []
    for (const child of NETWORK_TYPES) {
      if (
        child.type.toLowerCase().startsWith(`${type.toLowerCase()}/`) &&
        child.type.split('/').length === 2
      ) {
        paths.add(`${id}/${child.type.split('/')[1]}`)
      }
    }
    if (/virtualNetworkGateways\/[^/]+$/i.test(id)) paths.add(`${id}/connections`)
    if (/expressRoutePorts\/[^/]+$/i.test(id)) paths.add(`${id}/links`)
    if (/vpnSites\/[^/]+$/i.test(id)) paths.add(`${id}/vpnSiteLinks`)
  }
  return [...paths]
}
