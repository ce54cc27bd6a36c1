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
    ['up', [up('primary'), up('secondary')], 'healthy', /Both paths are up: the routers answer and/],
    [
      'up, with an ARP table that was not read',
      [up('primary'), { ...up('secondary'), arp: err(error) }],
      'healthy',
      /^Both paths are up: both BGP sessions are established\.$/,
    ],
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

/** A peering with both families has a session of each on both links, and each is judged. */
describe('IPv4 and IPv6', () => {
  const rows = (four: string | undefined, six: string | undefined): SummaryRow[] => [
    ...(four === undefined ? [] : [{ neighbor: '192.168.1.1', statePfxRcd: four }]),
    ...(six === undefined ? [] : [{ neighbor: 'fd00::1', statePfxRcd: six }]),
  ]
  test.each<[string | undefined, string | undefined, string, string]>([
    ['5', '3', 'healthy', 'Established'],
    ['5', 'Idle', 'down', 'IPv6: Idle'],
    ['Active', '3', 'down', 'IPv4: Active'],
    ['5', '0', 'attention', 'IPv6: Established'],
    ['5', undefined, 'unknown', 'IPv6: Nothing told'],
    [undefined, '3', 'unknown', 'IPv4: Nothing told'],
  ])('a path with IPv4 %s and IPv6 %s', (four, six, verdict, text) => {
    expect(session(rows(four, six), [4, 6])).toMatchObject({ verdict, text })
  })

  test('IPv6 alone is judged by itself', () => {
    expect(session(rows(undefined, '3'), [6])).toMatchObject({ verdict: 'healthy', text: 'Established' })
    expect(session(rows(undefined, 'Idle'), [6])).toMatchObject({ verdict: 'down', text: 'Idle' })
    expect(prefixesReceived(rows(undefined, '3'))).toBe(3)
  })

  const path = (name: 'primary' | 'secondary', four?: string, six?: string): PathReading => ({
    path: name,
    arp: ok([customer, microsoft]),
    summary: ok(rows(four, six)),
  })
  test.each<[PathReading[], string, RegExp]>([
    [[path('primary', '5', '3'), path('secondary', '5', '3')], 'healthy', /established\. Over IPv4 and IPv6/],
    [
      [path('primary', '5', 'Idle'), path('secondary', '5', 'Idle')],
      'attention',
      /^IPv6: No BGP session is up: the routers answer each other, and no session comes up\.$/,
    ],
    [
      [path('primary', '5', '3'), path('secondary', '5', 'Idle')],
      'attention',
      /^IPv6: The secondary path is/,
    ],
    [[path('primary', '5'), path('secondary', '5')], 'unknown', /^IPv6: How the paths stand was not told\.$/],
    [
      [path('primary', 'Idle', 'Idle'), path('secondary', 'Idle', 'Idle')],
      'down',
      /^IPv4: No BGP session is up.*IPv6: No BGP session is up/,
    ],
    [
      [path('primary', '5', '0'), path('secondary', '5', '3')],
      'attention',
      /^IPv6: The primary path receives no/,
    ],
  ])('both paths, %#', (paths, verdict, sentence) => {
    expect(pathsVerdict(paths, [4, 6])).toMatchObject({ verdict, sentence: expect.stringMatching(sentence) })
  })

  test('a router that answers for one family alone is told with the other', () => {
    const six = [{ ...microsoft, ipAddress: 'fd00::2' }]
    expect(layer2([customer, microsoft, ...six])).toMatchObject({ verdict: 'down', text: 'IPv6: No answer' })
    const there = { ...customer, ipAddress: 'fd00::1' }
    expect(layer2([customer, microsoft, there, ...six])).toMatchObject({
      verdict: 'healthy',
      text: 'Answers',
    })
  })
})
