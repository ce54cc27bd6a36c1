import { keyOf, nameOfId } from '../../paths.ts'
import { parsePrefix, overlaps } from '../../../lib/cidr.ts'
import { provisioningReasons } from '../../status/provisioning.ts'
import { idTypeFindings } from '../../wizard/id-type.ts'
import { gatewayOfNetwork } from '../../wizard/network-gateways.ts'
import { hubOfNetwork, isWrittenAgain, networksOf, networkThere, virtualNetwork } from '../networks.ts'
import { hubIdOf, hubNameOf, hubPrefixOf } from '../place.ts'
import { advice, error, fromFinding, remedy, type At, type Looked, type WizardCheck } from './check.ts'

/** Virtual networks of one hub, less one for each hub of the WAN (Virtual WAN document 8, 15.3). */
const MOST = 500

/** Virtual networks that come to the hub (Virtual WAN document 8). */
export function networkChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { networks } = answers.hub
  const all = networks.length + networksOf(hubIdOf(answers), around).length
  return [
    ...networks.flatMap((id, index) => networkCheck(id, index, looked)),
    ...(all > MOST
      ? [
          error(
            'VW-020',
            ['hub', 'hub.networks'],
            `The hub would have ${all} virtual networks, and it takes ${MOST} less one for each hub.`,
          ),
        ]
      : []),
  ]
}

function networkCheck(id: string, index: number, { answers, around }: Looked): WizardCheck[] {
  const at: At = ['hub', `hub.networks.${index}`]
  const without = () =>
    remedy(
      'Leave it out',
      ['hub.networks'],
      (now) => ({ ...now, hub: { ...now.hub, networks: now.hub.networks.toSpliced(index, 1) } }),
      around,
    )
  if (id === '') return [error('network', at, 'Choose a virtual network, or remove it.', without())]
  const wrong = idTypeFindings(id, 'virtualNetworks')
  if (wrong.length > 0) return wrong.map((one) => fromFinding(one, at, around))
  const name = nameOfId(id)
  if (answers.hub.networks.slice(0, index).some((other) => keyOf(other) === keyOf(id)))
    return [error('network', at, `${name} is chosen twice.`, without())]
  const there = networkThere(id, answers, around)
  if (there) {
    const [state] = provisioningReasons(there.provisioningState)
    return state?.verdict === 'attention' && !isWrittenAgain(there)
      ? [
          advice(
            'network-failed',
            at,
            `The connection ${there.name} of ${name} has failed. It has routing of its own, so it is left as it is here: mend it on its page.`,
            without(),
          ),
        ]
      : []
  }
  const other = hubOfNetwork(id, around)
  const twice = other
    ? [
        // That a network joins one hub only is not verified (Virtual WAN document 16).
        advice(
          'network-hub',
          at,
          `${name} is connected to the hub ${nameOfId(other.hubId)} already. Azure may refuse a second hub.`,
          without(),
        ),
      ]
    : []
  const found = virtualNetwork(id, around)
  if (!found)
    return [
      ...twice,
      advice('unread-network', at, `${name} could not be read, so nothing can be held against it.`),
    ]
  const gateway =
    gatewayOfNetwork(id, 'Vpn', around.estate) ?? gatewayOfNetwork(id, 'ExpressRoute', around.estate)
  if (gateway)
    return [
      ...twice,
      advice(
        'network-gateway',
        at,
        `${name} has the gateway ${gateway.name} of its own. Azure may refuse to connect it to a hub.`,
        without(),
      ),
    ]
  const hub = parsePrefix(hubPrefixOf(answers, around))
  const met = found.addressPrefixes.find((text) => {
    const prefix = parsePrefix(text)
    return hub && prefix && overlaps(hub, prefix)
  })
  return met === undefined
    ? twice
    : [
        ...twice,
        error(
          'VW-005',
          at,
          `${met} of ${name} overlaps ${hubPrefixOf(answers, around)} of the hub ${hubNameOf(answers)}.`,
          without(),
        ),
      ]
}
