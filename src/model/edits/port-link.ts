import { isJsonObject } from '../../lib/json.ts'
import type { Estate } from '../estate.ts'
import { keyOf, parseArmId } from '../paths.ts'
import type { ExpressRoutePort } from '../resources/expressroute.ts'
import type { Consequences } from './consequences.ts'
import { memberAt, type MemberChange, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'

/** One link of a port as it is typed. */
export interface TypedLink {
  /** Its name, `link1`. */
  link: string
  enabled: boolean
  /** Addresses of secrets in a Key Vault; both empty: no MACsec. */
  ckn: string
  cak: string
  cipher: string
  sci: boolean
  /** ARM id of a user assigned identity that the port is to have; empty: none more than now. */
  identity: string
}

export interface LinkProblem {
  field: keyof TypedLink
  /** Advice keeps nothing from being sent. */
  is: 'error' | 'advice'
  text: string
}

export const CIPHERS = ['GcmAes128', 'GcmAes256', 'GcmAesXpn128', 'GcmAesXpn256'] as const

export function typedLink(port: ExpressRoutePort, name: string): TypedLink {
  const link = port.links.find((one) => one.name === name)
  return {
    link: link?.name ?? name,
    enabled: link?.adminState?.toLowerCase() === 'enabled',
    ckn: link?.cknSecretIdentifier ?? '',
    cak: link?.cakSecretIdentifier ?? '',
    cipher: link?.macSecCipher ?? CIPHERS[0],
    sci: link?.sciState?.toLowerCase() === 'enabled',
    identity: '',
  }
}

/** MACsec needs both keys, and an identity that may read them (ExpressRoute document 1.5). */
export function linkProblems(port: ExpressRoutePort, typed: TypedLink): LinkProblem[] {
  const problems: LinkProblem[] = []
  const wrong = (field: keyof TypedLink, text: string) => problems.push({ field, is: 'error', text })
  const [ckn, cak] = [typed.ckn.trim(), typed.cak.trim()]
  for (const [field, text] of [
    ['ckn', ckn],
    ['cak', cak],
  ] as const) {
    if (text === '' && ckn !== cak) wrong(field, 'MACsec needs the CKN and the CAK, or neither.')
    else if (text !== '' && !isSecretIdentifier(text))
      wrong(
        field,
        'Enter the identifier of a Key Vault secret, such as https://my-vault.vault.azure.net/secrets/CKN.',
      )
  }
  if (ckn !== '' && ckn === cak) wrong('cak', 'The CAK is a secret of its own: this is the CKN.')
  const identity = typed.identity.trim()
  if (identity !== '' && !isIdentity(identity))
    wrong('identity', 'Enter the resource id of a user assigned identity.')
  else if (ckn !== '' && identity === '' && (port.identityIds ?? []).length === 0)
    wrong('identity', 'The port has no identity yet: Azure needs one that may read both secrets.')
  return problems
}

/** Key Vaults of any cloud. */
function isSecretIdentifier(text: string): boolean {
  return /^https:\/\/[a-z0-9-]{3,24}\.vault\.[a-z.]+\/secrets\/[A-Za-z0-9-]{1,127}(\/[A-Za-z0-9]+)?\/?$/.test(
    text,
  )
}

function isIdentity(id: string): boolean {
  const parts = parseArmId(id)
  return (
    parts !== undefined &&
    keyOf(`${parts.provider}/${parts.types.join('/')}`) === 'microsoft.managedidentity/userassignedidentities'
  )
}

export function linkEdit(port: ExpressRoutePort, typed: TypedLink): Replacement {
  const index = port.links.findIndex(({ name }) => name === typed.link)
  const at = (...path: string[]) => ['properties', 'links', String(index), 'properties', ...path]
  const [ckn, cak, identity] = [typed.ckn.trim(), typed.cak.trim(), typed.identity.trim()]
  const link = port.links[index]
  const sci = link?.sciState?.toLowerCase() === 'enabled'
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'link',
    id: port.id,
    name: port.name,
    changes: [
      ...identityChange(port, identity),
      ...setMembers(port.body, [
        [at('adminState'), typed.enabled ? 'Enabled' : 'Disabled'],
        [at('macSecConfig', 'cknSecretIdentifier'), ckn === '' ? undefined : ckn],
        [at('macSecConfig', 'cakSecretIdentifier'), cak === '' ? undefined : cak],
        // A link that names none is not made to name one for nothing.
        ...(link?.macSecCipher === undefined && ckn === '' && typed.cipher === CIPHERS[0]
          ? []
          : [[at('macSecConfig', 'cipher'), typed.cipher] as const]),
        ...(typed.sci === sci
          ? []
          : [[at('macSecConfig', 'sciState'), typed.sci ? 'Enabled' : 'Disabled'] as const]),
      ]),
    ],
    what: `${typed.link} of ${port.name}`,
    effect: effectOf(port, typed),
    action: writeAction('Microsoft.Network/expressRoutePorts'),
    holds: heldBy(port),
  }
}

/** Azure takes an identity by an empty object beside its id. */
function identityChange(port: ExpressRoutePort, identity: string): MemberChange[] {
  if (identity === '' || port.identityIds?.some((one) => keyOf(one) === keyOf(identity))) return []
  const before = memberAt(port.body, ['identity', 'userAssignedIdentities'])
  const from = memberAt(port.body, ['identity'])
  const others = isJsonObject(before) ? before : {}
  return [
    {
      path: ['identity'],
      ...(from !== undefined && { from }),
      to: {
        ...(isJsonObject(from) ? from : { type: 'UserAssigned' }),
        userAssignedIdentities: { ...others, [identity]: {} },
      },
    },
  ]
}

function effectOf(port: ExpressRoutePort, typed: TypedLink): string {
  const was = typedLink(port, typed.link)
  if (was.enabled && !typed.enabled)
    return 'The link carries nothing any more; the other link of the port goes on.'
  if (!was.enabled && typed.enabled)
    return 'The link carries traffic once the cross connect is there. Billing of the port begins now, if it has not.'
  return 'Azure expects no other change of the link.'
}

export function linkConsequences(port: ExpressRoutePort, typed: TypedLink, estate: Estate): Consequences {
  const was = typedLink(port, typed.link)
  const circuits = port.circuitIds.flatMap((id) => {
    const found = estate.resources.get(keyOf(id))
    return found ? [{ id: found.id, name: found.name, note: 'its circuit' }] : []
  })
  const keys = was.ckn !== typed.ckn.trim() || was.cak !== typed.cak.trim() || was.cipher !== typed.cipher
  const drops = [
    ...(was.enabled && !typed.enabled
      ? [
          port.links.some((one) => one.name !== typed.link && one.adminState?.toLowerCase() === 'enabled')
            ? 'One of the two paths of each circuit on the port.'
            : 'Everything: no other link of the port is on.',
        ]
      : []),
    ...(keys && typed.enabled
      ? [
          typed.ckn.trim() === '' && typed.cak.trim() === ''
            ? 'Everything on this link until your router has no MACsec there either. What passes then is not encrypted.'
            : 'Everything on this link until your router has the same keys and cipher: there is no clear text meanwhile.',
        ]
      : []),
  ]
  return {
    touches: [{ id: port.id, name: port.name, note: 'its other link stays as it is' }],
    depends: circuits,
    ...(drops.length > 0 && { drops: drops.join(' ') }),
    after: keys
      ? 'Change one link, see that it is up again, then the other. LACP and MLAG do not work with MACsec.'
      : 'Look at the paths of its circuits.',
  }
}
