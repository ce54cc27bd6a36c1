import type { JsonObject } from '../../wire/json.ts'
import type { VpnFault } from './vpn-fault.ts'

interface Diagnosis {
  summary: string
  detail: string
  actions: Action[]
}

type Action = [text: string, uri: string, uriText: string]

const SUPPORT: Action = [
  'If you are experiencing problems you believe are caused by Azure, contact support',
  'http://azure.microsoft.com/support',
  'contact support',
]
const RESET: Action = [
  'If you are having problems with the VPN gateway, try resetting the VPN gateway',
  'https://azure.microsoft.com/en-us/documentation/articles/vpn-gateway-resetgw-classic/',
  'resetting the VPN gateway',
]

/** NoFault of a connection and PeerReachability as recorded (java recording 2017); the texts of the others are ours. */
const DIAGNOSES: Record<VpnFault, Diagnosis> = {
  NoFault: {
    summary: 'This VPN connection is running normally',
    detail: 'There aren’t any known Azure platform problems affecting this VPN connection',
    actions: [RESET, SUPPORT],
  },
  PeerReachability: {
    summary: 'The connection cannot be established because the other VPN device is unreachable',
    detail:
      'If the on-premises VPN device is unreachable or not responding to the Azure VPN gateway IKE handshake, the VPN ' +
      'connection cannot establish',
    actions: [
      [
        'Verify if the public IP address of the corresponding Azure Local Network Gateway is configured correctly',
        'https://azure.microsoft.com/en-us/documentation/articles/vpn-gateway-modify-local-network-gateway/',
        'Verify if the public IP address',
      ],
      [
        'Verify the configuration of your on-premises VPN device so it allows your Azure VPN gateway to establish connections',
        'https://azure.microsoft.com/en-us/documentation/articles/vpn-gateway-about-vpn-devices/',
        'Verify the configuration',
      ],
      [
        'Verify if there is a network security group (NSG) applied to the GatewaySubnet',
        'https://docs.microsoft.com/en-us/azure/virtual-network/virtual-networks-create-nsg-arm-pportal',
        'Verify the configuration',
      ],
      SUPPORT,
    ],
  },
  Authentication: {
    summary: 'The connection cannot be established because of mismatched pre-shared keys',
    detail: 'The pre-shared key of the connection and that of the other VPN device are not the same',
    actions: [SUPPORT],
  },
  IkePolicyMismatch: {
    summary: 'The connection cannot be established because of mismatched IKE policies',
    detail: 'The IKE policies of the connection and of the other VPN device have nothing in common',
    actions: [SUPPORT],
  },
  ConnectionIsMarkedDisconnected: {
    summary: 'The connection is marked as disconnected',
    detail: 'The two ends do not agree, and no fault that is known tells why',
    actions: [RESET, SUPPORT],
  },
  UserDrivenUpdate: {
    summary: 'The VPN gateway is being updated',
    detail: 'A change that somebody asked for is under way, for example a resize',
    actions: [SUPPORT],
  },
  NoConnectionsFoundForGateway: {
    summary: 'The VPN gateway has no connections',
    detail: 'No connection was found for this VPN gateway',
    actions: [SUPPORT],
  },
  ConnectionsNotConnected: {
    summary: 'Connections of this VPN gateway are not connected',
    detail: 'One or more connections of this VPN gateway are not connected',
    actions: [SUPPORT],
  },
}

/** That a gateway without connections is healthy all the same is unverified: the document calls it a warning. */
const HEALTHY: readonly VpnFault[] = ['NoFault', 'NoConnectionsFoundForGateway']

/** The result of a troubleshooting, members in the recorded order. Times in milliseconds. */
export function resultOf(
  fault: VpnFault,
  target: 'gateway' | 'connection',
  from: number,
  until: number,
): JsonObject {
  const { summary, detail, actions } = DIAGNOSES[fault]
  const named = (text: string) =>
    target === 'gateway' ? text.replace('VPN connection', 'VPN gateway') : text
  return {
    startTime: new Date(from).toISOString(),
    endTime: new Date(until).toISOString(),
    code: HEALTHY.includes(fault) ? 'Healthy' : 'UnHealthy',
    results: [
      {
        id: fault,
        summary: named(summary),
        detail: named(detail),
        recommendedActions: actions.map(([actionText, actionUri, actionUriText]) => ({
          actionText,
          actionUri,
          actionUriText,
        })),
      },
    ],
  }
}
