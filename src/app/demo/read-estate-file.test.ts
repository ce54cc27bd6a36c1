import { expect, test } from 'vitest'
import { readEstateFile } from './read-estate-file.ts'

test.each([
  ['UTF-8', [0x5b, 0xc3, 0xbc, 0x5d]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x5b, 0xc3, 0xbc, 0x5d]],
  ['UTF-16 as Windows PowerShell writes it', [0xff, 0xfe, 0x5b, 0, 0xfc, 0, 0x5d, 0]],
  ['UTF-16, big end first', [0xfe, 0xff, 0, 0x5b, 0, 0xfc, 0, 0x5d]],
])('%s is read', async (_, bytes) => {
  expect(await readEstateFile(new Blob([new Uint8Array(bytes)]))).toBe('[ü]')
})
