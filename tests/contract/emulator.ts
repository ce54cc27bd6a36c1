import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/app.ts'
import type { EstatePerson } from '../../src/emulator/estates/estate.ts'
import { empty } from '../../src/emulator/estates/empty.ts'

export interface TestEmulator extends Emulator {
  /** Moves the clock. */
  pass(seconds: number): void
  /** Milliseconds since the epoch. */
  now(): number
  /** @param token what follows Bearer */
  ask(method: string, path: string, body?: unknown, token?: string): Promise<Asked>
}

export interface Asked {
  status: number
  headers: Headers
  // A test reads what it expects to be there; what is not there fails it.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
}

export const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111'
export const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/net`
export const NETWORK = `${GROUP}/providers/Microsoft.Network`

let guids = 0

/** An emulator with a clock that stands still and GUIDs that count. */
export function testEmulator(options: Partial<EmulatorOptions> = {}): TestEmulator {
  let now = Date.UTC(2026, 10, 25, 9)
  const emulator = createEmulator({
    clock: () => now,
    newGuid: () => `00000000-0000-4000-8000-${String(++guids).padStart(12, '0')}`,
    estates: [empty],
    speed: 'realistic',
    ...options,
  })
  return {
    ...emulator,
    pass: (seconds) => {
      now += seconds * 1000
    },
    now: () => now,
    async ask(method, path, body, token = 'x') {
      const url = path.startsWith('https://') ? path : `https://management.azure.com${path}`
      const full = url.includes('api-version')
        ? url
        : `${url}${url.includes('?') ? '&' : '?'}api-version=2025-05-01`
      const response = await emulator.fetch(
        new Request(full, {
          method,
          headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
          body: body === undefined ? undefined : JSON.stringify(body),
        }),
      )
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? undefined : JSON.parse(text),
      }
    },
  }
}

/** A token nobody signed, of a person in a directory. */
export function tokenOf({ objectId: oid, username }: EstatePerson, tid?: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part({ oid, tid, preferred_username: username })}.x`
}

/** A resource group and a network with a gateway subnet. */
export async function withNetwork(emulator: TestEmulator): Promise<TestEmulator> {
  await emulator.ask('PUT', GROUP, { location: 'westeurope' })
  for (const [path, body] of BEFORE_GATEWAY) await emulator.ask('PUT', `${NETWORK}/${path}`, body)
  emulator.pass(60)
  return emulator
}

/** What a gateway refers to. */
export const BEFORE_GATEWAY: [path: string, body: object][] = [
  [
    'virtualNetworks/hub',
    {
      location: 'westeurope',
      properties: {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        subnets: [{ name: 'GatewaySubnet', properties: { addressPrefix: '10.0.255.0/27' } }],
      },
    },
  ],
  [
    'publicIPAddresses/gw-ip',
    {
      location: 'westeurope',
      sku: { name: 'Standard', tier: 'Regional' },
      zones: ['1', '2', '3'],
      properties: { publicIPAllocationMethod: 'Static' },
    },
  ],
]

export const GATEWAY = {
  location: 'westeurope',
  properties: {
    gatewayType: 'Vpn',
    vpnType: 'RouteBased',
    sku: { name: 'VpnGw2AZ', tier: 'VpnGw2AZ' },
    ipConfigurations: [
      {
        name: 'default',
        properties: {
          subnet: { id: `${NETWORK}/virtualNetworks/hub/subnets/GatewaySubnet` },
          publicIPAddress: { id: `${NETWORK}/publicIPAddresses/gw-ip` },
        },
      },
    ],
  },
}
