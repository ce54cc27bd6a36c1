import type { VpnConnection } from '../../resources/virtual-wan.ts'
import type { DrawnForm } from '../drawn-form.ts'
import { heldInHub } from '../held-by.ts'
import { keyRemarks } from '../shared-key.ts'
import { WRITE_LINK_KEY } from './link-key-rights.ts'
import { advise, wrong } from './said.ts'
import { touched } from './touched.ts'

/** Where the key of a link is read and written (Virtual WAN document 5.3). */
export function linkKeySegment(link: string): string {
  return `vpnLinkConnections/${link}/sharedKeys/default`
}

export const LINK_KEY: DrawnForm<VpnConnection, { link: string }> = {
  topic: 'key',
  title: 'Shared key of',
  values: ({ resource }) => ({ link: resource.links[0]?.name ?? '' }),
  fields: (_, { resource }) => [
    {
      is: 'choice',
      name: 'link',
      label: 'Link',
      options: resource.links.map(({ name }) => ({ value: name, label: name })),
    },
    {
      is: 'secret',
      name: 'key',
      label: 'New shared key',
      hint: 'Kept in memory until it is sent, and nowhere else',
    },
  ],
  problems: ({ link }, _, secrets) => {
    if (link === '') return [wrong('link', 'The connection has no link with a key of its own.')]
    const key = secrets.get('key') ?? ''
    if (key === '') return [wrong('key', 'Enter a key.')]
    return keyRemarks(key).map(({ level, text }) =>
      level === 'error' ? wrong('key', text) : advise('key', text),
    )
  },
  write: ({ link }, { resource, estate }) => ({
    is: 'action',
    method: 'PUT',
    topic: 'key',
    id: resource.id,
    name: resource.name,
    segment: linkKeySegment(link),
    secret: 'the shared key',
    what: `Set the shared key of ${link} of ${resource.name}`,
    effect:
      'The tunnels of the link stay up until they are negotiated anew, and then need the new key on both sides.',
    action: WRITE_LINK_KEY,
    ...heldInHub(resource, estate),
  }),
  secret: (_, __, secrets) => ({ properties: { sharedKey: secrets.get('key') ?? '' } }),
  consequences: ({ link }, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: `only ${link}; its other links keep theirs` }],
    depends: touched(resource.siteId, estate, 'its device needs the same key'),
    drops: 'The tunnels of this link, from their next negotiation until the device has the same key.',
    after: 'Set the key on the device now.',
  }),
  verb: () => 'Set key',
}
