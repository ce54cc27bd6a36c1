import { test } from 'vitest'
import { join, behind, policy, expectSaid, type Case } from './said.test-support.ts'

test.each<[rule: string, ofCase: Case, text: RegExp]>([
  ['E VAL-CON-02 connection keys.0', { keys: {} }, /^Generate the key\. A key is kept in memory only/],
  [
    'E VAL-CON-02 connection keys.0',
    { keys: { s1: 'with a blank but long enough' } },
    /there is a space at position 5/,
  ],
  ['A VAL-CON-02 connection keys.0', { keys: { s1: 'short' } }, /fewer than 20/],
  ['E VAL-CON-03 connection connection.dpd', { answers: join({ dpd: '8' }) }, /9 to 3600/],
  ['A VAL-CON-03 connection connection.dpd', { answers: join({ dpd: '60' }) }, /30 to 45/],
  [
    'E VAL-CON-04 connection connection.custom.ipsecIntegrity',
    { answers: policy({ ipsecIntegrity: 'SHA256' }) },
    /must both be GCMAES256/,
  ],
  [
    'E VAL-CON-04 connection connection.custom.dhGroup',
    { answers: policy({ dhGroup: '' }) },
    /all of its values/,
  ],
  [
    'A VAL-CON-05 connection connection.custom.dhGroup',
    { answers: policy({ dhGroup: 'DHGroup2' }) },
    /considered weak/,
  ],
  [
    'E VAL-CON-07 connection connection.policyBased',
    { answers: join({ selectors: [{ local: ['10.20.0.0/16'], remote: ['10.90.0.0/16'] }] }) },
    /need policy-based/,
  ],
  [
    'E VAL-CON-07 connection connection.selectors.0',
    { answers: join({ policyBased: true, selectors: [{ local: ['10.20.0.0'], remote: ['10.90.0.0/16'] }] }) },
    /no IPv4 prefix/,
  ],
  [
    'E VAL-CON-07 connection connection.policyBased',
    {
      answers: (a) =>
        behind({ prefixes: Array.from({ length: 101 }, (_, at) => `10.90.${at}.0/24`) })(
          join({ policyBased: true })(a),
        ),
    },
    /101 pairs/,
  ],
  [
    'A VPN-S03 connection connection.policy',
    { goal: { use: 'production' }, answers: join({ policy: 'default' }) },
    /DH group 2, which is considered weak/,
  ],
  ['A ikev1 connection connection.protocol', { answers: join({ protocol: 'IKEv1' }) }, /IKEv1/],
])('%s', expectSaid)
