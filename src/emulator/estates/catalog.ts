import { contoso } from './contoso/contoso.ts'
import { empty } from './empty.ts'
import type { ListedEstate } from './estate.ts'
import { large } from './large/large.ts'
import { twoTenants } from './two-tenants.ts'

/** The estates one can choose from; the first one is loaded when nothing was chosen. */
export const ESTATES: readonly ListedEstate[] = [contoso, empty, large]

/** Also those that are for tests alone. */
export const SERVER_ESTATES: readonly ListedEstate[] = [...ESTATES, twoTenants]
