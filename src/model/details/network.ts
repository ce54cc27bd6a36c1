import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { parentId } from '../paths.ts'
import type {
  AzureFirewall,
  PublicIPAddress,
  Subnet,
  VirtualNetwork,
  VirtualNetworkPeering,
} from '../resources/network.ts'
import type { Details, FieldValue } from './field.ts'
import { absent, code, codes, field, resource, resources, stateIs, text, yesNo } from './values.ts'

export function virtualNetworkDetails(network: VirtualNetwork, estate: Estate): Details {
  return {
    essentials: [
      field('Address space', codes(network.addressPrefixes)),
      field('DNS servers', codes(network.dnsServers, 'Azure default')),
    ],
    sections: [
      {
        title: 'Subnets',
        note: count(network.subnets.length, 'subnet'),
        columns: [{ label: 'Subnet' }, { label: 'Address prefixes' }],
        rows: network.subnets.map((subnet) => ({
          key: subnet.id,
          cells: [resource(subnet.id, estate), codes(subnet.addressPrefixes)],
        })),
        empty: 'It has no subnets.',
      },
      {
        title: 'Peerings',
        note: count(network.peerings.length, 'peering'),
        columns: [
          { label: 'State' },
          { label: 'Peering' },
          { label: 'Remote virtual network' },
          { label: 'Gateway' },
        ],
        rows: network.peerings.map((peering) => ({
          key: peering.id,
          cells: [
            stateIs(peering.peeringState, 'Connected', 'attention'),
            resource(peering.id, estate),
            resource(peering.remoteVirtualNetworkId, estate),
            text(gatewayUse(peering)),
          ],
        })),
        empty: 'It is peered with no other virtual network.',
      },
    ],
  }
}

function gatewayUse(peering: { useRemoteGateways: boolean; allowGatewayTransit: boolean }): string {
  if (peering.useRemoteGateways) return 'uses the remote gateway'
  return peering.allowGatewayTransit ? 'lends its own gateway' : 'none'
}

export function subnetDetails(subnet: Subnet, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual network', resource(parentId(subnet.id), estate)),
      field('Address prefixes', codes(subnet.addressPrefixes)),
      field('Network security group', resource(subnet.networkSecurityGroupId, estate)),
      field('Route table', resource(subnet.routeTableId, estate)),
      field(
        'Used by',
        resources(
          subnet.usedBy.map((id) => parentIdOfConfiguration(id)),
          estate,
          'nothing',
        ),
      ),
    ],
    sections: [],
  }
}

/** `…/virtualNetworkGateways/g/ipConfigurations/c`: the gateway is what people know. */
function parentIdOfConfiguration(id: string): string {
  return parentId(id) ?? id
}

export function peeringDetails(peering: VirtualNetworkPeering, estate: Estate): Details {
  return {
    essentials: [
      field('Peering state', stateIs(peering.peeringState, 'Connected', 'attention')),
      field('Sync level', text(peering.peeringSyncLevel)),
      field('Virtual network', resource(parentId(peering.id), estate)),
      field('Remote virtual network', resource(peering.remoteVirtualNetworkId, estate)),
      field('Remote address space', codes(peering.remoteAddressPrefixes)),
      field('Uses the remote gateway', yesNo(peering.useRemoteGateways)),
      field('Lends its own gateway', yesNo(peering.allowGatewayTransit)),
    ],
    sections: [],
  }
}

export function publicIPAddressDetails(address: PublicIPAddress, estate: Estate): Details {
  return {
    essentials: [
      field('Address', code(address.ipAddress, 'not allocated yet')),
      field('SKU', text(address.sku)),
      field('Allocation', text(address.allocationMethod)),
      field('Version', text(address.version)),
      field('DNS name', code(address.fqdn)),
      field('Used by', usedBy(address.usedBy, estate)),
    ],
    sections: [],
  }
}

function usedBy(id: string | undefined, estate: Estate): FieldValue {
  return id === undefined ? absent('nothing') : resource(parentId(id) ?? id, estate)
}

export function firewallDetails(firewall: AzureFirewall, estate: Estate): Details {
  return {
    essentials: [
      field('SKU', text([firewall.sku, firewall.tier].filter(Boolean).join(' '))),
      field('Virtual hub', resource(firewall.virtualHubId, estate, 'none: it stands in a virtual network')),
      field('Private address', code(firewall.privateIPAddress)),
      field('Public addresses', codes(firewall.publicIPAddresses)),
      field('Firewall policy', resource(firewall.firewallPolicyId, estate)),
      field('Threat intelligence', text(firewall.threatIntelMode)),
    ],
    sections: [],
  }
}
