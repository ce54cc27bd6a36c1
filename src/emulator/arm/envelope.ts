/** What every resource may have, `properties` included (ARM contract 4). */
export const ENVELOPE = [
  'name',
  'id',
  'etag',
  'type',
  'location',
  'tags',
  'kind',
  'zones',
  'identity',
  'extendedLocation',
  'properties',
  'sku',
]
