import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { Fragment, lazy, Suspense, useRef, useState } from 'react'
import type { Topic } from '../../../model/edits/topics.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { rightWords, type RightWords } from '../../../model/rights/words.ts'
import { useRight } from '../../../queries/use-rights.ts'
import { type ActionForm, GROUPS } from './action-form.ts'
import styles from './ActionMenu.module.css'

const RightCard = lazy(async () => ({
  default: (await import('../../../components/RightCard.tsx')).RightCard,
}))

interface ActionMenuProps {
  resource: Resource
  forms: readonly ActionForm[]
  onOpen: (topic: Topic) => void
}

/** Everything that can be done to a resource; what cannot says why, and choosing it leads into the reason. */
export function ActionMenu({ resource, forms, onOpen }: ActionMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [refused, setRefused] = useState<{ label: string; words: RightWords; target: HTMLElement }>()
  const [open, setOpen] = useState(false)
  const groups = GROUPS.map((group) => forms.filter((form) => form.group === group)).filter(
    ({ length }) => length > 0,
  )

  function refuse(label: string, words: RightWords) {
    setOpen(false)
    if (button.current) setRefused({ label, words, target: button.current })
  }

  return (
    <>
      <Menu open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <MenuTrigger disableButtonEnhancement>
          <Button
            ref={button}
            icon={<MoreHorizontalRegular />}
            aria-label="More actions"
            title="More actions"
          />
        </MenuTrigger>
        <MenuPopover className={styles.popover}>
          <MenuList>
            {groups.map((group, index) => (
              <Fragment key={group[0]?.group}>
                {index > 0 && <MenuDivider />}
                {group.map((form) => (
                  <Item
                    key={form.topic}
                    resource={resource}
                    form={form}
                    onOpen={onOpen}
                    onRefused={(words) => refuse(form.label, words)}
                  />
                ))}
              </Fragment>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      {refused && (
        <Suspense>
          <RightCard
            words={refused.words}
            label={`Why not: ${refused.label}`}
            target={refused.target}
            focus="enters"
            onClose={() => setRefused(undefined)}
            onPointer={() => undefined}
          />
        </Suspense>
      )}
    </>
  )
}

interface ItemProps {
  resource: Resource
  form: ActionForm
  onOpen: (topic: Topic) => void
  onRefused: (words: RightWords) => void
}

function Item({ resource, form: { topic, label, needs, applies }, onOpen, onRefused }: ItemProps) {
  const right = useRight(needs, resource.id)
  const applied = applies(resource)
  const words = applied === 'yes' ? rightWords(right) : applied
  return (
    <MenuItem
      className={words && styles.off}
      aria-disabled={words !== undefined}
      subText={words && { children: words.what, className: styles.why }}
      onClick={() => onOpen(topic)}
      // Fluent keeps presses on a disabled item to itself, so they are met on their way down.
      onClickCapture={() => words && onRefused(words)}
      onKeyDownCapture={({ key }) => words && (key === 'Enter' || key === ' ') && onRefused(words)}
    >
      {label}
    </MenuItem>
  )
}
