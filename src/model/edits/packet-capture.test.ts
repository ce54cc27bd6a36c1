import { expect, test } from 'vitest'
import { connection, gateway } from '../../../tests/support/resources.ts'
import {
  captureState,
  filterData,
  filterProblems,
  NO_FILTER,
  sasProblem,
  startCapture,
  stopCapture,
} from './packet-capture.ts'

test('without a filter everything is captured, and the body is empty', () => {
  expect(filterData(NO_FILTER)).toBeUndefined()
  expect(startCapture(connection('c'), undefined)).toMatchObject({
    body: {},
    action: 'Microsoft.Network/connections/startpacketcapture/action',
  })
})

test('a filter is the text Azure takes', () => {
  const typed = {
    ...NO_FILTER,
    ike: false,
    sources: '10.1.0.0/16, 10.2.0.4/32',
    destinationPorts: '443',
    protocol: 'TCP' as const,
  }
  expect(JSON.parse(filterData(typed) ?? '')).toEqual({
    TracingFlags: 1,
    MaxPacketBufferSize: 120,
    MaxFileSize: 500,
    Filters: [
      {
        SourceSubnets: ['10.1.0.0/16', '10.2.0.4/32'],
        DestinationPort: [443],
        Protocol: [6],
        CaptureSingleDirectionTrafficOnly: false,
      },
    ],
  })
  expect(startCapture(gateway('g'), filterData(typed))).toMatchObject({
    body: { filterData: filterData(typed) },
    action: 'Microsoft.Network/virtualNetworkGateways/startpacketcapture/action',
  })
})

test.each([
  [{}, []],
  [{ ike: false, esp: false }, ['flags']],
  [{ sources: '10.1.0.0' }, ['sources']],
  [{ destinations: 'fd00::/8' }, ['destinations']],
  [{ sourcePorts: '0' }, ['sourcePorts']],
  [{ destinationPorts: '443,70000' }, ['destinationPorts']],
  [{ sources: '10.1.0.0/16 10.2.0.0/16', sourcePorts: '500; 4500' }, []],
])('problems of %j', (change, fields) => {
  expect(Object.keys(filterProblems({ ...NO_FILTER, ...change }))).toEqual(fields)
})

const SAS = 'https://acc.blob.core.windows.net/captures?sv=2024-11-04&sig=abc%3D'

test.each([
  [SAS, undefined],
  ['', /Enter/],
  ['captures', /not an address/],
  [SAS.replace('https', 'http'), /https/],
  ['https://acc.blob.core.windows.net/captures', /no signature/],
  ['https://acc.blob.core.windows.net/?sig=a', /no container/],
])('%s', (typed, problem) => {
  if (problem === undefined) expect(sasProblem(typed)).toBeUndefined()
  else expect(sasProblem(typed)).toMatch(problem)
})

test('the SAS URL is no part of the write', () => {
  expect(stopCapture(connection('c'))).toMatchObject({ secret: 'the SAS URL', segment: 'stopPacketCapture' })
  expect(stopCapture(connection('c')).body).toBeUndefined()
})

test('what Azure says of captures is shown as it spells it', () => {
  expect(captureState(gateway('g'))).toBeUndefined()
  const body = { properties: { packetCaptureDiagnosticState: 'None' } }
  expect(captureState(gateway('g', { body }))).toBe('None')
  expect(
    captureState(gateway('g', { body: { properties: { packetCaptureDiagnosticState: 7 } } })),
  ).toBeUndefined()
})
