import { networkError } from '../../arm/refusals.ts'
import type { Rule } from './rule.ts'

const NAME = /^[a-z0-9]([\w.-]{0,78}\w)?$/i

/** Names of network resources (VPN gateway document 3). Code of ARM contract 5 and text unverified. */
export const refuseName: Rule = ({ name, before }) =>
  before !== undefined || NAME.test(name)
    ? undefined
    : networkError(
        400,
        'InvalidResourceName',
        `Resource name ${name} is invalid. The name can be up to 80 characters long. It must begin with a word character, ` +
          "and it must end with a word character or with '_'. The name may contain word characters or '.', '-', '_'.",
      )
