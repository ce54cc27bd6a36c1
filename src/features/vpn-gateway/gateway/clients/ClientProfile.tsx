import { ProfileMaker } from '../../../../components/clients/ProfileMaker.tsx'
import { GATEWAY_QUESTIONS } from '../../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { useDemo } from '../../../../queries/use-demo.ts'
import { useProfileMaker, useQuestionRight } from '../../../../queries/use-gateway-questions.ts'
import { Group } from '../Group.tsx'

interface ClientProfileProps {
  gateway: VirtualNetworkGateway
  estate: Estate
}

/** The package that devices need to connect to a gateway. */
export function ClientProfile({ gateway, estate }: ClientProfileProps) {
  const { id, name, clientAuthentication } = gateway
  const demo = useDemo() !== undefined
  const make = useProfileMaker(id)
  const right = useQuestionRight(GATEWAY_QUESTIONS.clientProfile, id)
  return (
    <Group id={id} title="Client profile">
      <ProfileMaker
        name={name}
        hasRadius={clientAuthentication.some((one) => one.toLowerCase() === 'radius')}
        right={right}
        demo={demo}
        subscriptions={estate.subscriptions}
        make={make}
      />
    </Group>
  )
}
