import { describe, expect, it } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { testEmulator } from './emulator.ts'

/** An existing gateway of a SKU that is not zone-redundant takes no changes any more. */
const RETIRED = 'NonAzSkusNotAllowedForVPNGateway'

describe('what a GET shows of the contoso estate', () => {
  it('can be PUT back as it is, but for what Azure has retired and what is busy', async () => {
    let accepted = 0
    const refused: Record<string, string[]> = {}
    for (const { id } of contoso.resources) {
      // Whose they are, and what is locked, is no matter here.
      const estates = [{ ...contoso, roleAssignments: undefined, locks: undefined }]
      const emulator = testEmulator({ estates })
      const { body } = await emulator.ask('GET', id)
      const answer = await emulator.ask('PUT', id, body)
      if (answer.status === 200) accepted++
      if (answer.status === 200 || answer.status === 429) continue
      const code: string = answer.body.error?.code ?? String(answer.status)
      if (code === RETIRED) continue
      refused[code] = [
        ...(refused[code] ?? []),
        `${id.split('/').slice(7).join('/')}: ${answer.body.error?.message}`,
      ]
    }
    expect(refused).toEqual({})
    expect(accepted).toBeGreaterThan(contoso.resources.length * 0.8)
  }, 120_000)
})
