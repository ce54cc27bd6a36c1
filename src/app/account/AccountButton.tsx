import { PersonCircleRegular } from '@fluentui/react-icons'
import type { MouseEvent } from 'react'
import { useSessionState } from '../../queries/use-session.ts'

/** Where the panel hangs when the palette opens it. */
export const ACCOUNT_BUTTON = 'account-button'

interface AccountButtonProps {
  id?: string
  className?: string
  iconClassName?: string
  labelClassName?: string
  onClick: (event: MouseEvent<HTMLButtonElement>) => void
}

/** Who is signed in; opens the account's panel. Not there in the demo. */
export function AccountButton({ id, className, iconClassName, labelClassName, onClick }: AccountButtonProps) {
  const state = useSessionState()
  if (state?.is !== 'signedIn') return null
  const { name, username } = state.account
  return (
    <button
      type="button"
      id={id}
      className={className}
      aria-label={`Account ${username}`}
      title={username}
      aria-haspopup="dialog"
      onClick={onClick}
    >
      <span className={iconClassName} aria-hidden>
        <PersonCircleRegular />
      </span>
      <bdi className={labelClassName}>{name ?? username}</bdi>
    </button>
  )
}
