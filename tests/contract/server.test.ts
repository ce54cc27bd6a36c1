import { spawn } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request, type RequestOptions } from 'node:https'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NetworkManagementClient } from '@azure/arm-network'
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, SignJWT } from 'jose'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/run.mjs'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { empty } from '../../src/emulator/estates/empty.ts'
import { type RunningServer, type ServerOptions, startServer } from '../../src/emulator/server.ts'
import { SUBSCRIPTION } from './emulator.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-server-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const start = (change: Partial<ServerOptions> = {}): Promise<RunningServer> =>
  startServer({
    port: 0,
    host: '127.0.0.1',
    estates: [empty, contoso],
    speed: 'instant',
    token: 'any',
    certificateFolder: folder,
    ...change,
  })

interface Heard {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** As a client that trusts the certificate and nothing else. */
function ask(
  server: RunningServer,
  path: string,
  options: RequestOptions = {},
  body?: string,
): Promise<Heard> {
  const ca = readFileSync(server.certificatePath)
  return new Promise((resolve, reject) => {
    const sent = request(
      `https://localhost:${server.port}${path}`,
      { ca, agent: false, ...options },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        )
      },
    )
    sent.on('error', reject).end(body)
  })
}

const BEARER = { headers: { Authorization: 'Bearer x' } }

describe('the emulator over TLS', () => {
  let server: RunningServer
  beforeAll(async () => void (server = await start()))
  afterAll(() => server.close())

  it('serves the pinned SDK under Node: a PUT with polling, a list, a paged link', async () => {
    const endpoint = `https://localhost:${server.port}`
    const credential = { getToken: async () => ({ token: 'x', expiresOnTimestamp: Date.now() + 3_600_000 }) }
    const client = new NetworkManagementClient(credential, SUBSCRIPTION, {
      endpoint,
      credentialScopes: 'https://management.azure.com/.default',
      tlsOptions: { ca: readFileSync(server.certificatePath) },
    })
    const made = await ask(
      server,
      `/subscriptions/${SUBSCRIPTION}/resourcegroups/net?api-version=2021-04-01`,
      { method: 'PUT', headers: { ...BEARER.headers, 'Content-Type': 'application/json' } },
      JSON.stringify({ location: 'westeurope' }),
    )
    expect(made.status).toBe(201)
    await ask(
      server,
      '/_emulator/control',
      { method: 'POST', headers: { 'Content-Type': 'application/json' } },
      JSON.stringify({ do: 'settings', pageSize: 1 }),
    )
    for (const name of ['one', 'two']) {
      const wan = await client.virtualWans.beginCreateOrUpdateAndWait(
        'net',
        name,
        { location: 'westeurope', typePropertiesType: 'Standard' },
        { updateIntervalInMs: 20 },
      )
      expect(wan.provisioningState).toBe('Succeeded')
    }
    const names: (string | undefined)[] = []
    for await (const wan of client.virtualWans.list()) names.push(wan.name)
    expect(names).toEqual(['one', 'two'])
  })

  it('is not believed without its certificate, and keeps the key to its owner', async () => {
    await expect(
      ask(server, '/subscriptions?api-version=2022-12-01', { ...BEARER, ca: undefined }),
    ).rejects.toThrow(/self-signed/)
    if (process.platform !== 'win32') expect(statSync(join(folder, 'emulator-key.pem')).mode & 0o077).toBe(0)
    const second = await start()
    expect(readFileSync(second.certificatePath)).toEqual(readFileSync(server.certificatePath))
    expect((await ask(second, '/subscriptions?api-version=2022-12-01', BEARER)).status).toBe(200)
    await second.close()
  })

  it('has a certificate that signs no other one, also where one that does was kept', async () => {
    const own = mkdtempSync(join(tmpdir(), 'hub-server-'))
    const made = await generate([{ name: 'commonName', value: 'kept' }], {
      notAfterDate: new Date(Date.now() + 365 * 86_400_000),
      extensions: [{ name: 'basicConstraints', cA: true }],
    })
    writeFileSync(join(own, 'emulator-certificate.pem'), made.cert)
    writeFileSync(join(own, 'emulator-key.pem'), made.private)
    expect(new X509Certificate(made.cert).ca).toBe(true)
    const second = await start({ certificateFolder: own })
    for (const { certificatePath } of [server, second]) {
      const certificate = new X509Certificate(readFileSync(certificatePath))
      expect(certificate.ca).toBe(false)
      // In OpenSSL's words: what it is for, and nothing else.
      expect(certificate.subjectAltName).toBe(
        'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
      )
      expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    }
    expect((await ask(second, '/subscriptions?api-version=2022-12-01', BEARER)).status).toBe(200)
    await second.close()
    rmSync(own, { recursive: true })
  })

  it('takes older versions, doubled slashes and lower-case segments', async () => {
    const path = `//subscriptions/${SUBSCRIPTION}//resourcegroups?api-version=2021-08-01`
    expect((await ask(server, path, BEARER)).status).toBe(200)
  })

  it('lets pages of any origin ask and read every header, but leaves the controls and http alone', async () => {
    const asked = await ask(server, `/subscriptions/${SUBSCRIPTION}`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://hub.example', 'Access-Control-Request-Headers': 'authorization' },
    })
    expect(asked.status).toBe(200)
    expect(asked.headers['access-control-allow-origin']).toBe('*')
    expect(asked.headers['access-control-allow-headers']).toBe('authorization')
    const { headers } = await ask(server, '/subscriptions?api-version=2022-12-01', BEARER)
    expect(headers['access-control-expose-headers']).toContain('x-ms-correlation-request-id')
    expect(headers['strict-transport-security']).toBeUndefined()
    const state = await ask(server, '/_emulator/state')
    expect(state.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('has the controls of the demo', async () => {
    expect(JSON.parse((await ask(server, '/_emulator/state')).body)).toMatchObject({ estate: 'empty' })
    const post = (body: string, type = 'application/json') =>
      ask(server, '/_emulator/control', { method: 'POST', headers: { 'Content-Type': type } }, body)
    const reset = await post(JSON.stringify({ do: 'reset', estate: 'contoso' }))
    expect(JSON.parse(reset.body)).toMatchObject({ estate: 'contoso', persisted: false })
    expect((await post('nothing')).status).toBe(400)
    expect((await post('{"do":"describe"}', 'text/plain')).status).toBe(415)
    for (const command of [
      { do: 'download' },
      { do: 'open', name: 'x', text: '[]', readOnly: true },
      { do: 'reset', estate: 'nowhere' },
      { do: 'faults', faults: [{ kind: 'slow', ms: 1 }] },
    ])
      expect((await post(JSON.stringify(command))).status).toBe(400)
    expect(JSON.parse((await ask(server, '/_emulator/state')).body)).toMatchObject({
      estate: 'contoso',
      faults: [],
    })
    expect((await ask(server, '/subscriptions?api-version=2022-12-01', BEARER)).status).toBe(200)
    expect((await ask(server, '/_emulator/other')).status).toBe(404)
    await post(JSON.stringify({ do: 'reset', estate: 'empty' }))
  })
})

describe('--require-token', () => {
  let pair: GenerateKeyPairResult
  let keys: Server
  let jwks: URL
  const sign = (claims: object, expires: string, key = pair.privateKey) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'a' })
      .setExpirationTime(expires)
      .sign(key)
  const code = async (server: RunningServer, token: string) => {
    const { body, status } = await ask(server, '/subscriptions?api-version=2022-12-01', {
      headers: { Authorization: `Bearer ${token}` },
    })
    return status === 200 ? 'ok' : `${status} ${(JSON.parse(body) as { error: { code: string } }).error.code}`
  }
  const ARM = { aud: 'https://management.azure.com/' }

  beforeAll(async () => {
    pair = await generateKeyPair('RS256')
    const key = { ...(await exportJWK(pair.publicKey)), kid: 'a', alg: 'RS256' }
    keys = createServer((_, answer) => answer.end(JSON.stringify({ keys: [key] }))).listen(0, '127.0.0.1')
    await new Promise((listening) => keys.once('listening', listening))
    // An address was given to it just now: it is one of TCP.
    jwks = new URL(`http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`)
  })
  afterAll(() => void keys.close())

  it('wants a token for Azure Resource Manager that has not expired', async () => {
    const server = await start({ token: { jwks: undefined } })
    expect(await code(server, 'x')).toBe('401 InvalidAuthenticationToken')
    expect(await code(server, await sign(ARM, '1 hour'))).toBe('ok')
    expect(await code(server, await sign(ARM, '1 hour ago'))).toBe('401 ExpiredAuthenticationToken')
    expect(await code(server, await sign({ aud: 'https://graph.microsoft.com' }, '1 hour'))).toBe(
      '401 InvalidAuthenticationTokenAudience',
    )
    await server.close()
  })

  it('checks the signature by the published keys', async () => {
    const server = await start({ token: { jwks } })
    expect(await code(server, await sign(ARM, '1 hour'))).toBe('ok')
    expect(await code(server, await sign(ARM, '1 hour ago'))).toBe('401 ExpiredAuthenticationToken')
    const other = await generateKeyPair('RS256')
    expect(await code(server, await sign(ARM, '1 hour', other.privateKey))).toBe(
      '401 InvalidAuthenticationToken',
    )
    await server.close()
  })
})

describe('npm run emulator', () => {
  const script = join(root, 'scripts/emulator.mjs')
  /** Its output, and its exit code when it ends by itself before it has said that it is ready. */
  const launch = (args: string[]) =>
    new Promise<{ output: string; code: number | null; end(): Promise<number | null> }>((resolve) => {
      const child = spawn(process.execPath, [script, ...args], {
        env: { ...process.env, XDG_CACHE_HOME: folder },
      })
      const ended = new Promise<number | null>((done) => child.once('close', done))
      const end = () => (child.kill('SIGTERM'), ended)
      let output = ''
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text
          if (output.includes('Ctrl+C')) resolve({ output, code: null, end })
        })
      void ended.then((code) => resolve({ output, code, end }))
    })

  it('builds itself, prints where it is and stops when told', async () => {
    const file = join(folder, 'mine.json')
    const id = `/subscriptions/${SUBSCRIPTION}/resourceGroups/net/providers/Microsoft.Network/virtualWans/mine`
    writeFileSync(file, JSON.stringify({ value: [{ id, location: 'westeurope', properties: {} }] }))
    const { output, end } = await launch(['--port', '0', '--estate', file, '--speed', 'instant'])
    const [, port] = /https:\/\/localhost:(\d+)/.exec(output) ?? []
    const [, certificatePath = ''] = /trust:\s+(.+)/.exec(output) ?? []
    const server = { port: Number(port), certificatePath, close: () => Promise.resolve() }
    expect(JSON.parse((await ask(server, '/_emulator/state')).body)).toMatchObject({
      speed: 'instant',
      estate: 'mine.json',
    })
    expect((await ask(server, `${id}?api-version=2024-05-01`, BEARER)).status).toBe(200)
    if (process.platform !== 'win32') expect(await end()).toBe(0)
    else await end()
  }, 60_000)

  it('says what is wrong with its arguments', async () => {
    const { output, code } = await launch(['--estate', 'nowhere'])
    expect([code, output]).toEqual([1, expect.stringContaining('There is no estate nowhere')])
    const file = join(folder, 'broken.json')
    writeFileSync(file, '{ "value": [')
    const refused = await launch(['--estate', file])
    expect([refused.code, refused.output]).toEqual([
      1,
      expect.stringMatching(/is not an estate:\n {2}line 1/),
    ])
  }, 60_000)
})
