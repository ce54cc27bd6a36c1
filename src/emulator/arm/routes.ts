import { resourceHealthRoutes } from '../health/resource-health.ts'
import { activityLogRoutes } from '../insights/activity-log.ts'
import { metricRoutes } from '../insights/metrics.ts'
import { networkRoutes, type Route } from '../network/routes.ts'
import { authorizationRoutes } from './authorization.ts'
import { resourceGraph } from './graph.ts'
import { deploymentRoutes } from './deployments/routes.ts'
import { deleteGroup, getGroup, listGroups, patchGroup, putGroup } from './groups.ts'
import { NOT_BUILT } from './not-built.ts'
import { operationResult } from './operation-results.ts'
import { pollOperation, pollResult } from './operations.ts'
import { networkProvider } from './providers.ts'
import { notBuilt } from './refusals.ts'
import { listResources } from './resources.ts'
import { locations, subscription, subscriptions } from './subscriptions.ts'
import { tenants } from './tenants.ts'

const GROUP = '/subscriptions/:s/resourcegroups/:g'
const LOCATION = '/subscriptions/:s/providers/microsoft.network/locations/:l'

/** Everything the emulator answers, built or refused by name. The first match wins. */
export function allRoutes(): Route[] {
  return [
    { method: 'GET', path: '/tenants', answer: tenants },
    { method: 'POST', path: '/providers/microsoft.resourcegraph/resources', answer: resourceGraph() },
    { method: 'GET', path: '/subscriptions', answer: subscriptions },
    { method: 'GET', path: '/subscriptions/:s', answer: subscription },
    { method: 'GET', path: '/subscriptions/:s/locations', answer: locations },
    { method: 'GET', path: '/subscriptions/:s/resources', answer: listResources },
    { method: 'GET', path: '/subscriptions/:s/operationresults/:t', answer: operationResult },
    { method: 'GET', path: '/subscriptions/:s/providers/:p', answer: networkProvider },
    { method: 'POST', path: '/subscriptions/:s/providers/:p/register', answer: networkProvider },
    { method: 'GET', path: '/subscriptions/:s/resourcegroups', answer: listGroups },
    { method: 'GET', path: GROUP, answer: getGroup },
    { method: 'PUT', path: GROUP, answer: putGroup },
    { method: 'PATCH', path: GROUP, answer: patchGroup },
    { method: 'DELETE', path: GROUP, answer: deleteGroup },
    { method: 'GET', path: `${GROUP}/resources`, answer: listResources },
    { method: 'GET', path: `${LOCATION}/operations/:o`, answer: pollOperation },
    { method: 'GET', path: `${LOCATION}/operationresults/:o`, answer: pollResult },
    ...deploymentRoutes(),
    ...authorizationRoutes(),
    ...activityLogRoutes(),
    ...metricRoutes(),
    ...resourceHealthRoutes(),
    ...networkRoutes(),
    ...NOT_BUILT.map(([operation, method, path]) => ({ method, path, answer: () => notBuilt(operation) })),
  ]
}
