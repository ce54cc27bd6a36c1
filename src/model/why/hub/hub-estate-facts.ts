import type { Estate } from '../../estate.ts'
import { keyOf } from '../../paths.ts'
import type { Kind, Resource, ResourceOf } from '../../resources/resource.ts'
import { known, type Asked } from '../asked.ts'
import type { HubEstateFacts, HubSubject } from './hub-facts.ts'

/**
 * What the estate knows of a hub, or of a network's connection to one. Nothing is asked.
 * @param reading the lists of the estate are still on their way: what is not there yet may come
 */
export function hubEstateFacts(
  subject: HubSubject,
  estate: Estate,
  now: number,
  reading: boolean,
): HubEstateFacts {
  const found = <K extends Kind>(id: string | undefined, kind: K): Asked<ResourceOf<K>> => {
    const one = id === undefined ? undefined : estate.resources.get(keyOf(id))
    if (is(one, kind)) return known(one, one.readAt)
    return reading && id !== undefined ? { is: 'asking' } : { is: 'none' }
  }
  const hub: HubEstateFacts['hub'] =
    subject.kind === 'virtualHub' ? known(subject, subject.readAt) : found(subject.hubId, 'virtualHub')
  const own = hub.is === 'known' ? hub.value : undefined
  return {
    now,
    subject,
    hub,
    wan: found(own?.virtualWanId, 'virtualWan'),
    network: found(
      subject.kind === 'virtualHub' ? undefined : subject.remoteVirtualNetworkId,
      'virtualNetwork',
    ),
    firewall: found(own?.azureFirewallId, 'azureFirewall'),
  }
}

function is<K extends Kind>(one: Resource | undefined, kind: K): one is ResourceOf<K> {
  return one?.kind === kind
}

export function hubIdOf(subject: HubSubject): string {
  return subject.kind === 'virtualHub' ? subject.id : subject.hubId
}
