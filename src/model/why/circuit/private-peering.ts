import { privatePeeringOf } from '../../edits/peering.ts'
import { isProviderLayer3, SET_UP_TAGS } from '../../express-route/set-up-tags.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Cause, type Evidence, type Finding } from '../finding.ts'
import { peeringChanged } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { isReady } from './provider.ts'

/** The private peering is missing, switched off, or its last change failed (ExpressRoute document 3.1, findings ER-006, ER-038). */
export function privatePeering(facts: CircuitFacts): Finding | undefined {
  const circuit = valueOf(facts.circuit)
  // Before the provider is done there can be none: that is its rule's to say.
  if (circuit === undefined || !isReady(facts)) return undefined
  const peering = privatePeeringOf(circuit)
  const said = (text: string): Evidence => ({ text, source: 'Private peering', at: circuit.readAt })
  const cause = (title: string, evidence: Evidence[], change: string, label: string): Cause => ({
    is: 'cause',
    title,
    likelihood: 'very likely',
    evidence,
    side: 'azure',
    change,
    link: { id: circuit.id, topic: 'peering', label },
  })
  if (peering === undefined) {
    if (facts.subject.kind === 'expressRouteCircuit' && circuit.peerings.length > 0)
      return ruledOut('It has a Microsoft peering alone, and no virtual network uses it')
    if (isProviderLayer3(circuit)) {
      const provider = circuit.serviceProviderName ?? 'the provider'
      return {
        ...cause(
          'The provider has not made the private peering yet',
          [
            said(`${circuit.name} is ready and has no AzurePrivatePeering`),
            said(`By its tag ${SET_UP_TAGS.layer3} ${provider} runs layer 3 and makes it`),
          ],
          `Ask ${provider} for the private peering.`,
          'See whose peering it is',
        ),
        side: 'provider',
      }
    }
    return cause(
      'The circuit has no private peering',
      [said(`${circuit.name} is ready and has no AzurePrivatePeering: paid, and unusable`)],
      'Add the private peering: a VLAN ID, two /30 subnets and the AS number of your routers.',
      'Add the private peering',
    )
  }
  const changed = peeringChanged(facts)
  switch (peering.state?.toLowerCase()) {
    case 'disabled':
      return cause(
        'The private peering is switched off',
        [said(`Its state is ${peering.state}`), ...(changed ? [changed.evidence] : [])],
        'Switch the private peering on.',
        'Change the private peering',
      )
    case 'enabled':
    case undefined:
      break
    default:
      return {
        is: 'notChecked',
        missing: `whether the private peering is on: its state is ${peering.state ?? ''}`,
        how: 'Look at the peering in the Azure portal.',
        waiting: false,
      }
  }
  if (peering.provisioningState?.toLowerCase() === 'failed')
    return {
      ...cause(
        'The last change of the private peering failed and was not applied',
        [said(`Its provisioningState is ${peering.provisioningState}`)],
        'See the error under Activity, and repeat the change.',
        'Change the private peering',
      ),
      likelihood: 'possible',
    }
  return ruledOut('The private peering is there and Enabled')
}
