import { useState } from 'react'
import type { TypedSecrets } from '../../../../../model/edits/point-to-site.ts'
import { secretKeyOf, type TypedServer } from '../../../../../model/edits/radius-servers.ts'
import type { VirtualNetworkGateway } from '../../../../../model/resources/vpn.ts'
import { useWriteOf } from '../../../../../queries/use-edits.ts'

const NONE: TypedSecrets = new Map()

/** The secrets that are typed in the form: in no draft, gone with the form, and once they are set. */
export function useTypedSecrets({ id }: VirtualNetworkGateway) {
  const write = useWriteOf(id, 'point-to-site')
  const done = write?.state.is === 'done' ? write.key : undefined
  /** `after`: the write that was done when they were typed. */
  const [typed, setTyped] = useState({ secrets: NONE, after: done })
  const secrets = done === undefined || done === typed.after ? typed.secrets : NONE
  return {
    secrets,
    setSecret(row: TypedServer, secret: string) {
      setTyped({ secrets: new Map([...secrets, [secretKeyOf(row), secret]]), after: done })
    },
    forgetSecrets: () => setTyped({ secrets: NONE, after: done }),
  }
}
