import type { Code } from './codes.ts'

/** `recorded`: in recordings that are not among the shared ones. `documented`: somebody else has published the code. */
export type Evidence = 'recorded' | 'documented' | 'none'

export type Source = [evidence: Evidence, where: string]

const CONTRACT = 'ARM contract 5'
const RECORDED = 'recorded behaviour 3'
const VPN = 'VPN gateway document 5.5'
const PATTERN = 'the refusal is documented, the code follows the pattern of ARM contract 5'

/**
 * Where a code comes from that no shared recording answers. The text of a documented code may still be ours: the comment
 * where it is used says so. Every code the emulator can answer is here or in a recording.
 */
export const SOURCES: Record<string, Source> = {
  // The front end
  AuthenticationFailed: ['none', `${CONTRACT} lists it as unverified`],
  AuthorizationFailed: ['recorded', CONTRACT],
  InternalServerError: ['recorded', RECORDED],
  InvalidApiVersionParameter: ['none', 'unverified'],
  InvalidFilterInQueryString: ['none', 'unverified'],
  InvalidRequestContent: ['none', `${CONTRACT} lists it as unverified`],
  InvalidRequestUri: ['none', 'assumed'],
  InvalidResourceGroup: ['none', 'unverified'],
  InvalidResourceGroupLocation: ['none', 'unverified'],
  InvalidResourceLocation: ['none', `${CONTRACT} lists it as unverified`],
  InvalidResourceNamespace: ['none', 'unverified'],
  InvalidResourceType: ['recorded', RECORDED],
  LocationNotAvailableForResourceGroup: ['none', 'unverified'],
  LocationNotAvailableForResourceType: ['none', `${CONTRACT} lists it as unverified`],
  LocationRequired: ['none', `${CONTRACT} lists it as unverified`],
  MissingApiVersionParameter: ['none', 'unverified'],
  NotImplemented: ['none', "the emulator's own: an operation that is not built"],
  ParentResourceNotFound: ['none', 'unverified'],
  ResourceGroupBeingDeleted: ['none', `${CONTRACT} lists it as unverified`],
  ResourceGroupNotFound: ['recorded', RECORDED],
  ExpiredAuthenticationToken: ['none', `${CONTRACT} lists it as unverified`],
  InvalidAuthenticationToken: ['none', `${CONTRACT} lists it as unverified`],
  InvalidAuthenticationTokenAudience: ['documented', 'public reports'],
  'front end NotFound': ['none', 'assumed; of an operation nobody knows'],
  NotInFile: ['none', "the emulator's own: what an opened file does not hold"],
  InvalidAuthenticationTokenTenant: ['documented', 'issue 49391 of Azure/azure-sdk-for-net'],
  RequestDisallowedByPolicy: [
    'documented',
    'issue 348 of microsoft/vscode-apimanagement; what stands in its additionalInfo is assumed',
  ],
  ScopeLocked: ['documented', 'issue 606 of Azure/apiops, with its status'],
  SubscriptionRequestsThrottled: [
    'none',
    `${CONTRACT} lists it as unverified; only an ordered fault answers it`,
  ],
  UnsupportedResourceType: [
    'none',
    'a type without resource health; ARM contract 12.8 expects 404 or Unknown',
  ],
  SubscriptionNotFound: ['none', `${CONTRACT} lists it as unverified`],

  // Deployments
  DeploymentActive: ['none', `${CONTRACT} lists it as unverified`],
  DeploymentCannotBeCancelled: ['none', 'unverified'],
  DeploymentCanceled: ['none', 'unverified'],
  DeploymentFailed: ['recorded', 'ARM contract 7.6; its text as in public reports'],
  DeploymentNotFound: ['none', 'as commonly quoted, unverified'],
  DeploymentOperationNotFound: ['none', 'unverified'],
  DeploymentOutputEvaluationFailed: ['none', 'as commonly quoted, unverified'],
  InvalidDeploymentName: ['none', 'the length is documented (ARM contract 12.3), code assumed'],
  InvalidTemplate: ['recorded', `${CONTRACT}; the texts as commonly quoted`],
  InvalidTemplateDeployment: ['documented', VPN],
  ResourceDeploymentFailure: ['none', 'as commonly quoted, unverified'],

  // Resource Graph
  BadRequest: ['recorded', 'ARM contract 12.4'],
  'within BadRequest': ['none', 'what is refused is documented (ARM contract 12.9), code unverified'],
  InvalidQuery: ['recorded', 'ARM contract 12.4'],
  NoValidSubscriptionsInQueryRequest: ['documented', 'issue 491 of Azure/aztfexport'],
  ParserFailure: ['recorded', 'ARM contract 12.4'],
  RateLimiting: ['documented', 'public reports; its place in the details is assumed'],

  // The network provider, any type
  AnotherOperationInProgress: ['documented', `${VPN}, number 13; its text as in public reports`],
  ReferencedResourceNotProvisioned: ['documented', `${VPN}, number 14`],
  InvalidJsonReferenceWrongType: ['documented', `${VPN}, number 20`],
  InvalidRequestFormat: ['documented', `${VPN}, number 20`],
  InvalidResourceName: ['none', `${CONTRACT} lists it as unverified`],
  InvalidResourceReference: ['none', `${CONTRACT} lists it as unverified`],
  LinkedInvalidPropertyId: ['none', `${CONTRACT} lists it as unverified`],
  MissingJsonReferenceId: ['none', 'assumed'],
  ReservedAsnNotAllowed: ['none', 'the numbers are documented (VPN gateway document 3.2), code assumed'],
  InvalidIpsecPolicy: ['none', 'the rules are documented (VPN gateway document 3.5), code assumed'],

  // Networks and addresses
  AddressPrefixStringCannotBeNullOrEmpty: ['documented', `${VPN}, number 15`],
  GlobalPublicIPAddressNotSupportedForBasicPublicIpAddress: ['recorded', CONTRACT],
  IPv4BasicSkuPublicIpCountLimitReached: ['documented', `${VPN}, number 5`],
  LocationNotSupportAvailabilityZones: ['documented', `${VPN}, number 6`],
  NetcfgSubnetRangeOutsideVnet: ['documented', `${VPN}, number 17`],
  NetcfgSubnetRangesOverlap: ['documented', `${VPN}, number 18`],
  NetworkSecurityGroupCannotBeAttachedToGatewaySubnet: ['documented', `${VPN}, number 10`],
  StandardSkuPublicIPAddressMustBeStatic: [
    'none',
    `the text is documented (${VPN}, number 24), code assumed`,
  ],

  // Virtual network gateways
  ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations: ['documented', `${VPN}, number 7`],
  ActiveActiveP2SGatewayMustHaveExactlyThreeIpConfigurations: ['documented', `${VPN}, number 8`],
  BgpPeeringAddressesCountNotCorrect: ['documented', `${VPN}, number 9`],
  FeatureNotSupportedByGatewaySku: [
    'none',
    'the limits are documented (VPN gateway document 1.6), code assumed',
  ],
  GatewaySubnetNameInvalid: ['none', 'the rule is documented (VPN gateway document 2.1), code assumed'],
  InvalidExpressRouteCircuitConnection: [
    'none',
    'the rules are documented (ExpressRoute document 3.4), code assumed',
  ],
  InvalidExpressRouteGatewayScale: ['none', 'the range is documented (Virtual WAN document 6), code assumed'],
  InitiatingCircuitNotProvisioned: ['recorded', RECORDED],
  FailoverTestNotFound: ['none', 'code assumed'],
  InvalidDevicePath: ['none', 'code assumed'],
  InvalidFailoverTestRequest: ['none', 'the rules are documented (ExpressRoute document 2.3), code assumed'],
  GatewaySubnetTooSmall: ['none', 'the rule is documented (VPN gateway document 2.1), code assumed'],
  InvalidCustomBgpIpAddress: ['none', 'the range is documented (VPN gateway document 3.2), code assumed'],
  InvalidGatewaySkuSpecifiedForGatewayDeploymentType: ['recorded', RECORDED],
  MaxGatewayCountInVnetReached: ['documented', 'ExpressRoute document 9, number 11, for migrations'],
  NatRuleExternalMappingExceedsSizeLimit: [
    'none',
    `the text is documented (${VPN}, number 22), code assumed`,
  ],
  NatRuleMappingSizesNotEqual: ['none', 'the rule is documented (VPN gateway document 3.8), code assumed'],
  NonAzSkusNotAllowedForVPNGateway: ['documented', `${VPN}, number 1`],
  PublicIPAddressInUse: ['none', 'documented in effect (VPN gateway document 2.2), code assumed'],
  PublicIpWithBasicSkuNotAllowedOnExpressRouteGateways: ['documented', 'ExpressRoute document 9, number 1'],
  PublicIpWithBasicSkuNotAllowedOnVPNGateways: ['documented', `${VPN}, number 4`],
  RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured: ['documented', `${VPN}, number 3`],
  VirtualNetworkGatewayPropertyCannotBeChanged: [
    'none',
    'the rule is documented (VPN gateway document 3.1), code assumed',
  ],
  VirtualNetworkGatewayMigrationPhaseNotValid: [
    'none',
    'the steps are documented (VPN gateway document 1.8), code assumed',
  ],
  VmssVpnGatewayPublicIpsMustHaveZonesConfigured: ['documented', `${VPN}, number 2`],
  VpnClientAadConfigurationIncomplete: [
    'none',
    'the rule is documented (VPN gateway document 3.1), code assumed',
  ],
  InvalidRadiusServer: ['none', 'the ranges are documented (VPN gateway document 3.1), code assumed'],
  VpnClientConfigurationNotSpecified: ['none', 'that clients need an address pool is plain, code assumed'],
  VpnClientAddressPoolOverlapsWithVirtualNetwork: [
    'none',
    `the text is documented (${VPN}, number 21), code assumed`,
  ],

  // Connections and local network gateways
  InternalError: ['recorded', RECORDED],
  TroubleshootInProgress: [
    'none',
    'one at a time is documented (VPN gateway document 6.6), status and code unverified',
  ],
  TroubleshootTargetNotSupported: [
    'none',
    'what it can look at is documented (VPN gateway document 6.6), code unverified',
  ],
  InvalidVpnGatewayGeneration: [
    'none',
    'the rules are documented (VPN gateway document 1.4 and 1.7), code unverified',
  ],
  NoPacketCaptureResponseDataFound: ['recorded', RECORDED],
  InvalidVirtualNetworkGatewayConnection: [
    'none',
    'the rules are documented (VPN gateway document 3.3), code assumed',
  ],
  LocalNetworkGatewayIpAddressAndFqdnNotAllowed: [
    'none',
    'the rule is documented (VPN gateway document 4), code assumed',
  ],

  VpnDeviceNotSupported: [
    'none',
    'the three names of a script are documented (VPN gateway document 9.2), code assumed',
  ],

  // ExpressRoute
  ExpressRouteCircuitServiceProviderDoesNotExist: ['recorded', RECORDED],
  InvalidAuthorizationKey: ['none', 'the rule is documented (ExpressRoute document 5), code assumed'],
  ExpressRouteCircuitLinkLimitReached: [
    'none',
    'the limit is documented (ExpressRoute document 1.4), code assumed',
  ],
  VirtualNetworkGatewayCircuitLimitReached: [
    'none',
    'the limit is documented (ExpressRoute document 4.1), code assumed',
  ],
  InvalidExpressRouteCircuit: ['none', 'the rules are documented (ExpressRoute document 1), code assumed'],
  InvalidExpressRouteCircuitPeering: [
    'none',
    'the rules are documented (ExpressRoute document 3), code assumed',
  ],
  ExpressRouteCircuitPrivatePeeringMissing: [
    'none',
    'the rule is documented (ExpressRoute document 2.6); that it fails late, and its code, are assumed',
  ],
  InvalidExpressRoutePort: ['none', 'the rules are documented (ExpressRoute document 1.2), code assumed'],
  ExpressRouteCircuitProvisionedCannotBeDeleted: [
    'none',
    'the refusal is documented (ExpressRoute document 9, number 20), code assumed',
  ],

  // Virtual WAN
  GatewayNotSupportedInBasicVirtualWan: [
    'none',
    'the rule is documented (Virtual WAN document 1), code assumed',
  ],
  HubBgpConnectionParentHubMustHaveProvisionedRoutingState: [
    'documented',
    'Virtual WAN document 14, number 2',
  ],
  InvalidVirtualHubAddressPrefix: [
    'none',
    'the rules are documented (Virtual WAN document 2.1), code assumed',
  ],
  InvalidIpConfigurationId: ['none', 'the names are recorded (recorded behaviour 5), code assumed'],
  InvalidRequestParameter: ['none', 'that it has to be of the hub follows from what is asked, code assumed'],
  InvalidSharedKeyLength: ['none', 'the range is documented (ARM contract 9.3), code assumed'],
  DuplicateVpnLinkConnection: ['none', 'code assumed'],
  InvalidHubRoutingPreference: ['none', 'the values are documented (Virtual WAN document 2.4), code assumed'],
  InvalidPropagatedRouteTable: [
    'none',
    'the text is documented (Virtual WAN document 14, number 7), code assumed',
  ],
  InvalidRoutingIntent: ['none', 'the rules are documented (Virtual WAN document 9.2), code assumed'],
  InvalidVirtualRouterCapacity: ['none', 'the range is documented (Virtual WAN document 2.3), code assumed'],
  InvalidVpnSiteLink: ['none', 'the rules are documented (Virtual WAN document 5.1), code assumed'],
  RoutingConfigurationConflictsWithRoutingIntent: [
    'none',
    'the text is documented (Virtual WAN document 14, number 6), code assumed',
  ],
  RoutingPreferenceCannotBeChanged: ['none', 'the rule is unverified, code assumed'],
  InvalidVpnGatewayScaleUnit: ['none', 'the sizes are documented (Virtual WAN document 7), code assumed'],
  RemoteVnetAlreadyConnectedToHub: ['none', 'the rule is unverified, code assumed'],
  VirtualHubAlreadyHasFirewall: ['none', 'the rule is documented (Virtual WAN document 2.4), code assumed'],
  VirtualHubAlreadyHasGateway: ['none', 'the rule is unverified, code assumed'],
  VirtualHubRouterNotProvisioned: ['none', 'assumed'],
  VirtualWanTypeCannotBeDowngraded: ['none', 'the rule is documented (Virtual WAN document 1), code assumed'],
  VnetAddressSpaceOverlapsWithAlreadyPeeredVnet: ['documented', 'Virtual WAN document 14, number 15'],
  VpnConnectionPropertyIsDeprecated: ['recorded', RECORDED],
  VpnLinkConnectionCountLimitReached: [
    'none',
    'the limit is documented (Virtual WAN document 5.1), code assumed',
  ],

  // In use
  InUseVirtualWanCannotBeDeleted: ['documented', `${CONTRACT}; Virtual WAN document 14, number 4`],
  InUseSubnetCannotBeDeleted: [
    'documented',
    `${CONTRACT}; recorded within a group deletion that was blocked`,
  ],
  PublicIPAddressCannotBeDeleted: [
    'documented',
    `${CONTRACT}; recorded within a group deletion that was blocked`,
  ],
  InUseAzureFirewallCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseExpressRouteCircuitCannotBeDeleted: ['none', PATTERN],
  InUseExpressRouteCircuitPeeringCannotBeDeleted: ['none', PATTERN],
  InUseExpressRouteGatewayCannotBeDeleted: ['none', PATTERN],
  InUseConfigurationPolicyGroupCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseHubVirtualNetworkConnectionCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseExpressRoutePortCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseHubRouteTableCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseLocalNetworkGatewayCannotBeDeleted: ['none', PATTERN],
  InUseNatRuleCannotBeDeleted: ['none', PATTERN],
  InUseNetworkVirtualApplianceCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseRouteMapCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseVirtualHubCannotBeDeleted: ['none', PATTERN],
  InUseVirtualNetworkCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseVirtualNetworkGatewayCannotBeDeleted: ['none', PATTERN],
  InUseVpnGatewayCannotBeDeleted: ['none', PATTERN],
  InUseVpnServerConfigurationCannotBeDeleted: ['none', 'assumed after the pattern of ARM contract 5'],
  InUseVpnSiteCannotBeDeleted: ['none', PATTERN],
}

/** The entry for a code: that of its way where it has one, since one word can be right here and assumed there. */
export function sourceOf({ way, code }: Code): string | undefined {
  return [`${way} ${code}`, code].find((entry) => entry in SOURCES)
}
