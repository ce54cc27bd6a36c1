import type { GatewayRoute } from '../../diagnostics/gateway-route.ts'

/** A route as an on-premises device told it to instance 0. */
export function route(network: string, change: Partial<GatewayRoute> = {}): GatewayRoute {
  return {
    network,
    localAddress: '10.20.0.4',
    sourcePeer: '10.64.0.254',
    nextHop: '10.64.0.254',
    origin: 'EBgp',
    asPath: '64620',
    weight: 32_768,
    ...change,
  }
}
