import type { Visit } from './app.ts'

/** What Azure has at a path now, with the version of the API or without. */
export async function ask({ emulator }: Visit, path: string): Promise<unknown> {
  const answer = await emulator.fetch(
    new Request(`https://management.azure.com${path}${path.includes('?') ? '' : '?api-version=2025-05-01'}`, {
      headers: { Authorization: 'Bearer x' },
    }),
  )
  return answer.json()
}
