import { useLocation, useNavigate } from 'react-router-dom'
import { TOPICS, type Topic } from '../../../model/edits/topics.ts'

/** Which form the address asks for, `?do=reset`, and how to open and close one. Others are ignored. */
export function useOpenForm() {
  const { pathname, search, state } = useLocation()
  const navigate = useNavigate()
  const query = new URLSearchParams(search)
  const asked = query.get('do')
  const topic = TOPICS.find((known) => known === asked)
  return {
    topic,
    open(next: Topic) {
      const { search: to } = withTopic(search, next)
      void navigate({ pathname, search: to }, { state: OPENED })
    },
    /** Where the page itself opened it, closing is going back, so that Back does not open it again. */
    close() {
      if (isOpened(state)) void navigate(-1)
      else void navigate({ pathname, search: withTopic(search).search }, { replace: true })
    },
  }
}

const OPENED = { form: 'opened' } as const

/** What the browser keeps with an address is anybody's. */
function isOpened(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'form' in state && state.form === OPENED.form
}

function withTopic(search: string, topic?: Topic): { search: string } {
  const query = new URLSearchParams(search)
  if (topic === undefined) query.delete('do')
  else query.set('do', topic)
  return { search: query.toString() }
}
