import type {
  EstateLock,
  EstatePerson,
  EstatePolicy,
  EstateResourceGroup,
  EstateRoleAssignment,
  Tenant,
} from '../estate.ts'
import { connectivity, groups, lab, production } from './places.ts'

export const tenant: Tenant = {
  tenantId: '9d6c1f80-4b2e-4c57-a3f9-8e01d7b5c246',
  displayName: 'Contoso',
  defaultDomain: 'contoso.com',
  countryCode: 'PL',
}

const person = (objectId: string, name: string, username: string): EstatePerson => ({
  objectId,
  name,
  username,
  tenantIds: [tenant.tenantId],
})

/** Alex is whom the demo signs in as. */
const alex = person('5d0a1c3e-6b1f-4c8e-9a55-0f6f2f1f7a10', 'Alex', 'alex@contoso.example')
const franziska = person(
  'b7f0c6d2-19e4-4a3b-8c75-2d61e09fa384',
  'Franziska Brandl',
  'f.brandl@contoso.example',
)
const marek = person('0e3d94a7-c582-4f61-9b0e-7a18d5f6c2b9', 'Marek Zieliński', 'm.zielinski@contoso.example')

export const people = [alex, franziska, marek]

const subscription = ({ subscriptionId }: { subscriptionId: string }) => `/subscriptions/${subscriptionId}`
const group = ({ subscriptionId, name }: EstateResourceGroup) =>
  `/subscriptions/${subscriptionId}/resourceGroups/${name}`

const assigned = ({ objectId }: EstatePerson, role: EstateRoleAssignment['role'], ...scopes: string[]) =>
  scopes.map((scope): EstateRoleAssignment => ({ principalId: objectId, scope, role }))

/** Somebody of the network team: everything can be read, the network changed, the business's things mostly not. */
export const roleAssignments: EstateRoleAssignment[] = [
  ...assigned(alex, 'Network Contributor', subscription(connectivity), group(groups.shopWeu)),
  ...assigned(alex, 'Contributor', group(groups.erWeu)),
  // What Network Contributor lacks: reading the activity log and metrics.
  ...assigned(alex, 'Reader', subscription(connectivity), subscription(production)),
  ...assigned(alex, 'Owner', subscription(lab)),
  ...assigned(franziska, 'Owner', subscription(lab)),
  ...assigned(marek, 'Owner', subscription(connectivity), subscription(production), subscription(lab)),
]

export const locks: EstateLock[] = [
  {
    scope: group(groups.netWeu),
    name: 'keep-the-hub',
    level: 'CanNotDelete',
    notes: 'Every plant in Europe comes through here. Ask the network team first.',
  },
  {
    scope: group(groups.labOld),
    name: 'as-it-was',
    level: 'ReadOnly',
    notes: 'Kept as it was until the comparison is written.',
  },
]

export const policies: EstatePolicy[] = [
  {
    scope: group(groups.netNeu),
    name: 'require-cost-center',
    displayName: 'Require a cost-center tag on resources',
    requires: { tag: 'cost-center' },
  },
]
