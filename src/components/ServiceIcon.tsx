import { GlobeRegular, PlugDisconnectedRegular, ShieldKeyholeRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Service } from '../model/resources/kinds.ts'

const ICONS: Record<Service, ReactNode> = {
  vpn: <ShieldKeyholeRegular />,
  expressroute: <PlugDisconnectedRegular />,
  virtualwan: <GlobeRegular />,
}

/** A service's icon, as large as the text it is set in. Its name always stands beside it. */
export function ServiceIcon({ service }: { service: Service }) {
  return ICONS[service]
}
