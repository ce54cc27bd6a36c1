import type { JsonObject } from '../lib/json.ts'
import { type Cloud, type CloudName, CLOUDS } from '../model/clouds.ts'
import { ANY_DIRECTORY } from '../model/deployment.ts'

/** How the app was set up. The demo starts only from a config.json that was read and names nothing. */
export type Setup =
  | { is: 'demo' }
  /** `tenantId`: a directory's id or domain name, or `organizations`. */
  | { is: 'azure'; clientId: string; tenantId: string; cloud: Cloud }
  | { is: 'problem'; what: string; why: string; remedy: string }

/** What config.json may hold. */
const KEYS = ['clientId', 'tenantId', 'cloud', 'armEndpoint', 'authorityHost', 'scope', 'portal'] as const
type Key = (typeof KEYS)[number]

/** The build variable of each. */
const VARIABLES: Record<Key, string> = {
  clientId: 'VITE_CLIENT_ID',
  tenantId: 'VITE_TENANT_ID',
  cloud: 'VITE_CLOUD',
  armEndpoint: 'VITE_ARM_ENDPOINT',
  authorityHost: 'VITE_AUTHORITY_HOST',
  scope: 'VITE_SCOPE',
  portal: 'VITE_PORTAL',
}

/** What was built in, by its key in config.json: `clientId` is `VITE_CLIENT_ID`. */
export type BuiltIn = Partial<Record<Key, string>>

/** A value that somebody set, and where. */
interface Check {
  key: Key
  value: string
  from: 'config.json' | 'build'
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i

const OF_CUSTOM = ['armEndpoint', 'authorityHost', 'scope', 'portal'] as const

/**
 * A setup for Azure out of what was set, or the first thing that is wrong with it. A config.json that names a client is
 * taken alone; else it wins over the build key by key.
 */
export function settle(file: JsonObject, builtIn: BuiltIn): Setup {
  const checks: Check[] = []
  for (const [name, value] of Object.entries(file)) {
    const key = KEYS.find((known) => known === name)
    if (!key) return unknown(name)
    if (typeof value !== 'string' || value.trim() === '') return noText(key)
    checks.push({ key, value: value.trim(), from: 'config.json' })
  }
  if (!checks.some(({ key }) => key === 'clientId')) {
    for (const key of KEYS) {
      const value = builtIn[key]?.trim()
      if (value && !checks.some((one) => one.key === key)) checks.push({ key, value, from: 'build' })
    }
  }
  const set = (key: Key) => checks.find((check) => check.key === key)
  const clientId = set('clientId')
  if (!clientId) {
    const [first] = checks
    return wrong(
      'clientId is missing',
      `${first ? `${spelled(first)} is set` : 'Something is set'}, but there is no client id. Without one nobody can sign in, and the demo starts only where nothing is set at all.`,
      `Set clientId in config.json, or ${VARIABLES.clientId} in the build, to the application (client) id of your app registration. For the demo, take the other keys out.`,
    )
  }
  const cloud = cloudOf(set)
  if ('is' in cloud) return cloud
  // A provider of one's own may name its clients as it likes.
  if (cloud.name === 'custom' ? !/^[\w.-]+$/.test(clientId.value) : !isGuid(clientId.value)) {
    return bad(clientId, 'It must be the application (client) id of your app registration, a GUID.')
  }
  const tenant = set('tenantId')
  if (tenant && tenant.value !== ANY_DIRECTORY && !isGuid(tenant.value) && !DOMAIN.test(tenant.value)) {
    const personal = /^(common|consumers)$/i.test(tenant.value)
    return bad(
      tenant,
      personal
        ? 'Azure Resource Manager takes work and school accounts only: leave it out or set it to organizations for any directory, or to the id of one.'
        : 'It must be a directory’s id (a GUID), one of its domain names, or organizations for any directory.',
    )
  }
  return { is: 'azure', clientId: clientId.value, tenantId: tenant?.value ?? ANY_DIRECTORY, cloud }
}

function cloudOf(set: (key: Key) => Check | undefined): Cloud | Extract<Setup, { is: 'problem' }> {
  const named = set('cloud')
  const name = named?.value ?? 'public'
  if (!isCloudName(name)) {
    return named
      ? bad(named, 'It must be public, us-government, china or custom; left out it is public.')
      : CLOUDS.public
  }
  if (name !== 'custom') {
    const extra = OF_CUSTOM.map(set).find((check) => check !== undefined)
    return extra
      ? bad(
          extra,
          `It counts only where cloud is custom, and cloud is ${name}: take it out, or set cloud to custom.`,
        )
      : CLOUDS[name]
  }
  const addresses: Partial<Record<'armEndpoint' | 'authorityHost' | 'portal', string>> = {}
  for (const key of ['armEndpoint', 'authorityHost', 'portal'] as const) {
    const check = set(key)
    if (!check) {
      if (key === 'portal') continue
      return missing(key)
    }
    const origin = originOf(check.value)
    if (origin === undefined) {
      return bad(check, 'It must be an https address without a path, https://arm.example.com.')
    }
    addresses[key] = origin
  }
  const scope = set('scope')
  if (!scope) return missing('scope')
  if (!/^[a-z][a-z0-9+.-]*:\/\/\S+\/\S+$/i.test(scope.value)) {
    return bad(
      scope,
      'It must be what a token is asked for, usually the endpoint’s name with /.default at its end.',
    )
  }
  const { armEndpoint = '', authorityHost = '', portal } = addresses
  return { name, title: 'Azure', armEndpoint, authorityHost, scope: scope.value, ...(portal && { portal }) }
}

function isCloudName(name: string): name is CloudName {
  return name === 'custom' || Object.hasOwn(CLOUDS, name)
}

/** Not the zeros that stand for an id in examples. */
function isGuid(value: string): boolean {
  return GUID.test(value) && /[1-9a-f]/i.test(value)
}

function originOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined
  const { protocol, origin, pathname, search, hash, username } = new URL(value)
  const bare = pathname === '/' && search === '' && hash === '' && username === ''
  return protocol === 'https:' && bare ? origin : undefined
}

const IN_FILE = 'Change it in the file config.json beside index.html, then reload this page.'

type Problem = Extract<Setup, { is: 'problem' }>

function bad(check: Check, must: string): Problem {
  return wrong(
    `${spelled(check)} is wrong`,
    `It says ${JSON.stringify(check.value)}. ${must}`,
    check.from === 'config.json'
      ? IN_FILE
      : `Change ${VARIABLES[check.key]} and build again, or set ${check.key} in the file config.json beside index.html, which wins.`,
  )
}

function unknown(name: string): Problem {
  const meant = KEYS.find((key) => key.toLowerCase() === name.toLowerCase())
  return wrong(
    `config.json holds the key ${name}, which means nothing here`,
    meant ? `It is spelled ${meant}.` : `The keys are ${KEYS.join(', ')}.`,
    IN_FILE,
  )
}

function noText(key: Key): Problem {
  return wrong(
    `${key} in config.json is not a text`,
    'Each value must be a text in quotes that is not empty, or be left out.',
    IN_FILE,
  )
}

function missing(key: Key): Problem {
  return wrong(
    `${key} is missing`,
    'Where cloud is custom, armEndpoint, authorityHost and scope must be set.',
    `Set ${key} in the file config.json beside index.html, or ${VARIABLES[key]} in the build.`,
  )
}

function wrong(what: string, why: string, remedy: string): Problem {
  return { is: 'problem', what, why, remedy }
}

function spelled({ key, from }: Check): string {
  return from === 'config.json' ? `${key} in config.json` : `${VARIABLES[key]} of this build`
}
