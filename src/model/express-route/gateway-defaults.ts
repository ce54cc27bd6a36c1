import { parseArmId } from '../paths.ts'
import { freeSpace, lastSubnet, proposedSubnet } from '../wizard/free-prefixes.ts'
import { baseOfNetwork, CONVENTION, freeNameIn } from '../wizard/naming.ts'
import { spaceOfSetUp, wantsIpv6 } from './ipv6.ts'
import { groupId } from '../wizard/place.ts'
import { regionShort } from '../wizard/region-short.ts'
import { isTouched } from '../wizard/touched.ts'
import type { Answers, Gateway } from './answers.ts'
import { smallestFor } from './gateway-skus.ts'
import { circuitMbps } from './circuit-mbps.ts'
import { existingNetwork, gatewayPlace, hubOf } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** What a new gateway is proposed, and what is new around it. */
export function gatewayDefaults(answers: Answers, around: Surroundings): Gateway {
  const { goal, gateway } = answers
  if (gateway.use === 'existing') return gateway
  const placed = placeDefaults(answers, around)
  const at = { ...answers, gateway: placed }
  const free = (member: string) => !isTouched(answers, `gateway.${member}`)
  const naming = {
    place: gatewayPlace(at, around),
    namedIn: answers.namedIn?.gateway,
    estate: around.estate,
  }
  const base = baseName(at, around)
  const type = goal.to === 'hub' ? 'expressRouteGateways' : 'virtualNetworkGateways'
  const name = free('name')
    ? freeNameIn(naming, CONVENTION.expressRouteGateway(base), gateway.name, type)
    : gateway.name
  const { publicAddress } = gateway
  return {
    ...placed,
    name,
    ...(goal.to === 'hub' ? hubUnits(answers) : networkSku(answers, around)),
    publicAddress:
      publicAddress.is === 'new' && free('publicAddress')
        ? {
            is: 'new',
            name: freeNameIn(naming, CONVENTION.address(name, 0), publicAddress.name, 'publicIPAddresses'),
          }
        : publicAddress,
  }
}

/** SKU and units for what the circuits carry together, so that the gateway holds none of them back. */
function networkSku(answers: Answers, around: Surroundings): Pick<Gateway, 'sku' | 'units'> {
  const { gateway, circuits } = answers
  const mbps = circuits.reduce((sum, one) => sum + (circuitMbps(one, answers, around) ?? 0), 0)
  const wanted = smallestFor(mbps)
  return {
    sku: isTouched(answers, 'gateway.sku') ? gateway.sku : wanted.sku,
    units: isTouched(answers, 'gateway.units') ? gateway.units : wanted.units,
  }
}

/** Two units: one may dip while Azure maintains it (Virtual WAN document 6). */
function hubUnits(answers: Answers): Pick<Gateway, 'units'> {
  return {
    units: isTouched(answers, 'gateway.units') ? answers.gateway.units : { min: '2', max: '2' },
  }
}

/** Subscription, group and region go by what is there; else by the circuits. */
function placeDefaults(answers: Answers, around: Surroundings): Gateway {
  const { goal, gateway } = answers
  const free = (member: string) => !isTouched(answers, `gateway.${member}`)
  const there = goal.to === 'hub' ? hubOf(answers, around) : existingNetwork(answers, around)
  const at = there && parseArmId(there.id)
  if (there && at)
    return {
      ...gateway,
      subscriptionId: at.subscriptionId,
      group: free('group')
        ? { is: 'existing', id: groupId(at.subscriptionId, at.resourceGroup) }
        : gateway.group,
      region: there.location ?? gateway.region,
      gatewaySubnet:
        there.kind === 'virtualNetwork' && free('gatewaySubnet')
          ? (proposedSubnet(there) ?? '')
          : gateway.gatewaySubnet,
    }
  const given = {
    ...gateway,
    subscriptionId: free('subscriptionId') ? goal.subscriptionId : gateway.subscriptionId,
    group: free('group') ? goal.group : gateway.group,
  }
  if (goal.to === 'hub' || gateway.network.is === 'existing') return given
  const short = regionShort(gateway.region)
  const naming = {
    place: gatewayPlace({ ...answers, gateway: given }, around),
    namedIn: answers.namedIn?.gateway,
    estate: around.estate,
  }
  // Once proposed it stays: another network of the estate must not move it.
  const addressSpace =
    !free('addressSpace') || gateway.addressSpace !== '' ? gateway.addressSpace : freeSpace(around.estate)
  return {
    ...given,
    network: {
      is: 'new',
      name: free('network')
        ? freeNameIn(naming, CONVENTION.network(short), gateway.network.name, 'virtualNetworks')
        : gateway.network.name,
    },
    addressSpace,
    addressSpace6:
      free('addressSpace6') && wantsIpv6(answers, around)
        ? gateway.addressSpace6 || spaceOfSetUp(answers.setUp)
        : gateway.addressSpace6,
    gatewaySubnet: free('gatewaySubnet') ? lastSubnet(addressSpace) : gateway.gatewaySubnet,
  }
}

function baseName(answers: Answers, around: Surroundings): string {
  const { network } = answers.gateway
  const hub = hubOf(answers, around)
  const named = hub
    ? hub.name.replace(/^(vhub|hub)[-_.]/i, '').slice(0, 40)
    : answers.goal.to === 'network' && network.is === 'existing'
      ? baseOfNetwork(network.id)
      : ''
  return named || regionShort(answers.gateway.region)
}
