import { expect, test } from 'vitest'
import { circuit, connection } from '../../../tests/support/resources.ts'
import { isNotJoined } from './not-joined.ts'

test.each([
  [connection('cn', { connectionStatus: 'Connected' }), false],
  [connection('cn', { connectionStatus: 'Connecting' }), false],
  [connection('cn', { connectionStatus: 'NotConnected' }), true],
  // Paths are up without it.
  [connection('cn', { provisioningState: 'Failed', connectionStatus: 'Unknown' }), true],
  [circuit('er', { provisioningState: 'Failed' }), false],
  [undefined, false],
])('%#', (resource, expected) => expect(isNotJoined(resource)).toBe(expected))
