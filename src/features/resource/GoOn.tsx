import { Button } from '@fluentui/react-components'
import { useHref, useLinkClickHandler } from 'react-router-dom'

/** A link that looks like what it is most often used as: the first thing to do here. */
export function GoOn({ label, to }: { label: string; to: string }) {
  const href = useHref(to)
  const follow = useLinkClickHandler<HTMLAnchorElement | HTMLButtonElement>(to)
  return (
    <Button as="a" appearance="primary" href={href} onClick={follow}>
      {label}
    </Button>
  )
}
