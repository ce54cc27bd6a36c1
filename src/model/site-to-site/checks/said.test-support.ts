import { expect } from 'vitest'
import { gateway } from '../../../../tests/support/resources.ts'
import {
  goodAnswers,
  goodKeys,
  surroundings,
  VNET,
  withSiteValues,
} from '../../../../tests/support/surroundings.ts'
import { PRESETS } from '../../edits/ipsec-policy.ts'
import type { Resource } from '../../resources/resource.ts'
import type { Answers, Keys } from '../answers.ts'
import { checksOf } from '../checks-of.ts'
import type { SubnetFacts } from '../../wizard/around.ts'
import type { Surroundings } from '../surroundings.ts'

export interface Case {
  answers?: (good: Answers) => Answers
  goal?: Partial<Answers['goal']>
  beside?: readonly Resource[]
  around?: Partial<Surroundings>
  keys?: Keys
}

/** Checks of good answers with one thing changed: `E VAL-GW-09 gateway gateway.addresses.1`. */
export function said({ answers: change = (good) => good, goal, beside = [], around, keys }: Case) {
  const known = surroundings([VNET, ...beside], around)
  const answers = change(goodAnswers(known, goal))
  const checks = checksOf(answers, keys ?? goodKeys(answers), known)
  return { checks, answers, known, lines: checks.map(lineOf) }
}

function lineOf({ rule, step, field, is }: ReturnType<typeof checksOf>[number]): string {
  return `${is === 'error' ? 'E' : 'A'} ${rule} ${step} ${field}`
}

export const gate =
  (change: Partial<Answers['gateway']>) =>
  (a: Answers): Answers => ({
    ...a,
    gateway: { ...a.gateway, ...change },
  })
export const place =
  (change: Partial<Answers['network']>) =>
  (a: Answers): Answers => ({
    ...a,
    network: { ...a.network, ...change },
  })
export const join =
  (change: Partial<Answers['connection']>) =>
  (a: Answers): Answers => ({
    ...a,
    connection: { ...a.connection, ...change },
  })
export const behind =
  (change: Parameters<typeof withSiteValues>[2], index = 0) =>
  (a: Answers) =>
    withSiteValues(a, index, change)
export const address =
  (id: string) =>
  (a: Answers): Answers =>
    gate({ addresses: a.gateway.addresses.with(1, { is: 'existing', id }) })(a)
export const subnetFacts = (change: Partial<SubnetFacts>): Partial<Surroundings> => ({
  gatewaySubnet: {
    is: 'known',
    value: { prefixes: ['10.20.255.0/27'], delegations: [], usedBy: [], routes: [], ...change },
  },
})
export const ZONED = { zones: ['1', '2', '3'] }
export const VGW = gateway('vgw-a', {
  ipConfigurations: [{ name: 'default', subnetId: `${VNET.id}/subnets/GatewaySubnet` }],
})
export const onGateway = (change: Partial<typeof VGW> = {}): Case => ({
  beside: [{ ...VGW, ...change }],
})
export const ERGW = {
  ...VGW,
  ...gateway('ergw-a'),
  gatewayType: 'ExpressRoute',
  ipConfigurations: VGW.ipConfigurations,
}
export const policy = (change: object) => join({ policy: 'custom', custom: { ...PRESETS.Strong, ...change } })

export const AT_SUBNET = 'network network.gatewaySubnet'
export const AT_FIRST = 'sites sites.0.values'

/** The check of that line is raised, and says so. */
export function expectSaid(line: string, ofCase: Case, text: RegExp) {
  const { checks, lines } = said(ofCase)
  expect(lines).toContain(line)
  const texts = checks.filter((one) => lineOf(one) === line).map((one) => one.text)
  expect(texts.join('\n')).toMatch(text)
}
