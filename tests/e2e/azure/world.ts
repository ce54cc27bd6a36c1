import { readFile } from 'node:fs/promises'
import { createServer as createHttp, type RequestListener, type Server } from 'node:http'
import { createServer, request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { exportJWK, generateKeyPair } from 'jose'
import { SERVER_ESTATES } from '../../../src/emulator/estates/catalog.ts'
import { startServer } from '../../../src/emulator/server.ts'
import type { ControlCommand, EmulatorState } from '../../../src/emulator/wire/control.ts'
import { createHost } from './host.ts'
import { CONTOSO, PEOPLE, TENANTS } from './people.ts'
import { createProvider, type TokenRequest } from './provider.ts'
import type { Behaviour } from './provider-rules.ts'
import { Storage } from './storage.ts'

const CLIENT_ID = '5f1d0c3e-7a92-4b68-8e14-c0d9a7b36f21'

/** What config.json holds for an Azure that has no name. */
export interface Config {
  clientId: string
  tenantId: string
  cloud: 'custom'
  armEndpoint: string
  authorityHost: string
  scope: string
}

/** The app's host, the OpenID provider and Azure, each on a port of its own over TLS. */
export interface World {
  app: string
  arm: string
  authority: string
  /** Changed by a test as it goes; as it was before the next one. */
  behaviour: Behaviour
  config: Config
  /** Every request for tokens since the test began. */
  tokens: TokenRequest[]
  /** Ends every session and every refresh token: the next sign-in needs a person. */
  endSessions(): void
  /** As `endSessions`, but whoever is signed in at the provider stays so. */
  endRefreshTokens(): void
  control(command: ControlCommand): Promise<EmulatorState>
  reset(): Promise<void>
  close(): Promise<void>
}

/** @param certificateFolder kept for the next run; not shared by two that start at once */
export async function startWorld(certificateFolder: string): Promise<World> {
  const pair = await generateKeyPair('RS256', { extractable: true })
  const shown = { alg: 'RS256', use: 'sig', kid: 'proof' }
  // Not over TLS: between two servers of this process, and Node trusts no certificate made here.
  const keys = createHttp(
    (_, response) => void publicKey.then((key) => response.end(JSON.stringify({ keys: [key] }))),
  )
  const publicKey = exportJWK(pair.publicKey).then((key) => ({ ...key, ...shown }))
  const keysPort = await listen(keys)

  const emulator = await startServer({
    port: 0,
    host: '127.0.0.1',
    estates: SERVER_ESTATES,
    speed: 'instant',
    token: { jwks: new URL(`http://127.0.0.1:${keysPort}/`) },
    certificateFolder,
  })
  const tls = {
    cert: await readFile(join(certificateFolder, 'emulator-certificate.pem')),
    key: await readFile(join(certificateFolder, 'emulator-key.pem')),
  }
  const arm = `https://localhost:${emulator.port}`

  // Ports first: provider and host have to know each other's address.
  let answerSignIn: RequestListener = (_, response) => void response.end()
  const signIn = createServer(tls, (request, response) => answerSignIn(request, response))
  let answerPage = answerSignIn
  const page = createServer(tls, (request, response) => answerPage(request, response))
  const authority = `https://localhost:${await listen(signIn)}`
  const app = `https://localhost:${await listen(page)}`

  const world: World = {
    app,
    arm,
    authority,
    ...asAtFirst(arm, authority),
    endSessions: () => storage.clear(),
    endRefreshTokens: () => storage.clear('RefreshToken'),
    control: (command) => control(arm, tls.cert, command),
    async reset() {
      storage.clear()
      Object.assign(world, asAtFirst(arm, authority))
      await world.control({ do: 'faults', faults: [] })
      await world.control({ do: 'settings', speed: 'instant' })
      await world.control({ do: 'reset', estate: 'contoso' })
    },
    async close() {
      await Promise.all([emulator.close(), ...[keys, signIn, page].map(end)])
    },
  }
  const storage = new Storage()
  const key = { ...(await exportJWK(pair.privateKey)), ...shown }
  const providers = new Map(
    TENANTS.map((tenant) => [
      tenant.tenantId,
      createProvider({
        tenant,
        people: PEOPLE,
        authority,
        clientId: CLIENT_ID,
        redirectUri: `${app}/`,
        storage,
        key,
        behaviour: () => world.behaviour,
        onTokens: (request) => world.tokens.push(request),
      }),
    ]),
  )
  answerSignIn = (request, response) => {
    const tenant = request.url?.split(/[/?]/)[1] ?? ''
    const provider = providers.get(tenant)
    if (provider) return void provider(request, response)
    const error = { error: 'invalid_tenant', error_description: `AADSTS90002: Tenant '${tenant}' not found.` }
    response.writeHead(400, { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' })
    response.end(JSON.stringify(error))
  }
  answerPage = await createHost({ arm: [arm], authority: [authority] }, () => world.config)
  return world
}

function asAtFirst(arm: string, authority: string): Pick<World, 'behaviour' | 'config' | 'tokens'> {
  return {
    behaviour: { accessTokenSeconds: 3600, consent: 'given', ownSignIn: [], notServed: [] },
    config: {
      clientId: CLIENT_ID,
      tenantId: CONTOSO.tenantId,
      cloud: 'custom',
      armEndpoint: arm,
      authorityHost: authority,
      scope: 'https://management.azure.com/.default',
    },
    tokens: [],
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** The emulator's own door: no page may use it. */
function control(arm: string, ca: Buffer, command: ControlCommand): Promise<EmulatorState> {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json' }
    const sent = httpsRequest(
      `${arm}/_emulator/control`,
      { method: 'POST', headers, ca, agent: false },
      (answer) => {
        if (answer.statusCode === 200) json(answer).then((state) => resolve(state as EmulatorState), reject)
        else reject(new Error(`The emulator refused ${JSON.stringify(command)}: ${answer.statusCode}`))
      },
    )
    sent.on('error', reject).end(JSON.stringify(command))
  })
}
