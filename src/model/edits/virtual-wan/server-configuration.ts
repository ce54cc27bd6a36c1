import { isJsonObject, type Json, type JsonObject } from '../../../lib/json.ts'
import type { VirtualWan, VpnServerConfiguration } from '../../resources/virtual-wan.ts'
import { revokedProblem, rootProblem } from '../client-certificates.ts'
import type { DrawnField, DrawnForm, DrawnProblem, DrawnRow, DrawnSecrets } from '../drawn-form.ts'
import { entraAdvice } from '../entra-sign-in.ts'
import { memberAt, type Replacement } from '../edit.ts'
import { isPublicData } from '../public-data.ts'
import { namesIn } from './around-hub.ts'
import { besideId, creationOf, editOf, groupOf, type Wanted } from './made.ts'
import { placeFields, placeProblems } from './place-fields.ts'
import { advise, nameText, wrong } from './said.ts'
import {
  RADIUS_SERVERS,
  serversProblems,
  serversWanted,
  singleGoes,
  typedSecrets,
  typedServers,
} from './server-radius.ts'
import { touched } from './touched.ts'

type Values = {
  protocols: string[]
  authentication: string[]
  tenant: string
  audience: string
  issuer: string
  roots: DrawnRow[]
  revoked: DrawnRow[]
  servers: DrawnRow[]
}

const AAD = ['properties', 'aadAuthenticationParameters']

/** How people sign in to a point-to-site gateway (Virtual WAN document 7). */
export const SERVER: DrawnForm<VpnServerConfiguration, Values> = {
  topic: 'server',
  title: 'Tunnels and sign-in of',
  values: ({ resource }) => valuesOf(resource.body),
  fields: serverFields,
  problems: (values, _, secrets) => serverProblems(values, secrets),
  write: (values, { resource, estate }, secrets) =>
    withSecret(
      editOf(
        resource,
        estate,
        wantedOf(values, resource.body),
        {
          topic: 'server',
          what: `tunnels and sign-in of ${resource.name}`,
          effect:
            'People who are connected may be cut off, and after a change of tunnels or sign-in everybody needs the client profile anew.',
        },
        singleGoes(meant(values, resource.body).servers, resource.body)
          ? [{ path: ['properties', 'radiusServerSecret'] }]
          : [],
      ),
      meant(values, resource.body),
      secrets,
    ),
  secret: (values, { resource }, secrets) => typedSecrets(meant(values, resource.body).servers, secrets),
  consequences: (_, { resource, estate }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'everything else of it stays' }],
    depends: resource.gatewayIds.flatMap((id) => touched(id, estate, 'takes it over, and so does its hub')),
    drops: 'People who are connected by a gateway that uses it may be cut off.',
    after: 'Give out the client profile anew.',
  }),
  verb: () => 'Change configuration',
  notStored,
}

export const NEW_SERVER: DrawnForm<VirtualWan, Values & { name: string; group: string; location: string }> = {
  topic: 'new-server',
  title: 'Create a VPN server configuration for',
  values: ({ resource }) => ({
    name: '',
    group: groupOf(resource),
    location: resource.location ?? '',
    ...valuesOf({}),
    protocols: ['OpenVPN'],
    authentication: ['AAD'],
  }),
  placed: true,
  fields: (values, about) => [
    { is: 'text', name: 'name', label: 'Name' },
    ...placeFields(values, about),
    ...serverFields(values),
  ],
  problems: ({ name, group, location, ...values }, about, secrets) => {
    const { resource, estate } = about
    const bad = nameText(name, namesIn(estate, 'vpnServerConfiguration', resource, group))
    return [
      ...(bad === undefined ? [] : [wrong('name', bad)]),
      ...placeProblems({ group, location }, about),
      ...serverProblems(values, secrets),
    ]
  },
  write: ({ name, group, location, ...values }, { resource, estate }, secrets) =>
    withSecret(
      creationOf(resource, estate, {
        kind: 'vpnServerConfiguration',
        topic: 'new-server',
        id: besideId(resource, 'vpnServerConfigurations', name, group),
        name,
        what: `the server configurations beside ${resource.name}: ${name} is new`,
        effect: 'It costs nothing and does nothing until a point-to-site gateway uses it.',
        body: [[['location'], location], ...wantedOf(values, {})],
      }),
      meant(values, {}),
      secrets,
    ),
  secret: (values, _, secrets) => typedSecrets(meant(values, {}).servers, secrets),
  consequences: (_, { resource }) => ({
    touches: [{ id: resource.id, name: resource.name, note: 'stays as it is' }],
    depends: [],
    after:
      'A point-to-site gateway can use it: create one from the page of a hub, or give it to one that is there.',
  }),
  verb: () => 'Create configuration',
  notStored,
}

function serverFields({ authentication, protocols }: Values): DrawnField[] {
  const with_ = (kind: string) => authentication.includes(kind)
  return [
    {
      is: 'picks',
      name: 'protocols',
      label: 'Tunnel types',
      options: options(['OpenVPN', 'IkeV2'], protocols),
    },
    {
      is: 'picks',
      name: 'authentication',
      label: 'Sign-in of clients',
      options: options(['AAD', 'Certificate', 'Radius'], authentication),
    },
    ...(with_('AAD')
      ? ([
          {
            is: 'text',
            name: 'tenant',
            label: 'Tenant',
            hint: 'https://login.microsoftonline.com/<tenant id>',
          },
          { is: 'text', name: 'audience', label: 'Audience', hint: 'Application id of the VPN client' },
          { is: 'text', name: 'issuer', label: 'Issuer', hint: 'https://sts.windows.net/<tenant id>/' },
        ] as const)
      : []),
    ...(with_('Certificate') ? CERTIFICATES : []),
    ...(with_('Radius') ? [RADIUS_SERVERS] : []),
  ]
}

const CERTIFICATES: readonly DrawnField[] = [
  {
    is: 'rows',
    name: 'roots',
    label: 'Root certificates',
    hint: 'Client certificates have to come from one of them. Clients of one that is removed cannot connect any more.',
    add: 'Add a root certificate',
    blank: { name: '', data: '' },
    nameOf: ({ name }) => textIn(name),
    fields: ({ was, name }) =>
      was === undefined
        ? [
            { is: 'text', name: 'name', label: 'Name of the certificate' },
            {
              is: 'long',
              name: 'data',
              label: 'Its public data',
              hint: 'Base64, without the BEGIN and END lines',
            },
          ]
        : [{ is: 'note', name: 'there', text: textIn(name) || 'A certificate without a name' }],
  },
  {
    is: 'rows',
    name: 'revoked',
    label: 'Revoked client certificates',
    hint: 'They cannot connect, although their root is accepted.',
    add: 'Revoke a client certificate',
    blank: { name: '', thumbprint: '' },
    nameOf: ({ name }) => textIn(name),
    fields: ({ was, name, thumbprint }) =>
      was === undefined
        ? [
            { is: 'text', name: 'name', label: 'Name of the certificate' },
            { is: 'text', name: 'thumbprint', label: 'Thumbprint', hint: '40 hexadecimal digits' },
          ]
        : [{ is: 'note', name: 'there', text: `${textIn(name) || 'Without a name'}, ${textIn(thumbprint)}` }],
  },
]

/** What Azure's values are called where people read of them. */
const LABELS: Readonly<Record<string, string>> = {
  AAD: 'Microsoft Entra ID',
  IkeV2: 'IKEv2',
  Radius: 'RADIUS',
}

function options(known: readonly string[], set: readonly string[]) {
  return [...new Set([...known, ...set])].map((value) => ({ value, label: LABELS[value] ?? value }))
}

function serverProblems(values: Values, secrets: DrawnSecrets): DrawnProblem[] {
  const { protocols, authentication, tenant, audience, issuer } = values
  const roots = values.roots.map((row) => ({ ...row, name: textIn(row.name), data: textIn(row.data) }))
  const revoked = values.revoked.map((row) => ({
    ...row,
    name: textIn(row.name),
    thumbprint: textIn(row.thumbprint),
  }))
  const about = (field: string, key: number, problem: { part: string; text: string } | undefined) =>
    problem === undefined ? [] : [wrong(field, problem.text, key, problem.part)]
  return [
    ...(protocols.length === 0 ? [wrong('protocols', 'Choose at least one.')] : []),
    ...(authentication.length === 0 ? [wrong('authentication', 'Choose at least one.')] : []),
    ...(authentication.includes('AAD') && !protocols.includes('OpenVPN')
      ? [wrong('protocols', 'Sign-in with Microsoft Entra ID needs OpenVPN.')]
      : []),
    ...(authentication.includes('AAD') && [tenant, audience, issuer].some((one) => one.trim() === '')
      ? [wrong('tenant', 'Tenant, audience and issuer belong together: fill in all three.')]
      : []),
    ...(authentication.includes('AAD')
      ? entraAdvice(values).map(({ field, text }) => advise(field, text))
      : []),
    ...(authentication.includes('Certificate')
      ? [
          ...(roots.length === 0
            ? [wrong('roots', 'Add the root certificate the client certificates come from.')]
            : []),
          ...roots.flatMap((row) => about('roots', row.key, rootProblem(row, roots))),
          ...revoked.flatMap((row) => about('revoked', row.key, revokedProblem(row, revoked))),
        ]
      : []),
    ...(authentication.includes('Radius') ? serversProblems(values.servers, secrets) : []),
  ]
}

function valuesOf(body: JsonObject): Values {
  const at = (...path: string[]) => memberAt(body, ['properties', ...path])
  const named = (member: string) =>
    itemsIn(body, member).map((item, key) => ({ item, key, was: textIn(item.name) }))
  return {
    protocols: textsIn(at('vpnProtocols')),
    authentication: textsIn(at('vpnAuthenticationTypes')),
    tenant: textIn(memberAt(body, [...AAD, 'aadTenant'])),
    audience: textIn(memberAt(body, [...AAD, 'aadAudience'])),
    issuer: textIn(memberAt(body, [...AAD, 'aadIssuer'])),
    roots: named('vpnClientRootCertificates').map(({ key, was }) => ({ key, was, name: was, data: '' })),
    revoked: named('vpnClientRevokedCertificates').map(({ key, was, item }) => ({
      key,
      was,
      name: was,
      thumbprint: textIn(item.thumbprint),
    })),
    servers: typedServers(body),
  }
}

/** Fields of a sign-in that is not ticked are not in sight: what stands in them is not sent, and what Azure has stays. */
function meant(values: Values, body: JsonObject): Values {
  const { authentication } = values
  const now = valuesOf(body)
  return {
    ...values,
    ...(!authentication.includes('AAD') && {
      tenant: now.tenant,
      audience: now.audience,
      issuer: now.issuer,
    }),
    ...(!authentication.includes('Certificate') && { roots: now.roots, revoked: now.revoked }),
    ...(!authentication.includes('Radius') && { servers: now.servers }),
  }
}

/** Lists are wanted whole; an item that stays is as it was read, with what nobody here knows. */
function wantedOf(typed: Values, body: JsonObject): Wanted {
  const values = meant(typed, body)
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim())
  const list = (
    rows: readonly DrawnRow[],
    member: string,
    name: string,
    of: (row: DrawnRow) => JsonObject,
  ): Json =>
    rows.map((row) => {
      const before = itemsIn(body, member).find((item) => row.was !== undefined && item[name] === row.was)
      return { ...before, ...of(row) }
    })
  return [
    [['properties', 'vpnProtocols'], [...values.protocols]],
    [['properties', 'vpnAuthenticationTypes'], [...values.authentication]],
    [[...AAD, 'aadTenant'], text(values.tenant)],
    [[...AAD, 'aadAudience'], text(values.audience)],
    [[...AAD, 'aadIssuer'], text(values.issuer)],
    [
      ['properties', 'vpnClientRootCertificates'],
      list(values.roots, 'vpnClientRootCertificates', 'name', ({ was, name, data }) =>
        was === undefined
          ? { name: textIn(name).trim(), publicCertData: textIn(data).replace(/\s+/g, '') }
          : {},
      ),
    ],
    [
      ['properties', 'vpnClientRevokedCertificates'],
      list(values.revoked, 'vpnClientRevokedCertificates', 'name', ({ was, name, thumbprint }) =>
        was === undefined
          ? {
              name: textIn(name).trim(),
              thumbprint: textIn(thumbprint)
                .replace(/[\s:]+/g, '')
                .toUpperCase(),
            }
          : {},
      ),
    ],
    ...serversWanted(values.servers, body),
  ]
}

function withSecret(edit: Replacement, values: Values, secrets: DrawnSecrets): Replacement {
  const of = Object.keys(typedSecrets(values.servers, secrets))
  return of.length === 0 ? edit : { ...edit, secret: `the RADIUS secret of ${of.join(', ')}` }
}

/** Somebody may paste the wrong file. */
function notStored({ roots }: Values): string[] {
  return roots.every(({ data }) => isPublicData(textIn(data))) ? [] : ['roots']
}

function itemsIn(body: JsonObject, member: string): JsonObject[] {
  const items = memberAt(body, ['properties', member])
  return Array.isArray(items) ? items.filter(isJsonObject) : []
}

function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
