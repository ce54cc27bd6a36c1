import type { RefObject } from 'react'
import { useNavigate } from 'react-router-dom'
import { ActionButton } from '../../../components/ActionButton.tsx'
import type { Topic } from '../../../model/edits/topics.ts'
import { actionPath } from '../../../model/paths.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { useRight } from '../../../queries/use-rights.ts'
import type { ActionForm } from './action-form.ts'
import { ActionMenu } from './ActionMenu.tsx'
import { useOpenForm } from './use-open-form.ts'
import styles from './ActionBar.module.css'

interface ActionBarProps {
  resource: Resource
  forms: readonly ActionForm[]
  ref: RefObject<HTMLDivElement | null>
}

/** What is done most often as buttons, the rest in a menu. */
export function ActionBar({ resource, forms, ref }: ActionBarProps) {
  const form = useOpenForm()
  const navigate = useNavigate()
  if (forms.length === 0) return null

  function open(topic: Topic) {
    const asked = forms.find((one) => one.topic === topic)
    if (asked?.form) form.open(topic)
    else void navigate(actionPath(resource.id, topic, asked?.tab))
  }

  return (
    <div ref={ref} className={styles.bar}>
      {forms
        .filter(({ inHeader }) => inHeader)
        .map((one) => (
          <HeaderAction key={one.topic} resource={resource} form={one} onOpen={open} />
        ))}
      <ActionMenu resource={resource} forms={forms} onOpen={open} />
    </div>
  )
}

interface HeaderActionProps {
  resource: Resource
  form: ActionForm
  onOpen: (topic: Topic) => void
}

function HeaderAction({ resource, form: { topic, label, needs, applies }, onOpen }: HeaderActionProps) {
  const right = useRight(needs, resource.id)
  const applied = applies(resource)
  return (
    <span data-topic={topic}>
      <ActionButton
        label={label}
        right={right}
        instead={applied === 'yes' ? undefined : applied}
        onClick={() => onOpen(topic)}
      />
    </span>
  )
}
