import { describe, expect, test } from 'vitest'
import { err, ok } from '../../lib/result.ts'
import type { HubError } from '../errors.ts'
import { layer2, pathsVerdict, prefixesReceived, session } from './judge-path.ts'
import type { ArpRow, PathReading, SummaryRow } from './path-tables.ts'

const microsoft: ArpRow = {
  age: 0,
  interface: 'Microsoft',
  ipAddress: '192.168.1.2',
  macAddress: '6412.25a7.b9c9',
}
const customer: ArpRow = {
  age: 12,
  interface: 'On-Prem',
  ipAddress: '192.168.1.1',
  macAddress: '8843.e1aa.0b12',
}

test.each<[string, ArpRow[], string]>([
  ['both routers', [customer, microsoft], 'healthy'],
  ['Microsoft’s alone, as recorded', [microsoft], 'down'],
  ['a customer without a MAC address', [{ ...customer, macAddress: 'Incomplete' }, microsoft], 'down'],
  [
    'a customer written with colons',
    [{ ...customer, macAddress: '88:43:e1:aa:0b:12' }, microsoft],
    'healthy',
  ],
  ['nothing', [], 'unknown'],
])('layer 2 of %s', (_, rows, verdict) => expect(layer2(rows).verdict).toBe(verdict))

test.each<[string | undefined, string, string, number | undefined]>([
  ['214', 'healthy', 'Established', 214],
  ['0', 'attention', 'Established', 0],
  ['Active', 'down', 'Active', undefined],
  ['Idle', 'down', 'Idle', undefined],
  ['Idle (PfxCt)', 'down', 'Idle (PfxCt)', undefined],
  [undefined, 'unknown', 'Nothing told', undefined],
])('a session that tells %s', (statePfxRcd, verdict, text, prefixes) => {
  const rows: SummaryRow[] = [{ neighbor: '192.168.1.1', statePfxRcd }]
  expect(session(rows)).toMatchObject({ verdict, text })
  expect(prefixesReceived(rows)).toBe(prefixes)
})

test('a session over the limit says what to do', () => {
  expect(session([{ statePfxRcd: 'Idle (PfxCt)' }]).meaning).toMatch(/Too many prefixes/)
})

describe('both paths', () => {
  const error: HubError = { kind: 'server', code: 'No', message: 'No.', details: [] }
  const up = (path: 'primary' | 'secondary'): PathReading => ({
    path,
    arp: ok([customer, microsoft]),
    summary: ok([{ statePfxRcd: '3' }]),
  })
  const noSession = { ...up('secondary'), summary: ok([{ statePfxRcd: 'Active' }]) }
  const noLink = { ...noSession, arp: ok([microsoft]) }
  test.each<[string, PathReading[], string, RegExp]>([
    ['up', [up('primary'), up('secondary')], 'healthy', /Both paths are up/],
    [
      'no session',
      [up('primary'), noSession],
      'attention',
      /secondary path is down: the routers answer each other/,
    ],
    ['no link', [up('primary'), noLink], 'attention', /does not answer/],
    ['none up', [{ ...noLink, path: 'primary' }, noLink], 'down', /No BGP session is up/],
    ['one not told', [up('primary'), { ...up('secondary'), summary: err(error) }], 'unknown', /was not told/],
    [
      'no prefix',
      [up('primary'), { ...up('secondary'), summary: ok([{ statePfxRcd: '0' }]) }],
      'attention',
      /^The secondary path receives no prefix\.$/,
    ],
    [
      'no prefix on either',
      [
        { ...up('primary'), summary: ok([{ statePfxRcd: '0' }]) },
        { ...up('secondary'), summary: ok([{ statePfxRcd: '0' }]) },
      ],
      'attention',
      /^Neither path receives a prefix\.$/,
    ],
    [
      'nothing told',
      [
        { ...up('primary'), summary: ok([]) },
        { ...up('secondary'), summary: ok([]) },
      ],
      'unknown',
      /was not told/,
    ],
  ])('%s', (_, paths, verdict, sentence) => {
    expect(pathsVerdict(paths)).toMatchObject({ verdict, sentence: expect.stringMatching(sentence) })
  })
})
