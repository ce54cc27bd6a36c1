import type { LoggedBody } from '../model/requests/logged-request.ts'
import { parseJson } from './arm-error.ts'
import { withSecretsNamed } from './secrets.ts'

/** Characters of one body that are kept: more takes too long to search for secrets while somebody waits. */
const LONGEST_BODY = 400_000

/** Read by people who look for a cause; everything else, the token first of all, is left out. */
const SHOWN_HEADERS = [
  'accept',
  'azure-asyncoperation',
  'content-type',
  'date',
  'etag',
  'if-match',
  'if-none-match',
  'location',
  'retry-after',
  'retry-after-ms',
  'x-ms-arm-service-request-id',
  'x-ms-client-request-id',
  'x-ms-correlation-request-id',
  'x-ms-failure-cause',
  'x-ms-ratelimit-remaining-resource',
  'x-ms-ratelimit-remaining-subscription-deletes',
  'x-ms-ratelimit-remaining-subscription-global-reads',
  'x-ms-ratelimit-remaining-subscription-global-writes',
  'x-ms-ratelimit-remaining-subscription-reads',
  'x-ms-ratelimit-remaining-subscription-writes',
  'x-ms-request-id',
  'x-ms-routing-request-id',
]

/** @param headers names in lower case */
export function shownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const name of SHOWN_HEADERS) {
    const value = headers[name]
    if (value !== undefined) shown[name] = /^https?:/i.test(value) ? cleanUrl(value) : value
  }
  return shown
}

const SECRET_QUERY = /([?&](?:sig|s|c|h|t|token|code|key|(?:\$|%24)?skiptoken)=)[^&#]+/gi
const OPAQUE_QUERY = /([?&](?!(?:\$|%24)?(?:filter|select|expand|orderby)=)[^=&#]*=)([^&#]{12})[^&#]{109,}/gi
const OPAQUE_SEGMENT = /\/([^/?#]{12})[^/?#]{69,}/g

/** A `…` takes the place of signatures, of tokens, and of what is too long to be a name: operation URLs run to kilobytes. */
export function cleanUrl(url: string): string {
  const [address = '', ...query] = url.split('?')
  const path = address.replace(/\/\/[^/@]*@/, '//').replace(OPAQUE_SEGMENT, '/$1…')
  if (query.length === 0) return path
  return path + `?${query.join('?')}`.replace(SECRET_QUERY, '$1…').replace(OPAQUE_QUERY, '$1$2…')
}

/** The body without its secrets. They are cut here, before anything is kept. */
export function loggedBody(url: string, text: string | undefined): LoggedBody {
  if (text === undefined || text.trim() === '') return { is: 'none' }
  const characters = text.length
  if (characters > LONGEST_BODY) return { is: 'notKept', why: 'long', characters }
  const body = parseJson(text)
  if (body === undefined) return { is: 'notKept', why: 'notJson', characters }
  return { is: 'json', json: withSecretsNamed(typeInUrl(url), body) }
}

/** The type that the last names of a path belong to, also of an action: `Microsoft.Network/connections/sharedkey`. */
function typeInUrl(url: string): string {
  const [provider, ...rest] = /.*\/providers\/([^?#]+)/i.exec(url)?.[1]?.split('/') ?? []
  return provider ? [provider, ...rest.filter((_, index) => index % 2 === 0)].join('/') : ''
}
