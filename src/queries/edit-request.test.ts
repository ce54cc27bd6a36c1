import { expect, test } from 'vitest'
import type { JsonObject } from '../lib/json.ts'
import type { Edit } from '../model/edits/edit.ts'
import { azRest } from '../model/export/az-rest.ts'
import { requestOf } from './edit-request.ts'

const NETWORK = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network'

function put(id: string): Edit {
  return {
    is: 'edit',
    method: 'PUT',
    id,
    name: 'x',
    topic: 'bgp',
    changes: [{ path: ['properties', 'enableBgp'], from: false, to: true }],
    what: '',
    effect: '',
    action: '',
    holds: [],
  }
}

const shown = (id: string, properties: JsonObject) => {
  const { body } = requestOf(put(id), { properties })
  return body.is === 'json' ? body.json : undefined
}

test('each RADIUS server of a gateway has a placeholder where its secret is sent', () => {
  const id = `${NETWORK}/virtualNetworkGateways/gw`
  const properties = {
    vpnClientConfiguration: {
      radiusServerAddress: '10.0.0.4',
      radiusServers: [{ radiusServerAddress: '10.0.0.5', radiusServerScore: 1 }],
    },
  }
  expect(shown(id, properties)).toEqual({
    properties: {
      enableBgp: true,
      vpnClientConfiguration: {
        radiusServerAddress: '10.0.0.4',
        radiusServerSecret: '<RADIUS secret>',
        radiusServers: [
          {
            radiusServerAddress: '10.0.0.5',
            radiusServerScore: 1,
            radiusServerSecret: '<RADIUS secret>',
          },
        ],
      },
    },
  })
  expect(azRest(requestOf(put(id), { properties }), 'bash').placeholders).toEqual(['<RADIUS secret>'])
})

test('a gateway without RADIUS is shown as it is', () => {
  const id = `${NETWORK}/virtualNetworkGateways/gw`
  expect(shown(id, { vpnClientConfiguration: { radiusServers: [] } })).toEqual({
    properties: { enableBgp: true, vpnClientConfiguration: { radiusServers: [] } },
  })
})

test.each([
  ['connections', { connectionType: 'IPsec' }, true],
  ['connections', { connectionType: 'Vnet2Vnet' }, true],
  ['connections', { connectionType: 'IPsec', authenticationType: 'Certificate' }, false],
  ['connections', { connectionType: 'ExpressRoute' }, false],
  ['localNetworkGateways', {}, false],
])('of a PUT of %s with %j it is said whether a shared key goes with it: %s', (type, properties, lacks) => {
  expect(requestOf(put(`${NETWORK}/${type}/x`), { properties }).lacksKey === true).toBe(lacks)
})
