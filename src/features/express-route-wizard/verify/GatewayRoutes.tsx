import { LearnedRoutes } from '../../../components/wizard/LearnedRoutes.tsx'
import type { Estate } from '../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { isFromOutside, learntSection } from '../../../model/vpn/routes/learnt-section.ts'
import { useWaitInterval } from '../../../queries/use-coming-up.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useLearnedRoutes } from '../../../queries/use-gateway-questions.ts'

interface GatewayRoutesProps {
  gateway: VirtualNetworkGateway
  estate: Estate
  /** A circuit brings routes. */
  isUp: boolean
}

/** What the gateway learns over the circuits: what the network can reach on-premises. */
export function GatewayRoutes({ gateway, estate, isUp }: GatewayRoutesProps) {
  const every = 3 * useWaitInterval()
  const routes = useLearnedRoutes(gateway.id, (answer) =>
    isUp && answer?.some(isFromOutside) !== true ? every : false,
  )
  const demo = useDemo() !== undefined
  return (
    <LearnedRoutes
      gateway={gateway}
      estate={estate}
      state={routes}
      demo={demo}
      sectionOf={(answer) =>
        learntSection(answer.filter(isFromOutside), gateway, estate, {
          title: 'Learnt over the circuits',
          empty: 'No route from on-premises yet: your routers have to advertise their networks.',
        })
      }
    />
  )
}
