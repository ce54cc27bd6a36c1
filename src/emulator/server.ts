import { randomUUID, X509Certificate } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server'
import { generate } from 'selfsigned'
import { createEmulator } from './app.ts'
import { SERVER_ESTATES } from './estates/catalog.ts'
import type { Estate, ListedEstate } from './estates/estate.ts'
import { estateFromFile } from './estates/from-file.ts'
import { createEndpoint } from './serve/endpoint.ts'
import { requireToken } from './serve/tokens.ts'
import type { Speed } from './wire/control.ts'

export interface ServerOptions {
  /** 0: any free one. */
  port: number
  /** The address it listens on; only this machine can reach the default. */
  host: string
  /** The first one is open. */
  estates: readonly ListedEstate[]
  speed: Speed
  /** `any`: whatever follows Bearer will do. */
  token: 'any' | { jwks: URL | undefined }
  /** Where certificate and key are kept; made on first use. */
  certificateFolder: string
}

export interface RunningServer {
  port: number
  /** PEM file a client has to trust. */
  certificatePath: string
  close(): Promise<void>
}

/**
 * The emulator over TLS, for ARM clients outside the browser. Everything is kept in memory.
 * @throws what Node says when the port is taken or the folder cannot be written
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const clock = () => Date.now()
  const emulator = createEmulator({
    clock,
    newGuid: randomUUID,
    estates: options.estates,
    speed: options.speed,
    sleep: (milliseconds) => setTimeout(milliseconds),
  })
  const { key, cert, path } = await certificateIn(options.certificateFolder)
  const checkToken = options.token === 'any' ? undefined : requireToken(clock, options.token.jwks)
  const endpoint = createEndpoint({ emulator, checkToken, clock, newGuid: randomUUID })
  const fetch = async (request: Request, { incoming }: HttpBindings | Http2Bindings) => {
    const response = await endpoint(request)
    if (response.type !== 'error') return response
    incoming.destroy()
    return new Response(null)
  }
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch,
        port: options.port,
        hostname: options.host,
        createServer,
        serverOptions: { key, cert },
        // Its own Response knows no `Response.error()`, and the process may hold more than this server.
        overrideGlobalObjects: false,
      },
      ({ port }) =>
        resolve({
          port,
          certificatePath: path,
          close: () =>
            new Promise((done) => {
              server.close(() => done())
              if ('closeAllConnections' in server) server.closeAllConnections()
            }),
        }),
    )
    server.on('error', reject)
  })
}

const DAY = 86_400_000

/**
 * For this machine's names only, valid for a year; a new one when a week is left. No authority: where the whole machine
 * trusts it, its key still signs no other site's certificate. One that is an authority is not kept.
 */
async function certificateIn(folder: string): Promise<{ key: string; cert: string; path: string }> {
  const path = join(folder, 'emulator-certificate.pem')
  const keyPath = join(folder, 'emulator-key.pem')
  const kept = await Promise.all([readFile(path, 'utf8'), readFile(keyPath, 'utf8')]).catch(() => undefined)
  if (kept && isGood(new X509Certificate(kept[0]))) return { cert: kept[0], key: kept[1], path }

  const made = await generate([{ name: 'commonName', value: 'Hybrid Connectivity Hub emulator' }], {
    keySize: 2048,
    algorithm: 'sha256',
    // Yesterday: clocks of containers differ.
    notBeforeDate: new Date(Date.now() - DAY),
    notAfterDate: new Date(Date.now() + 365 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(keyPath, made.private, { mode: 0o600 })
  await writeFile(path, made.cert)
  return { cert: made.cert, key: made.private, path }
}

function isGood({ ca, validTo }: X509Certificate): boolean {
  return !ca && Date.parse(validTo) - Date.now() > 7 * DAY
}

const USAGE = `npm run emulator -- [options]
  --port 8443             0 takes any free port
  --host 127.0.0.1        the address to listen on
  --estate contoso        ${SERVER_ESTATES.map(({ name }) => name).join(', ')}, or a file: see docs/emulator-server.md
  --speed fast            instant, fast, realistic
  --require-token         refuse tokens that have expired or are not for Azure Resource Manager
  --jwks URL              with --require-token: also check signatures by the keys found there`

/** `npm run emulator`: starts the server by its arguments and prints where it is. A message for people on failure. */
export async function run(args: string[], print: (text: string) => void): Promise<RunningServer> {
  const options = await optionsFrom(args)
  const server = await startServer(options)
  print(`Azure Resource Manager, emulated: https://localhost:${server.port}`)
  print(`Certificate to trust:             ${server.certificatePath}`)
  print(`Estate ${options.estates[0]?.name ?? ''}, speed ${options.speed}, kept in memory. Ctrl+C stops.`)
  return server
}

async function optionsFrom(args: string[]): Promise<ServerOptions> {
  const { values } = parsed(args)
  if (values.help) throw new Error(USAGE)
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new Error(`--port ${values.port} is not a port.\n${USAGE}`)
  if (!isSpeed(values.speed)) throw new Error(`--speed ${values.speed} is not known.\n${USAGE}`)
  if (values.jwks !== undefined && !(values['require-token'] && URL.canParse(values.jwks)))
    throw new Error(`--jwks takes an address, and goes with --require-token.\n${USAGE}`)
  const jwks = values.jwks === undefined ? undefined : new URL(values.jwks)
  return {
    port,
    host: values.host,
    estates: await estatesFrom(values.estate),
    speed: values.speed,
    token: values['require-token'] ? { jwks } : 'any',
    certificateFolder: join(cacheFolder(), 'hybrid-connectivity-hub'),
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '8443' },
        host: { type: 'string', default: '127.0.0.1' },
        estate: { type: 'string', default: 'contoso' },
        speed: { type: 'string', default: 'fast' },
        'require-token': { type: 'boolean', default: false },
        jwks: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}

function isSpeed(text: string): text is Speed {
  return text === 'instant' || text === 'fast' || text === 'realistic'
}

/** The named one, or the one in a file, first; the others to change to. */
async function estatesFrom(name: string): Promise<ListedEstate[]> {
  const estate = SERVER_ESTATES.find((one) => one.name === name) ?? (await estateIn(name))
  return [estate, ...SERVER_ESTATES.filter((one) => one.name !== estate.name)]
}

async function estateIn(path: string): Promise<Estate> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`There is no estate ${path}, and no such file can be read.\n${USAGE}`, { cause })
  })
  const file = estateFromFile(text, basename(path))
  if (file.is === 'estate') return file.estate
  const problems = file.problems.map(({ where, what }) => `  ${where}: ${what}`)
  throw new Error(`${path} is not an estate:\n${problems.join('\n')}`)
}

function cacheFolder(): string {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local')
  return join(homedir(), '.cache')
}
