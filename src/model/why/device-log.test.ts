import { expect, test } from 'vitest'
import { readDeviceLog } from './device-log.ts'

test.each<[line: string, kind: string | undefined]>([
  ['received AUTHENTICATION_FAILED notify error', 'authentication'],
  ['parsed IKE_AUTH response 1 [ N(AUTH_FAILED) ]', 'authentication'],
  ["tried 1 shared key for 'a' - 'b', but MAC mismatched", 'authentication'],
  ['received NO_PROPOSAL_CHOSEN notify error', 'phase1Proposal'],
  ['received proposals unacceptable', 'phase1Proposal'],
  ['received NO_PROPOSAL_CHOSEN notify, no CHILD_SA built', 'phase2Proposal'],
  ['received TS_UNACCEPTABLE notify, no CHILD_SA built', 'selectors'],
  ["peer didn't accept DH group ECP_384, it requested MODP_2048", 'dhGroup'],
  ['generating IKE_SA_INIT response 0 [ N(INVALID_KE_PAYLOAD) ]', 'dhGroup'],
  ['giving up after 5 retransmits', 'silence'],
  ['establishing connection failed, peer not responding', 'silence'],
  ['retransmit 1 of request with message ID 0', undefined],
  ['IKE_SA azure[1] established between 203.0.113.18 and 198.51.100.22', undefined],
  ['', undefined],
])('%s', (line, kind) => {
  expect(readDeviceLog(line)[0]?.kind).toBe(kind)
})

test('each phrase once, with how often, its first line shortened, in the order of the table', () => {
  const long = `TS_UNACCEPTABLE ${'x'.repeat(400)}`
  expect(
    readDeviceLog(`peer not responding\r\n${long}\nTS_UNACCEPTABLE again\nAUTHENTICATION_FAILED`),
  ).toEqual([
    { kind: 'authentication', phrase: 'AUTHENTICATION_FAILED', line: 'AUTHENTICATION_FAILED', count: 1 },
    { kind: 'selectors', phrase: 'TS_UNACCEPTABLE', line: long.slice(0, 160), count: 2 },
    { kind: 'silence', phrase: 'no answer to retransmissions', line: 'peer not responding', count: 1 },
  ])
})
