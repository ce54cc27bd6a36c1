import type { JsonObject } from '../wire/json.ts'
import { LOCATIONS, type LocationRow } from './location-table.ts'

/** ARM takes the short name and the display name: blanks and case do not count (ARM contract 12.1). */
export function locationName(location: string): string {
  return location.replaceAll(' ', '').toLowerCase()
}

export function isLocation(location: string): boolean {
  const name = locationName(location)
  return LOCATIONS.some((row) => row.name === name)
}

/** One item of `GET S/locations` (ARM contract 12.1, api-version 2022-12-01). Coordinates are text. */
export function locationBody(subscriptionId: string, row: LocationRow): JsonObject {
  const id = (name: string): string => `/subscriptions/${subscriptionId}/locations/${name}`
  const body: JsonObject = {
    id: id(row.name),
    name: row.name,
    type: 'Region',
    displayName: row.displayName,
    regionalDisplayName: `(${row.group}) ${row.displayName}`,
    metadata: {
      regionType: 'Physical',
      regionCategory: row.zones ? 'Recommended' : 'Other',
      geography: row.geography,
      geographyGroup: row.group,
      longitude: row.longitude,
      latitude: row.latitude,
      physicalLocation: row.physicalLocation,
      pairedRegion: row.pair === undefined ? [] : [{ name: row.pair, id: id(row.pair) }],
    },
  }
  if (row.zones) {
    body.availabilityZoneMappings = ['1', '2', '3'].map((zone) => ({
      logicalZone: zone,
      physicalZone: `${row.name}-az${zone}`,
    }))
  }
  return body
}
