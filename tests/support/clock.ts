import { vi } from 'vitest'

/** What happens while the clock stands still, some time later than it is. */
export async function later(milliseconds: number, happens: () => Promise<unknown>): Promise<void> {
  const then = Date.now() + milliseconds
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => then)
  try {
    await happens()
  } finally {
    clock.mockRestore()
  }
}
