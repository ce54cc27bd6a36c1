import { ExistingSubnet } from '../../../components/wizard/ExistingSubnet.tsx'
import { existingNetwork } from '../../../model/express-route/place.ts'
import { isSubnetThere, subnetPrefixes } from '../../../model/wizard/underlay.ts'
import { TextAnswer } from '../fields.ts'
import { withGateway } from '../with-gateway.ts'
import { useWizard } from '../wizard.ts'

/** The subnet the gateway stands in: asked where there is none, else used as it is. */
export function GatewaySubnet() {
  const { answers, around, said } = useWizard()
  const there = existingNetwork(answers, around)
  if (answers.gateway.network.is === 'existing' && isSubnetThere(there, around) === true)
    return (
      <ExistingSubnet
        id="gateway.gatewaySubnet"
        prefixes={subnetPrefixes(there, around)}
        asked={around.gatewaySubnet}
        said={said('gateway.gatewaySubnet')}
      />
    )
  return (
    <TextAnswer
      field="gateway.gatewaySubnet"
      label="GatewaySubnet, new"
      value={answers.gateway.gatewaySubnet}
      placeholder="10.60.255.0/27"
      set={(now, gatewaySubnet) => withGateway(now, { gatewaySubnet })}
    />
  )
}
