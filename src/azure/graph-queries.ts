import { KINDS } from '../model/resources/kinds.ts'

/** Resources of their own; children stand inside them. */
const TYPES = KINDS.filter(({ kind, parent }) => kind !== 'other' && parent === undefined)

/**
 * Azure Resource Graph, in KQL. The first line names a query: for people who meet it in a log, and for a service that knows
 * it by its name. Ordered by a unique column, else pages may overlap.
 */
export const INVENTORY_QUERY = `// hybrid-connectivity-hub/inventory
resources
| where type in~ (${TYPES.map(({ armType }) => `'microsoft.network/${armType.toLowerCase()}'`).join(', ')})
| project id, name, type, location, resourceGroup, subscriptionId, kind, sku, zones, tags, identity, extendedLocation, properties
| order by id asc`

/** The subscriptions Resource Graph sees: what it does not see it leaves out of every answer, without a word. */
export const SUBSCRIPTIONS_QUERY = `// hybrid-connectivity-hub/subscriptions
resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
| project id, name, subscriptionId
| order by id asc`
