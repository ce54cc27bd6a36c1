import type { Estate } from '../../estate.ts'
import { keyOf } from '../../paths.ts'
import type { VirtualWan, VpnSite } from '../../resources/virtual-wan.ts'
import type { DrawnForm } from '../drawn-form.ts'
import { allOf, namesIn, usedAround } from './around-hub.ts'
import { besideId, creationOf, editOf, groupOf } from './made.ts'
import { placeFields, placeProblems } from './place-fields.ts'
import { nameText, wrong } from './said.ts'
import { isOldSite, siteFields, siteProblems, type SiteValues, siteWanted, typedSite } from './site-fields.ts'

type NewValues = SiteValues & { name: string; group: string; location: string }

export const NEW_SITE: DrawnForm<VirtualWan, NewValues> = {
  topic: 'new-site',
  title: 'Create a site in',
  values: ({ resource }) => ({
    name: '',
    group: groupOf(resource),
    location: resource.location ?? '',
    vendor: '',
    model: '',
    prefixes: '',
    links: [{ key: 0, name: 'link-1', provider: '', speed: '', endpoint: '', asn: '', peer: '' }],
  }),
  placed: true,
  fields: (values, about) => [
    { is: 'text', name: 'name', label: 'Name' },
    ...placeFields(values, about, 'Where Azure keeps it; the branch may be anywhere'),
    ...siteFields(false),
  ],
  problems: ({ name, group, location, ...site }, about) => {
    const { resource, estate } = about
    const bad = nameText(name, namesIn(estate, 'vpnSite', resource, group))
    return [
      ...(bad === undefined ? [] : [wrong('name', bad)]),
      ...placeProblems({ group, location }, about),
      ...siteProblems(site, false, usedAround(estate), hubPrefixes(resource.id, estate)),
    ]
  },
  write: ({ name, group, location, ...site }, { resource, estate }) =>
    creationOf(resource, estate, {
      kind: 'vpnSite',
      topic: 'new-site',
      id: besideId(resource, 'vpnSites', name, group),
      name,
      what: `the sites of ${resource.name}: ${name} is new`,
      effect: 'It costs nothing and does nothing until it is connected to a hub.',
      body: [
        [['location'], location],
        [['properties', 'virtualWan', 'id'], resource.id],
        ...siteWanted(site),
      ],
    }),
  consequences: (_, { resource }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'its WAN stays as it is' }],
    depends: [],
    after: 'Connect it to the VPN gateway of a hub, and set up its device with the configuration of the WAN.',
  }),
  verb: () => 'Create site',
}

export const SITE: DrawnForm<VpnSite, SiteValues> = {
  topic: 'branch',
  title: 'Edit',
  values: ({ resource }) => typedSite(resource.body),
  fields: (_, { resource }) => siteFields(isOldSite(resource.body)),
  problems: (typed, { resource, estate }) =>
    siteProblems(
      typed,
      isOldSite(resource.body),
      usedAround(estate, [resource.id]),
      hubPrefixes(resource.virtualWanId, estate),
    ),
  write: (typed, { resource, estate }) =>
    editOf(resource, estate, siteWanted(typed, resource.body), {
      topic: 'branch',
      what: `the device, networks or links of ${resource.name}`,
      effect:
        'The tunnels of its connections may restart, and come back by themselves where the device agrees.',
    }),
  consequences: (_, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
    depends: allOf(estate, 'vpnConnection')
      .filter(({ siteId }) => keyOf(siteId ?? '') === resource.key)
      .map(({ id, key, name }) => ({
        id,
        name,
        note: estate.judgement(key)?.sentence ?? 'status not read',
      })),
    drops: 'The tunnels of a link whose address or BGP changes, until its device has the same.',
    after: 'A link that is new carries nothing until the site’s connection has it too.',
  }),
  verb: () => 'Change site',
}

function hubPrefixes(wanId: string | undefined, estate: Estate): string[] {
  return allOf(estate, 'virtualHub')
    .filter(({ virtualWanId }) => keyOf(virtualWanId ?? '') === keyOf(wanId ?? ''))
    .flatMap(({ addressPrefix }) => addressPrefix ?? [])
}
