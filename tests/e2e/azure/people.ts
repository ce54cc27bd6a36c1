import { contoso } from '../../../src/emulator/estates/contoso/contoso.ts'

/** A directory of the provider. */
export interface Tenant {
  id: string
  name: string
}

export const CONTOSO: Tenant = { id: contoso.tenant.tenantId, name: contoso.tenant.displayName }

/** Somebody who can sign in: in which directories, and as which object there. */
export interface Person {
  /** The same in each directory, as `uid` is in Entra. */
  id: string
  name: string
  username: string
  home: Tenant
  /** Object id by directory. */
  objects: Record<string, string>
}

/** A directory of another company, where people of Contoso are guests. */
export const FABRIKAM: Tenant = { id: '3e0b7a65-91d4-4f2c-b8a7-5c6d1e2f3049', name: 'Fabrikam' }

export const TENANTS: readonly Tenant[] = [CONTOSO, FABRIKAM]

export const ALEX: Person = {
  id: 'a1e4c0de-0001-4b6f-9c1d-2f3a4b5c6d7e',
  name: 'Alex Novak',
  username: 'alex@contoso.com',
  home: CONTOSO,
  objects: {
    [CONTOSO.id]: 'a1e4c0de-1111-4b6f-9c1d-2f3a4b5c6d7e',
    [FABRIKAM.id]: 'a1e4c0de-2222-4b6f-9c1d-2f3a4b5c6d7e',
  },
}

export const ROBIN: Person = {
  id: 'b2f5d1ef-0001-4c70-8d2e-3a4b5c6d7e8f',
  name: 'Robin Vega',
  username: 'robin@contoso.com',
  home: CONTOSO,
  objects: { [CONTOSO.id]: 'b2f5d1ef-1111-4c70-8d2e-3a4b5c6d7e8f' },
}

/** Known at the provider, not in Contoso. */
export const SAM: Person = {
  id: 'c3a6e2f0-0001-4d81-9e3f-4b5c6d7e8f90',
  name: 'Sam Stranger',
  username: 'sam@fabrikam.com',
  home: FABRIKAM,
  objects: { [FABRIKAM.id]: 'c3a6e2f0-2222-4d81-9e3f-4b5c6d7e8f90' },
}

export const PEOPLE: readonly Person[] = [ALEX, ROBIN, SAM]
