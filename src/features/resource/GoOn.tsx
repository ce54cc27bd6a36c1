import { Button } from '@fluentui/react-components'
import { useHref, useLinkClickHandler } from 'react-router-dom'

interface GoOnProps {
  label: string
  to: string
  /** Before others that are as near. */
  first: boolean
}

/** A link that looks like what it is most often used as: the first thing to do here. */
export function GoOn({ label, to, first }: GoOnProps) {
  const href = useHref(to)
  const follow = useLinkClickHandler<HTMLAnchorElement | HTMLButtonElement>(to)
  return (
    <Button as="a" appearance={first ? 'primary' : 'secondary'} href={href} onClick={follow}>
      {label}
    </Button>
  )
}
