import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { EditRequest } from '../../../../components/writes/EditRequest.tsx'
import type { ClientSession } from '../../../../model/diagnostics/client-session.ts'
import { count } from '../../../../model/format.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { disconnection, sessionName } from '../../../../model/vpn/point-to-site.ts'
import { requestOf } from '../../../../queries/edit-request.ts'
import { useEdits } from '../../../../queries/use-edits.ts'
import { useFirstFocus } from '../../../../ui/first-focus.ts'

interface DisconnectDialogProps {
  gateway: VirtualNetworkGateway
  open: boolean
  sessions: readonly ClientSession[]
  onClose: (sent: boolean) => void
}

/** Says who is cut off before anybody is. */
export function DisconnectDialog({ gateway, open, sessions, onClose }: DisconnectDialogProps) {
  const { queue } = useEdits()
  const surface = useFirstFocus(open)
  const action = disconnection(gateway, sessions)
  const clients = count(sessions.length, 'client')
  return (
    <Dialog open={open} onOpenChange={() => onClose(false)}>
      <DialogSurface ref={surface}>
        <DialogBody>
          <DialogTitle>
            Disconnect {clients} from <bdi>{gateway.name}</bdi>
          </DialogTitle>
          <DialogContent>
            <p>These are cut off:</p>
            <ul>
              {sessions.map((session) => (
                <li key={session.vpnConnectionId}>
                  <bdi>{sessionName(session)}</bdi>
                  {session.publicIpAddress !== undefined && (
                    <>
                      , from <bdi>{session.publicIpAddress}</bdi>
                    </>
                  )}
                </li>
              ))}
            </ul>
            <p>{action.effect}</p>
            <EditRequest request={requestOf(action, gateway.body)} />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onClose(false)}>Cancel</Button>
            <Button
              appearance="primary"
              onClick={() => {
                queue.add(action)
                onClose(true)
              }}
            >
              Disconnect {clients}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
