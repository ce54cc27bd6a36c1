import { NETWORK_TYPES } from '../network/table.ts'
import type { JsonObject } from '../wire/json.ts'
import { ok, type Answer } from './answer.ts'
import { segment, type Exchange } from './exchange.ts'
import { LOCATIONS } from './location-table.ts'
import { gatewayError } from './refusals.ts'

/** Newest first; what the pinned client sends is among them (ARM contract 2). */
const VERSIONS = [
  '2025-09-01',
  '2025-05-01',
  '2025-01-01',
  '2024-10-01',
  '2024-07-01',
  '2024-05-01',
  '2024-01-01',
  '2023-09-01',
]

/** GET S/providers/Microsoft.Network: where each type can be made (ARM contract 12.2). */
export function networkProvider(exchange: Exchange): Answer {
  const subscriptionId = segment(exchange, 1)
  const namespace = segment(exchange, 3)
  if (namespace.toLowerCase() !== 'microsoft.network') {
    return gatewayError(404, 'InvalidResourceNamespace', `The resource namespace '${namespace}' is invalid.`)
  }
  return ok({
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Network`,
    namespace: 'Microsoft.Network',
    registrationPolicy: 'RegistrationRequired',
    resourceTypes: [
      ...NETWORK_TYPES.map((type) => resourceType(type.type, !type.type.includes('/'))),
      resourceType('expressRouteServiceProviders', false),
      resourceType('expressRoutePortsLocations', false),
    ],
    registrationState: 'Registered',
  })
}

function resourceType(name: string, located: boolean): JsonObject {
  const body: JsonObject = {
    resourceType: name,
    locations: located ? LOCATIONS.map((row) => row.displayName) : [],
    apiVersions: VERSIONS,
    defaultApiVersion: '2024-05-01',
    capabilities: located
      ? 'CrossResourceGroupResourceMove, CrossSubscriptionResourceMove, SupportsTags, SupportsLocation'
      : 'None',
  }
  if (located) {
    body.zoneMappings = LOCATIONS.filter((row) => row.zones).map((row) => ({
      location: row.displayName,
      zones: ['1', '2', '3'],
    }))
  }
  return body
}
