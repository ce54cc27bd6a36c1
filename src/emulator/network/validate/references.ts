import type { Answer } from '../../arm/answer.ts'
import { parseId } from '../../arm/ids.ts'
import { isLocation, locationName } from '../../arm/locations.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { networkError } from '../../arm/refusals.ts'
import { isBusy, type Living } from '../../store/living.ts'
import type { Json } from '../../wire/json.ts'
import { idAt } from '../../wire/read.ts'
import { find } from '../find.ts'
import type { Draft } from '../network-type.ts'
import type { Rule } from './rule.ts'

/** A member of a body that names another resource. */
export interface Reference {
  member: string
  value: Json | undefined
  /** Without the namespace: `virtualNetworks/subnets`. */
  type: string
  /** ARM wants it in the region of what refers to it. */
  sameRegion?: true
}

/**
 * What a body refers to has to be of the right type and has to be there. Codes of ARM contract 5 and of the VPN gateway
 * document 5.5, number 20; texts as they are commonly quoted, unverified. What lies in a
 * subscription of others cannot be seen and is not checked.
 */
export function references(of: (draft: Draft) => Reference[]): Rule {
  return (draft) => {
    for (const reference of of(draft)) {
      const refusal = refuseReference(draft, reference)
      if (refusal !== undefined) return refusal
    }
    return undefined
  }
}

/**
 * What a reference names has to be done first: 429, to be tried again (VPN gateway document 5.5, number 14; text as commonly
 * quoted, unverified).
 */
function stillBeingWritten(exchange: Exchange, id: string, { row }: Living): Answer | undefined {
  if (!isBusy(row, exchange.now) || row.write?.shows !== 'Updating') return undefined
  return networkError(429, 'RetryableError', 'A retryable error occurred.', [
    {
      code: 'ReferencedResourceNotProvisioned',
      message:
        `Cannot proceed with operation because resource ${row.id} used by resource ${id} is not in Succeeded state. ` +
        `Resource is in Updating state and the last operation that updated/is updating the resource is ${row.write.name}.`,
    },
  ])
}

function refuseReference({ exchange, id, location }: Draft, reference: Reference): Answer | undefined {
  const wanted = idAt(reference.value)
  if (wanted === undefined || wanted === '') return undefined
  const parsed = parseId(wanted)
  if (parsed === undefined) {
    return networkError(
      400,
      'LinkedInvalidPropertyId',
      `Property id '${wanted}' at path 'properties.${reference.member}.id' is invalid. Expect fully qualified resource Id ` +
        "that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.",
    )
  }
  if (parsed.type.toLowerCase() !== reference.type.toLowerCase()) {
    return networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.', [
      {
        code: 'InvalidJsonReferenceWrongType',
        message:
          `Reference Id ${wanted} is referencing resource of a wrong type. The Id is expected to reference resources of ` +
          `type ${reference.type}. Path properties.${reference.member}.`,
      },
    ])
  }
  const seen = exchange.estate.subscriptions.some(
    (one) => one.subscriptionId.toLowerCase() === parsed.subscriptionId.toLowerCase(),
  )
  if (!seen) return undefined
  const at = find(exchange, wanted)
  const root = find(exchange, wanted.split('/').slice(0, 9).join('/'))
  const region = locationName(root?.row.location ?? '')
  const elsewhere =
    reference.sameRegion === true &&
    isLocation(region) &&
    isLocation(location) &&
    region !== locationName(location)
  if (at !== undefined && !elsewhere) return stillBeingWritten(exchange, id, at)
  return networkError(
    400,
    'InvalidResourceReference',
    `Resource ${wanted} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, ` +
      'and that both resources are in the same region.',
  )
}
