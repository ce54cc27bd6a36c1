import { HubFailure, type HubError } from '../../model/errors.ts'
import { masked } from '../mask.ts'
import { ENOUGH, KNOWN, type Next } from './known-failures.ts'

/** A failed sign-in or a token that did not come. */
export interface SignInFailure {
  error: HubError
  next: Next
  /** What the provider wants proven, for the sign-in. */
  claims?: string
}

/**
 * What MSAL or Azure Identity threw, as what happened and what to do. The provider's own words stand in `details`; a
 * failure nobody knows is shown in them alone.
 */
export function signInFailure(thrown: unknown, target?: string): SignInFailure {
  if (thrown instanceof HubFailure) return { error: thrown.error, next: 'person' }
  if (thrown instanceof TypeError)
    return { error: { ...NOT_LOADED, ...(target !== undefined && { target }) }, next: 'later' }
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  const word = codeOf(thrown) ?? /^([a-z]+(?:_[a-z]+)*):/.exec(text)?.[1]
  const numbers = text.match(/AADSTS\d+/g) ?? []
  const claims = claimsOf(thrown)
  const own = [...numbers, ...(word ? [word] : [])]
  const known =
    knownBy(numbers) ??
    (numbers.length === 0 || (word !== undefined && ENOUGH.has(word))
      ? (knownBy([textMember(thrown, 'subError')]) ?? knownBy([word]))
      : undefined)
  const correlationId = /Correlation ID:\s*([0-9a-f-]{36})/i.exec(text)?.[1] ?? correlationOf(thrown)
  const said = { code: own[0] ?? nameOf(thrown), message: masked(words(text)) }
  const kind = known?.kind ?? 'auth'
  const next = known?.next ?? 'person'
  const error: HubError = {
    kind,
    code: known?.code ?? said.code,
    message: known
      ? [known.message, ...numbers.slice(0, 1).map((number) => `(${number})`)].join(' ')
      : said.message,
    details: known ? [{ ...said, message: said.message.replace(`${said.code}: `, '') }] : [],
    ...(target !== undefined && { target }),
    ...(correlationId && { correlationId }),
    ...(kind === 'auth' && { signIn: next === 'refused' ? 'refused' : 'helps' }),
  }
  return { error, next, ...(claims && { claims }) }
}

const NOT_LOADED: HubError = {
  kind: 'network',
  code: 'NoAnswer',
  message: 'The part of the app that signs in did not load. Check the network, then try again.',
  details: [],
}

function knownBy(codes: readonly (string | undefined)[]) {
  return KNOWN.find((known) => codes.some((code) => code !== undefined && known.codes.includes(code)))
}

/** Entra's sentences without the ids that follow them, and without MSAL's code before them. */
function words(text: string): string {
  const cut = text
    .replace(/\s*Trace ID:[\s\S]*$/, '')
    .replace(/^[a-z_]+:\s+(?:\d+\s+-\s+\[[^\]]*\]:\s*)?/, '')
  return cut.trim() || text
}

function codeOf(thrown: unknown): string | undefined {
  return textMember(thrown, 'errorCode')
}

function claimsOf(thrown: unknown): string | undefined {
  return textMember(thrown, 'claims')
}

function correlationOf(thrown: unknown): string | undefined {
  return textMember(thrown, 'correlationId')
}

function textMember(thrown: unknown, name: string): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined
  const value: unknown = Reflect.get(thrown, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function nameOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.name : 'SignInFailed'
}
