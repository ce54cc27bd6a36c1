import { type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import type { Topic } from '../../../model/edits/topics.ts'
import type { Estate } from '../../../model/estate.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { focusWhenFree } from '../../../ui/focus-again.ts'
import type { ActionForm } from './action-form.ts'
import { useOpenForm } from './use-open-form.ts'

interface OpenFormProps {
  resource: Resource
  estate: Estate
  forms: readonly ActionForm[]
  /** Where the focus goes back to. */
  bar: RefObject<HTMLDivElement | null>
}

/** The form that the address asks for, where it is one of this resource and for it. */
export function OpenForm({ resource, estate, forms, bar }: OpenFormProps) {
  const { topic: asked, close } = useOpenForm()
  // What a tab has is not opened here, so nothing closes and the focus stays in the tab.
  const topic = forms.find(
    (form) => form.topic === asked && form.tab === undefined && form.applies(resource) === 'yes',
  )?.topic
  // What was open once stays, closed, so that it closes as it should.
  const [last, setLast] = useState<Topic>()
  if (topic !== undefined && topic !== last) setLast(topic)

  // The dialog has no trigger of Fluent's: it is opened from the address.
  const before = useRef(topic)
  useEffect(() => {
    if (topic === undefined && before.current !== undefined) {
      const own = bar.current?.querySelector<HTMLElement>(`[data-topic="${before.current}"] button`)
      focusWhenFree(own ?? bar.current?.querySelector<HTMLElement>('button[aria-haspopup="menu"]'))
    }
    before.current = topic
  }, [topic, bar])

  const Form = forms.find((form) => form.topic === (topic ?? last))?.form
  if (!Form) return null
  return (
    <ErrorBoundary
      fallback={() => <p>The form could not be loaded. Reload the page: what is typed is kept.</p>}
    >
      <Suspense>
        <Form
          key={topic ?? last}
          resource={resource}
          estate={estate}
          open={topic !== undefined}
          onClose={close}
        />
      </Suspense>
    </ErrorBoundary>
  )
}
