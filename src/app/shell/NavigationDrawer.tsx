import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { closeOverlay } from '../overlay.ts'
import { DrawerTools } from './DrawerTools.tsx'
import { Navigation } from './Navigation.tsx'

/** The navigation of a narrow screen, with what has no room in its top bar. */
export function NavigationDrawer({ open }: { open: boolean }) {
  return (
    <OverlayDrawer open={open} position="start" size="small" onOpenChange={closeOverlay}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={closeOverlay} />
          }
        >
          Hybrid Connectivity Hub
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Navigation place="drawer" onFollow={closeOverlay} />
        <DrawerTools />
      </DrawerBody>
    </OverlayDrawer>
  )
}
