import { isJsonObject } from '../../lib/json.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import type { ClientSession } from '../../model/diagnostics/client-session.ts'
import type { ClientTotals } from '../../model/diagnostics/client-totals.ts'
import type { HubError } from '../../model/errors.ts'
import { parseJson } from '../arm-error.ts'
import type { Azure } from '../azure.ts'
import { inner, num, object, text, texts } from '../from-wire/read.ts'

/** POST getP2sVpnConnectionHealth: the gateway itself, with how many clients are connected now (ARM contract 9.9). */
export async function readClientTotals(
  { ask }: Pick<Azure, 'ask'>,
  gatewayId: string,
  signal?: AbortSignal,
): Promise<Result<ClientTotals, HubError>> {
  const answer = await ask.action({ id: gatewayId, action: 'getP2sVpnConnectionHealth' }, signal)
  if (!answer.ok) return answer
  const health = object(inner(answer.value).vpnClientConnectionHealth)
  return ok({
    clients: num(health.vpnClientConnectionsCount),
    ingressBytes: num(health.totalIngressBytesTransferred),
    egressBytes: num(health.totalEgressBytesTransferred),
    addresses: texts(health.allocatedIpAddresses),
  })
}

/**
 * POST getP2sVpnConnectionHealthDetailed: Azure writes who is connected to an address of the person's storage, and answers with that address.
 * @param outputBlobSasUrl signed, so it is a secret: it is sent and kept nowhere
 */
export async function writeClientSessions(
  { ask }: Pick<Azure, 'ask'>,
  gatewayId: string,
  outputBlobSasUrl: string,
  signal?: AbortSignal,
): Promise<Result<undefined, HubError>> {
  const answer = await ask.action(
    {
      id: gatewayId,
      action: 'getP2sVpnConnectionHealthDetailed',
      body: { vpnUserNamesFilter: [], outputBlobSasUrl },
    },
    signal,
  )
  return answer.ok ? ok(undefined) : err(answer.error)
}

/**
 * The sessions in the file that Azure wrote. Its form is published nowhere: a list of what a gateway of a network answers is assumed.
 * @returns undefined where it is no such list
 */
export function clientSessionsIn(file: string): ClientSession[] | undefined {
  const items = parseJson(file)
  if (!Array.isArray(items)) return undefined
  return items.filter(isJsonObject).map((entry) => ({
    vpnConnectionId: text(entry.vpnConnectionId) ?? '',
    userName: text(entry.vpnUserName),
    privateIpAddress: text(entry.privateIpAddress),
    publicIpAddress: text(entry.publicIpAddress),
    durationSeconds: num(entry.vpnConnectionDuration),
    connectedAt: text(entry.vpnConnectionTime),
    ingressBytes: num(entry.ingressBytesTransferred),
    egressBytes: num(entry.egressBytesTransferred),
    maxBandwidth: num(entry.maxBandwidth),
  }))
}
