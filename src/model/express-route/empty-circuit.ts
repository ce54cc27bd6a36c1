import type { CircuitAnswers, MicrosoftAnswers } from './answers.ts'

/** None is wanted. */
export const NO_MICROSOFT: MicrosoftAnswers = {
  wanted: false,
  addressing: 'ipv4',
  asn: '',
  vlan: '',
  primary: '',
  secondary: '',
  primary6: '',
  secondary6: '',
  prefixes: '',
  prefixes6: '',
  customerAsn: '',
  registry: 'NONE',
  routeFilter: '',
  routeFilter6: '',
}

/** A circuit with nothing in it yet, with a key that no other has. */
export function emptyCircuit(others: readonly Pick<CircuitAnswers, 'key'>[]): CircuitAnswers {
  const number = others.reduce((most, { key }) => Math.max(most, Number(/^c(\d+)$/.exec(key)?.[1] ?? 0)), 0)
  return {
    key: `c${number + 1}`,
    use: 'new',
    existing: '',
    uri: '',
    name: '',
    region: '',
    provider: '',
    location: '',
    bandwidth: '',
    portId: '',
    gbps: '',
    rateLimiting: false,
    tier: 'Standard',
    family: 'MeteredData',
    peering: {
      by: 'customer',
      addressing: 'ipv4',
      asn: '',
      primary: '',
      secondary: '',
      primary6: '',
      secondary6: '',
      vlan: '',
      md5: false,
    },
    microsoft: NO_MICROSOFT,
    connection: { name: '', weight: '', fastPath: false, privateLinkFastPath: false },
  }
}
