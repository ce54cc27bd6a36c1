import { keyOf, nameOfId } from '../../paths.ts'
import { whyUnfit } from '../../wizard/address-unfit.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { gatewayIdOf, gatewayPlace } from '../place.ts'
import { advice, error, fromFinding, setGateway, type At, type Looked, type WizardCheck } from './check.ts'

/** A public IP address of one's own: Azure gives a gateway one by itself where it has come to do so (ExpressRoute document 4.4, 9 rows 1 and 4). */
export function addressChecks({ answers, around }: Looked): WizardCheck[] {
  const { address, publicAddress } = answers.gateway
  if (address === 'azure') return []
  const at: At = ['gateway', 'gateway.publicAddress']
  const instead = setGateway('Let Azure give it one', { address: 'azure' }, around)
  const sent = advice(
    'own-address',
    at,
    'In more and more regions Azure gives an ExpressRoute gateway its address itself, and fails where one is sent.',
    instead,
  )
  if (publicAddress.is === 'new') return [sent]
  const { id } = publicAddress
  if (id === '') return [error('address', at, 'Choose a public IP address.', instead)]
  const wrong = idTypeFindings(id, 'publicIPAddresses')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const found = around.estate.resources.get(keyOf(id))
  if (found?.kind !== 'publicIPAddress')
    return [
      advice(
        'unread-address',
        at,
        `${nameOfId(id)} could not be read. It has to be Standard, static, in the gateway’s region and free.`,
        instead,
      ),
      sent,
    ]
  const why = whyUnfit(found, 'ExpressRoute', gatewayIdOf(answers, around), gatewayPlace(answers, around))
  return why === undefined ? [sent] : [error('address', at, why, instead)]
}
