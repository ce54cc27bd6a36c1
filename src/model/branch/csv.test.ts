import { expect, test } from 'vitest'
import { csvTemplate, readSites, type CsvRow } from './csv.ts'

const BGP = { connection: { bgp: true } as never }
const HEAD = 'Site;Vendor;Prefixes;Link;Speed;IP address;ASN;BGP'

/** Lines with semicolons, as a parser gives them. */
function rows(...lines: string[]): CsvRow[] {
  return [HEAD, ...lines].map((line, index) => ({ line: index + 1, cells: line.split(';') }))
}

const GOOD = 'site-a;Cisco;10.1.0.0/16;link-1;100;203.0.113.1;;'

test.each<[string, string[], string[]]>([
  ['nothing is wrong', [GOOD], []],
  ['two lines of one site are its links', [GOOD, 'SITE-A;;10.2.0.0/16;;50;203.0.113.2;;'], []],
  ['an empty line is passed over', [GOOD, ';;;;;;;'], []],
  ['a name that Azure does not take', ['=cmd;;10.1.0.0/16;;;203.0.113.1;;'], ['2 Site']],
  ['no name', [';;10.1.0.0/16;;;203.0.113.1;;'], ['2 Site']],
  ['a prefix with bits after the mask', ['a;;10.1.0.1/16;;;203.0.113.1;;'], ['2 Prefixes']],
  ['no prefix and no BGP', ['a;;;;;203.0.113.1;;'], ['2 Prefixes']],
  ['no prefix, and BGP', ['a;;;;;203.0.113.1;AS 64801;10.9.0.1'], []],
  ['an address that is private', ['a;;10.1.0.0/16;;;10.0.0.1;;'], ['2 IP address']],
  ['a speed in words, of the second link', [GOOD, 'site-a;;;;fast;203.0.113.2;;'], ['3 Speed']],
  ['a speed with its unit', ['a;;10.1.0.0/16;;100 Mbps;203.0.113.1;;'], []],
  ['an AS number of Azure', ['a;;10.1.0.0/16;;;203.0.113.1;65515;10.9.0.1'], ['2 ASN']],
  ['a BGP address without an AS number', ['a;;10.1.0.0/16;;;203.0.113.1;;10.9.0.1'], ['2 ASN']],
  ['another device in the second line', [GOOD, 'site-a;Fortinet;;;;203.0.113.2;;'], ['3 Vendor']],
  ['two links of one name', [GOOD, 'site-a;;;link-1;;203.0.113.2;;'], ['3 Link']],
  ['a cell too many', [`${GOOD};more`], ['2']],
  ['a fifth link', [1, 2, 3, 4, 5].map((number) => `a;;10.1.0.0/16;;;203.0.113.${number};;`), ['6']],
])('%s', (_, lines, expected) => {
  const { faults } = readSites(rows(...lines), BGP)
  expect(faults.map(({ line, column }) => [line, column].filter(Boolean).join(' '))).toEqual(expected)
})

test('what lines of one site say comes together', () => {
  const { sites, links } = readSites(
    rows(GOOD, 'Site-A;;10.2.0.0/16 10.1.0.0/16;backup;50;vpn.contoso.com;;'),
    BGP,
  )
  expect(links).toBe(2)
  expect(sites).toMatchObject([
    {
      name: 'site-a',
      vendor: 'Cisco',
      prefixes: ['10.1.0.0/16', '10.2.0.0/16'],
      links: [
        { name: 'link-1', speed: '100', endpoint: '203.0.113.1' },
        { name: 'backup', speed: '50', endpoint: 'vpn.contoso.com' },
      ],
    },
  ])
})

test('columns that are missing are named, others are said to be left out', () => {
  expect(readSites([{ line: 1, cells: ['Site', 'Prefix'] }], BGP).faults[0]?.text).toMatch(
    /lacks IP address or DNS name/,
  )
  const extra = [
    { line: 1, cells: ['Site', 'Prefixes', 'IP', 'Cost centre'] },
    { line: 2, cells: ['a', '10.1.0.0/16', '203.0.113.1', '7'] },
  ]
  expect(readSites(extra, BGP)).toMatchObject({
    sites: [{ name: 'a' }],
    faults: [{ line: 1, column: 'Cost centre' }],
  })
})

test('the template is read without a fault', () => {
  const lines = csvTemplate().trimEnd().split('\r\n')
  const { sites, faults } = readSites(
    lines.map((line, index) => ({ line: index + 1, cells: line.split(',') })),
    BGP,
  )
  expect(faults).toEqual([])
  expect(sites.map(({ name, links }) => [name, links.length])).toEqual([
    ['site-example-1', 2],
    ['site-example-2', 1],
  ])
})

test('a letter that Azure does not take in a name is named', () => {
  const of = (name: string) =>
    readSites(
      [
        { line: 1, cells: ['Site', 'Prefixes', 'IP'] },
        { line: 2, cells: [name, '10.1.0.0/16', '203.0.113.1'] },
      ],
      BGP,
    ).faults.map(({ text }) => text.split('.')[0])
  expect(of('München')).toEqual(['Azure takes no ü in a name, only a to z of the letters'])
  expect(of('a b')).toEqual(['Use 1 to 77 letters, digits, _ '])
  expect(of('munchen')).toEqual([])
})
