import type { Estate } from '../../model/estate.ts'
import type { Surroundings } from '../../model/express-route/surroundings.ts'
import { unreadAround } from '../../model/wizard/unread.ts'

/** What the answers are held against while only the estate was read. */
export function aroundOf(estate: Estate): Surroundings {
  return { ...unreadAround(estate), providers: { is: 'reading' } }
}
