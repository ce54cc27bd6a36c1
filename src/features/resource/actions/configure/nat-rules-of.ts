import { isJsonObject } from '../../../../lib/json.ts'
import { memberAt } from '../../../../model/edits/edit.ts'
import type { Estate } from '../../../../model/estate.ts'
import { keyOf } from '../../../../model/paths.ts'
import type { NatRule, VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'

/** The rules as they stand in the gateway's own answer, which is newer than the estate's once its page has read it. */
export function natRulesOf(gateway: VirtualNetworkGateway): NatRule[] {
  const rules = memberAt(gateway.body, ['properties', 'natRules'])
  if (!Array.isArray(rules)) return []
  return rules.flatMap((body): NatRule[] => {
    if (!isJsonObject(body) || typeof body.id !== 'string' || typeof body.name !== 'string') return []
    const properties = isJsonObject(body.properties) ? body.properties : {}
    const text = (name: string) => (typeof properties[name] === 'string' ? properties[name] : undefined)
    const prefixes = (name: string) => {
      const mappings = properties[name]
      return Array.isArray(mappings)
        ? mappings.flatMap((one) =>
            isJsonObject(one) && typeof one.addressSpace === 'string' ? [one.addressSpace] : [],
          )
        : []
    }
    const { tags: _, zones: __, ...envelope } = gateway
    return [
      {
        ...envelope,
        tags: {},
        zones: [],
        kind: 'natRule',
        id: body.id,
        key: keyOf(body.id),
        name: body.name,
        type: 'Microsoft.Network/virtualNetworkGateways/natRules',
        body,
        natType: text('type'),
        mode: text('mode'),
        internalPrefixes: prefixes('internalMappings'),
        externalPrefixes: prefixes('externalMappings'),
        ipConfigurationId: text('ipConfigurationId'),
      },
    ]
  })
}

/** Names of the connections that use a rule, as far as they were read. */
export function usersOf(rule: NatRule, estate: Estate): string[] {
  return estate.rows.flatMap(({ key }) => {
    const one = estate.resources.get(key)
    return one?.kind === 'connection' && one.natRuleIds.some((id) => keyOf(id) === rule.key) ? [one.name] : []
  })
}
