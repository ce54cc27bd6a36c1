import { contoso } from '../../../src/emulator/estates/contoso/contoso.ts'
import type { EstatePerson, Tenant } from '../../../src/emulator/estates/estate.ts'
import { twoTenants } from '../../../src/emulator/estates/two-tenants.ts'

export type { Tenant }
export type Person = EstatePerson

/** A directory that the provider signs in to. */
export const CONTOSO = contoso.tenant
export const NORTHWIND = twoTenants.tenant
export const [TAILSPIN = NORTHWIND] = twoTenants.otherTenants ?? []
export const TENANTS: readonly Tenant[] = [CONTOSO, NORTHWIND, TAILSPIN]

/** Who can sign in: whom the estates' roles name. */
export const PEOPLE: readonly Person[] = [...(contoso.people ?? []), ...(twoTenants.people ?? [])]

/** Of Contoso's network team: reads everything, changes the network. */
export const ALEX = named('Alex')
/** Of Contoso, where she sees the lab alone. */
export const FRANZISKA = named('Franziska Brandl')
/** At home in Northwind, a guest of Tailspin. */
export const KIM = named('Kim Solberg')

function named(name: string): Person {
  const found = PEOPLE.find((person) => person.name === name)
  if (!found) throw new Error(`No estate knows ${name}.`)
  return found
}
