import type { Json } from '../../lib/json.ts'
import { overlaps, parsePrefix } from '../../lib/cidr.ts'
import type { NatRule, VirtualNetworkGateway } from '../resources/vpn.ts'
import { childNameProblem } from './child-name.ts'
import { memberAt, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'
import type { Removal } from './write.ts'

/** A NAT rule as it is typed. */
export interface TypedNatRule {
  name: string
  type: 'Static' | 'Dynamic'
  mode: 'EgressSnat' | 'IngressSnat'
  internal: string
  external: string
  /** Id of the ip configuration of one instance; empty: both. */
  ipConfigurationId: string
}

export interface NatRuleProblem {
  field: keyof TypedNatRule
  text: string
}

const TYPE = 'Microsoft.Network/virtualNetworkGateways/natRules'
const MOST = 500

/** Why a gateway takes no NAT rules (VPN Gateway 1.6, 3.8); `undefined` when it does. */
export function whyNoNatRules({
  sku = '',
  gatewayType,
}: Pick<VirtualNetworkGateway, 'sku' | 'gatewayType'>): string | undefined {
  if (gatewayType?.toLowerCase() !== 'vpn') return 'This is not a VPN gateway.'
  return /^(basic|vpngw1(az)?)$/i.test(sku) ? `NAT rules are not available on ${sku}.` : undefined
}

export function typedNatRuleOf(rule: NatRule): TypedNatRule {
  return {
    name: rule.name,
    type: rule.natType?.toLowerCase() === 'dynamic' ? 'Dynamic' : 'Static',
    mode: rule.mode?.toLowerCase() === 'ingresssnat' ? 'IngressSnat' : 'EgressSnat',
    internal: rule.internalPrefixes[0] ?? '',
    external: rule.externalPrefixes[0] ?? '',
    ipConfigurationId: rule.ipConfigurationId ?? '',
  }
}

/**
 * VAL-NAT-01 (VPN Gateway 3.8, 3.9).
 * @param others the gateway's other rules
 */
export function natRuleProblems(
  { activeActive }: VirtualNetworkGateway,
  typed: TypedNatRule,
  others: readonly NatRule[],
): NatRuleProblem[] {
  const problems: NatRuleProblem[] = []
  const { name, type, internal, external, ipConfigurationId } = typed
  const nameText = childNameProblem(name, others, `The gateway has a rule ${name} already.`)
  if (nameText !== undefined) problems.push({ field: 'name', text: nameText })
  const inside = parsePrefix(internal)
  const outside = parsePrefix(external)
  if (!inside) problems.push({ field: 'internal', text: 'Enter a prefix, 10.0.1.0/24.' })
  if (!outside) problems.push({ field: 'external', text: 'Enter a prefix, 192.168.1.0/24.' })
  if (inside && outside) {
    if (type === 'Static' && inside.length !== outside.length)
      problems.push({ field: 'external', text: 'In a static rule both prefixes have the same length.' })
    if (type === 'Dynamic' && outside.length < 26)
      problems.push({ field: 'external', text: 'In a dynamic rule the external prefix is /26 or smaller.' })
    const other = others.find((one) =>
      one.externalPrefixes.some((prefix) => {
        const parsed = parsePrefix(prefix)
        return parsed !== undefined && overlaps(parsed, outside)
      }),
    )
    if (other) problems.push({ field: 'external', text: `It overlaps what ${other.name} translates to.` })
  }
  if (type === 'Dynamic' && activeActive && ipConfigurationId === '')
    problems.push({ field: 'ipConfigurationId', text: 'A dynamic rule belongs to one instance.' })
  if (others.length >= MOST) problems.push({ field: 'name', text: `A gateway has ${MOST} rules at most.` })
  return problems
}

/** A new rule: a resource of its own in the gateway. */
export function newNatRule(gateway: VirtualNetworkGateway, typed: TypedNatRule): Replacement {
  const { ipConfigurationId, type, mode, internal, external } = typed
  const id = `${gateway.id}/natRules/${typed.name}`
  return {
    ...facts(gateway, id, typed.name),
    creates: true,
    changes: [
      { path: ['name'], to: typed.name },
      { path: ['properties', 'type'], to: type },
      { path: ['properties', 'mode'], to: mode },
      { path: ['properties', 'internalMappings'], to: [{ addressSpace: internal }] },
      { path: ['properties', 'externalMappings'], to: [{ addressSpace: external }] },
      ...(ipConfigurationId === ''
        ? []
        : [{ path: ['properties', 'ipConfigurationId'], to: ipConfigurationId }]),
    ],
    what: `the NAT rules of ${gateway.name}: ${typed.name} is new`,
    effect:
      'The gateway is updated, which takes minutes. The rule translates nothing until a connection uses it.',
  }
}

/** Type and name stay: they cannot be changed (VPN Gateway 3.8). */
export function natRuleEdit(gateway: VirtualNetworkGateway, rule: NatRule, typed: TypedNatRule): Replacement {
  const mapping = (member: string, to: Json) => [['properties', member, '0', 'addressSpace'], to] as const
  return {
    ...facts(gateway, rule.id, rule.name),
    changes: setMembers(rule.body, [
      [['properties', 'mode'], typed.mode],
      mapping('internalMappings', typed.internal),
      mapping('externalMappings', typed.external),
      ...(typed.ipConfigurationId === '' &&
      memberAt(rule.body, ['properties', 'ipConfigurationId']) === undefined
        ? []
        : [[['properties', 'ipConfigurationId'], typed.ipConfigurationId || undefined] as const]),
    ]),
    what: `the NAT rule ${rule.name}`,
    effect:
      'The gateway is updated, which takes minutes. Traffic of the connections that use the rule gets other addresses at once; sessions through it break.',
  }
}

export function natRuleRemoval(gateway: VirtualNetworkGateway, rule: NatRule): Removal {
  const { is: _, method: __, ...common } = facts(gateway, rule.id, rule.name)
  return {
    ...common,
    is: 'removal',
    method: 'DELETE',
    action: `${TYPE}/delete`,
    what: `delete the NAT rule ${rule.name}`,
    effect: 'The gateway is updated, which takes minutes. Azure refuses it while a connection uses the rule.',
  }
}

function facts(
  gateway: VirtualNetworkGateway,
  id: string,
  name: string,
): Omit<Replacement, 'changes' | 'what' | 'effect'> {
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'nat-rules',
    id,
    name,
    action: writeAction(TYPE),
    // Rules and gateway are written as one document.
    holds: heldBy(gateway),
  }
}
