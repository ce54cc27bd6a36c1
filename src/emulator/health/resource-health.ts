import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { groupOf } from '../arm/group-of.ts'
import { page } from '../arm/paging.ts'
import { gatewayError, groupNotFound, resourceNotFound } from '../arm/refusals.ts'
import { find } from '../network/find.ts'
import type { Route } from '../network/routes.ts'
import { living, type Living } from '../store/living.ts'
import { currentStatus, healthKindOf, pastStatus } from './availability.ts'

const STATUSES = 'providers/microsoft.resourcehealth/availabilitystatuses'
const GROUP = '/subscriptions/:s/resourcegroups/:g'

/** What Microsoft.ResourceHealth answers: of one resource at this moment and before, of all in a group or a subscription (ARM contract 12.8). */
export function resourceHealthRoutes(): Route[] {
  const resource = `${GROUP}/providers/:p/:t/:n`
  return [
    { method: 'GET', path: `/subscriptions/:s/${STATUSES}`, answer: listed },
    { method: 'GET', path: `${GROUP}/${STATUSES}`, answer: listed },
    { method: 'GET', path: `${resource}/${STATUSES}/current`, answer: current },
    { method: 'GET', path: `${resource}/${STATUSES}`, answer: history },
  ]
}

function current(exchange: Exchange): Answer {
  const about = aboutOf(exchange)
  return 'refusal' in about ? about.refusal : ok(currentStatus(exchange, about.at, about.kind))
}

/** The newest first, as in the published example. */
function history(exchange: Exchange): Answer {
  const about = aboutOf(exchange)
  if ('refusal' in about) return about.refusal
  const { at, kind } = about
  const resets = exchange.model
    .activities()
    .filter(({ scope, action }) => scope.toLowerCase() === at.row.key && /\/reset\/action$/i.test(action))
    .filter(({ status }) => status < 400)
    .reverse()
  return page(exchange, [currentStatus(exchange, at, kind), ...resets.map((row) => pastStatus(at, row))])
}

function listed(exchange: Exchange): Answer {
  const { segments, model, now } = exchange
  const closed = notInFile(exchange)
  if (closed !== undefined) return closed
  const inGroup = segments[2]?.toLowerCase() === 'resourcegroups'
  if (inGroup && groupOf(exchange) === undefined) return groupNotFound(segment(exchange, 3))
  const scope = `/${segments.slice(0, inGroup ? 4 : 2).join('/')}`
  const found = model.under(`${scope}/`).flatMap((row) => {
    const kind = healthKindOf(row.id)
    const at = living(row, now)
    const seen = exchange.may('Microsoft.ResourceHealth/availabilityStatuses/read', row.id)
    return kind === undefined || at === undefined || !seen ? [] : [currentStatus(exchange, at, kind)]
  })
  return page(exchange, found)
}

type About = { at: Living; kind: NonNullable<ReturnType<typeof healthKindOf>> } | { refusal: Answer }

function aboutOf(exchange: Exchange): About {
  const closed = notInFile(exchange)
  if (closed !== undefined) return { refusal: closed }
  if (groupOf(exchange) === undefined) return { refusal: groupNotFound(segment(exchange, 3)) }
  const id = `/${exchange.segments.slice(0, 8).join('/')}`
  const at = find(exchange, id)
  if (at === undefined)
    return { refusal: resourceNotFound(segment(exchange, 6), segment(exchange, 7), segment(exchange, 3)) }
  const kind = healthKindOf(id)
  if (kind !== undefined) return { at, kind }
  // A type it does not know: 404 or Unknown (ARM contract 12.8); code and text unverified.
  return {
    refusal: gatewayError(
      404,
      'UnsupportedResourceType',
      `Resource health does not support resources of type '${segment(exchange, 5)}/${segment(exchange, 6)}'.`,
    ),
  }
}

/** Nothing is worked out from a file that cannot be changed. */
function notInFile({ estate }: Exchange): Answer | undefined {
  return estate.readOnly && gatewayError(409, 'NotInFile', 'No resource health is in a file like this.')
}
