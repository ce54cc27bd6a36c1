import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Resource } from '../resources/resource.ts'
import type { Answers, CircuitAnswers, Resiliency } from './answers.ts'

/** Tags that a circuit of the wizard carries, and the first of them its gateway too, so that a set-up is found again from any browser. Nothing else goes by them. */
export const SET_UP_TAGS = {
  /** Shared by the circuits of one set-up. */
  setUp: 'hybrid-connectivity-setup',
  resiliency: 'hybrid-connectivity-resiliency',
  /** ARM id of the virtual network or hub that is meant. */
  target: 'hybrid-connectivity-target',
  /** `provider`: it runs layer 3 and makes the private peering itself. */
  layer3: 'hybrid-connectivity-layer-3',
  /** `wanted`: a Microsoft peering is to be made too. */
  microsoft: 'hybrid-connectivity-microsoft-peering',
} as const

/** Values of tags have at most 256 characters (ARM contract 9); a longer id is left out. */
const LONGEST = 256

/**
 * Tags of a new circuit.
 * @param target ARM id of the virtual network or hub that is meant, where that is known
 */
export function setUpTags(
  { setUp, goal }: Pick<Answers, 'setUp' | 'goal'>,
  { peering, microsoft }: Pick<CircuitAnswers, 'peering' | 'microsoft'>,
  target: string | undefined,
): Record<string, string> {
  return {
    ...(setUp !== '' && { [SET_UP_TAGS.setUp]: setUp }),
    [SET_UP_TAGS.resiliency]: goal.resiliency,
    ...(target !== undefined && target.length <= LONGEST && { [SET_UP_TAGS.target]: target }),
    ...(peering.by === 'provider' && goal.port === 'provider' && { [SET_UP_TAGS.layer3]: 'provider' }),
    ...(microsoft.wanted && { [SET_UP_TAGS.microsoft]: 'wanted' }),
  }
}

/** Of the gateway that the circuits are to lead to: it may be made weeks before they can be connected. */
export function gatewayTags({ setUp }: Pick<Answers, 'setUp'>): Record<string, string> {
  return setUp === '' ? {} : { [SET_UP_TAGS.setUp]: setUp }
}

/** What the tags of a circuit or a gateway tell; text from ARM, and so anybody's. */
export interface SetUp {
  id?: string
  resiliency?: Resiliency
  target?: string
  /** The provider runs layer 3. */
  layer3?: 'provider'
  microsoft?: 'wanted'
}

export function setUpOf({ tags }: Pick<Resource, 'tags'>): SetUp {
  const value = (name: string) => {
    const entry = Object.entries(tags).find(([tag]) => tag.toLowerCase() === name)
    return entry?.[1].trim()
  }
  const id = value(SET_UP_TAGS.setUp)
  const target = value(SET_UP_TAGS.target)
  const layer3 = value(SET_UP_TAGS.layer3)
  const microsoft = value(SET_UP_TAGS.microsoft)
  const said = value(SET_UP_TAGS.resiliency)
  const resiliency = (['maximum', 'high', 'standard'] as const).find((one) => one === said)
  return {
    ...(id !== undefined && /^[\w-]{1,40}$/.test(id) && { id }),
    ...(resiliency && { resiliency }),
    ...(target !== undefined && target.startsWith('/') && { target }),
    ...(layer3?.toLowerCase() === 'provider' && { layer3: 'provider' as const }),
    ...(microsoft?.toLowerCase() === 'wanted' && { microsoft: 'wanted' as const }),
  }
}

/** Whether somebody noted at a circuit that its provider runs layer 3, and owns the private peering (ExpressRoute document 10); a port has no provider. */
export function isProviderLayer3(circuit: Pick<ExpressRouteCircuit, 'tags' | 'expressRoutePortId'>): boolean {
  return circuit.expressRoutePortId === undefined && setUpOf(circuit).layer3 !== undefined
}
