import { CIRCUMSTANCE_RULES } from './circumstances.ts'
import { ENOUGH_RULES } from './enough.ts'
import { PROTECTION_RULES } from './protection.ts'
import type { Rule } from './rule.ts'
import { SITE_RULES } from './sites.ts'
import { TRAFFIC_RULES } from './traffic.ts'

/** Every rule that answers can fire. */
export const RULES: readonly Rule[] = [
  ...TRAFFIC_RULES,
  ...SITE_RULES,
  ...PROTECTION_RULES,
  ...CIRCUMSTANCE_RULES,
  ...ENOUGH_RULES,
]
