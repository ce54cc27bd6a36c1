import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular, OpenRegular } from '@fluentui/react-icons'
import { portalAddress } from '../../model/portal.ts'
import { usePortal } from '../../queries/use-deployment.ts'

interface ActionsProps {
  id: string
  tenantId: string | undefined
  /** A made-up estate the portal does not know; a file may be of a real one. */
  demo: 'none' | 'made up' | 'file'
  reading: boolean
  onRefresh: () => void
}

const TITLES: Record<Exclude<ActionsProps['demo'], 'made up'>, string> = {
  none: 'Opens a new tab',
  file: 'Opens the portal, which may show it otherwise than this file, or not know it',
}

export function Actions({ id, tenantId, demo, reading, onRefresh }: ActionsProps) {
  const portal = usePortal()
  return (
    <>
      {portal !== undefined && demo !== 'made up' && (
        <Button
          as="a"
          icon={<OpenRegular />}
          href={portalAddress(id, tenantId, portal)}
          target="_blank"
          rel="noreferrer"
          title={TITLES[demo]}
        >
          Open in Azure portal
        </Button>
      )}
      <Button icon={<ArrowClockwiseRegular />} onClick={onRefresh} disabledFocusable={reading}>
        {reading ? 'Reading' : 'Refresh'}
      </Button>
    </>
  )
}
