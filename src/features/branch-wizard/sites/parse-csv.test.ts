import { expect, test } from 'vitest'
import { parseCsv, textOfFile } from './parse-csv.ts'

test.each<[string, string, { line: number; cells: string[] }[]]>([
  [
    'commas',
    'a,b\r\n1,2',
    [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ],
  ],
  [
    'semicolons, with a mark at the start',
    '\uFEFFa;b\n"1;1";2',
    [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1;1', '2'] },
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
    ],
  ],
  [
    'a cell with lines of its own',
    'a,b\n"1\n1",2\n3,4',
    [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n1', '2'] },
      { line: 4, cells: ['3', '4'] },
    ],
  ],
])('%s', async (_, text, rows) => expect((await parseCsv(text)).rows).toEqual(rows))

test('quotation marks that do not close are told by their line', async () => {
  expect((await parseCsv('a,b\n1,2\n"3,4')).faults).toMatchObject([{ line: 3 }])
})

test('a file of a spreadsheet in Western Europe keeps its letters', async () => {
  expect(await textOfFile(new Blob([new Uint8Array([0x4d, 0x61, 0x6c, 0x6d, 0xf6])]))).toBe('Malmö')
  expect(await textOfFile(new Blob(['Malmö']))).toBe('Malmö')
})
