import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular, OpenRegular } from '@fluentui/react-icons'
import { portalAddress } from '../../model/portal.ts'

interface ActionsProps {
  id: string
  tenantId: string | undefined
  /** True on a made-up estate, which the portal does not know. */
  demo: boolean
  reading: boolean
  onRefresh: () => void
}

export function Actions({ id, tenantId, demo, reading, onRefresh }: ActionsProps) {
  return (
    <>
      <Button
        as="a"
        icon={<OpenRegular />}
        href={portalAddress(id, tenantId)}
        target="_blank"
        rel="noreferrer"
        title={demo ? 'Opens the portal, which does not know this made-up estate' : 'Opens a new tab'}
      >
        Open in Azure portal
      </Button>
      <Button icon={<ArrowClockwiseRegular />} onClick={onRefresh} disabledFocusable={reading}>
        {reading ? 'Reading' : 'Refresh'}
      </Button>
    </>
  )
}
