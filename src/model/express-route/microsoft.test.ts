import { describe, expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../tests/support/express-route.ts'
import { type circuit, idOf } from '../../../tests/support/resources.ts'
import { isJsonObject, type Json } from '../../lib/json.ts'
import { keyOf, nameOfId } from '../paths.ts'
import { checksOf } from './checks-of.ts'
import { meant, peer } from './checks/cases/case.fixture.ts'
import { defaultReason } from './default-reason.ts'
import { withMicrosoft } from './microsoft.ts'
import { peeringsMeant } from './peering-meant.ts'
import { pictureOf, pictureWords } from './picture.ts'
import { planOf } from './plan-of.ts'
import { readAnswers } from './read-answers.ts'
import { answered, ERGW, made, names, peered, VNET } from './set-up.fixture.ts'
import { SET_UP_TAGS, setUpTags } from './set-up-tags.ts'
import { settled } from './settled.ts'
import { startingAnswers } from './starting-answers.ts'
import { summaryOf } from './summary.ts'
import { whereItStands } from './where-it-stands.ts'

const BOTH = [made('erc-amsterdam', { tier: 'Premium' }), made('erc-frankfurt', { tier: 'Premium' })]
const ID = `${idOf('expressRouteCircuits', 'erc-amsterdam')}/peerings/MicrosoftPeering`
const THERE = {
  id: ID,
  name: 'MicrosoftPeering',
  peerASN: 3320,
  vlanId: 311,
  ipv6: { primaryPrefix: '2001:db8::/126', secondaryPrefix: '2001:db8::4/126' },
}

describe('the plan', () => {
  test('has none where none is wanted', () => {
    const { answers } = answered(BOTH)
    expect(names(answers, BOTH, 'connect')).not.toContain('MicrosoftPeering')
  })

  test('makes it last of its circuit, after what the private path needs, and only where it is wanted', () => {
    const { answers, around } = answered(BOTH)
    const { plan } = planOf(meant(0)(answers), around, 'connect')
    expect(plan.resources.map(({ id }) => nameOfId(id)).slice(2)).toEqual([
      'AzurePrivatePeering',
      'cn-weu-to-amsterdam',
      'MicrosoftPeering',
      'AzurePrivatePeering',
      'cn-weu-to-frankfurt',
    ])
    const planned = plan.resources.find(({ id }) => id === ID)
    expect(planned?.dependsOn.map(nameOfId)).toEqual(['AzurePrivatePeering', 'cn-weu-to-amsterdam'])
    expect(planned?.body).toEqual({
      properties: {
        peeringType: 'MicrosoftPeering',
        peerASN: 3320,
        vlanId: 311,
        primaryPeerAddressPrefix: '203.0.113.0/30',
        secondaryPeerAddressPrefix: '203.0.113.4/30',
        microsoftPeeringConfig: { advertisedPublicPrefixes: ['198.51.100.0/24'] },
        routeFilter: { id: '/filter' },
      },
    })
    expect(plan.uses).toContainEqual({ id: '/filter', note: 'Not changed' })
    expect(plan.uses.map(({ note }) => note)).toContain('Only its private and Microsoft peerings are written')
  })

  test('writes both families with what each announces, and who owns it', () => {
    const { answers, around } = answered(BOTH)
    const wanted = meant(0, {
      addressing: 'both',
      primary6: '2001:db8::/126',
      secondary6: '2001:db8::4/126',
      prefixes6: '2001:db8:9::/48, 2001:db8:8::/48',
      customerAsn: '64496',
      registry: 'RIPENCC',
      routeFilter: '',
    })(answers)
    const owner = { customerASN: 64496, routingRegistryName: 'RIPENCC' }
    const { resources } = planOf(wanted, around, 'connect').plan
    expect(resources.find(({ id }) => id === ID)?.body).toMatchObject({
      properties: {
        microsoftPeeringConfig: { advertisedPublicPrefixes: ['198.51.100.0/24'], ...owner },
        ipv6PeeringConfig: {
          primaryPeerAddressPrefix: '2001:db8::/126',
          microsoftPeeringConfig: {
            advertisedPublicPrefixes: ['2001:db8:9::/48', '2001:db8:8::/48'],
            ...owner,
          },
        },
      },
    })
  })

  test('never writes one that is there, and asks nothing of somebody else’s circuit', () => {
    const there = [made('erc-amsterdam', { tier: 'Premium', peerings: [THERE] })]
    const { answers, around } = answered(there)
    expect(names(meant(0)(answers), there, 'connect')).not.toContain('MicrosoftPeering')
    const redeemed = withMicrosoft(
      {
        ...answers,
        circuits: answers.circuits.map((one) => ({
          ...one,
          use: 'redeemed' as const,
          uri: ID.slice(0, -26),
        })),
      },
      true,
      around,
    )
    expect(redeemed.circuits.map(({ microsoft }) => microsoft.wanted)).toEqual([false, false])
  })

  test('leaves it to a provider that runs layer 3, by its tag or by what was said, unless somebody denies it', () => {
    const tagged = [
      made('erc-amsterdam', {
        tier: 'Premium',
        tags: { [SET_UP_TAGS.layer3]: 'provider' },
        peerings: [{ id: 'p', name: 'AzurePrivatePeering' }],
      }),
    ]
    const { answers, around } = answered(tagged)
    const wanted = meant(0)(answers)
    expect(names(wanted, tagged, 'connect')).not.toContain('MicrosoftPeering')
    expect(pictureWords(pictureOf(wanted, around, []))).not.toContain('Microsoft peering')
    expect(summaryOf(wanted, [], around, 'connect').microsoft).toBeUndefined()
    const denied = { ...wanted, touched: [...wanted.touched, 'circuits.0.peering.by'] }
    expect(names(denied, tagged, 'connect')).toContain('MicrosoftPeering')
    const said = peer(0, { by: 'provider' })(meant(0)(answered(BOTH).answers))
    expect(names(said, BOTH, 'connect')).not.toContain('MicrosoftPeering')
  })

  test('what waits for the provider names it', () => {
    const waiting = [
      made('erc-amsterdam', { tier: 'Premium', serviceProviderProvisioningState: 'Provisioning' }),
    ]
    const { answers, around } = answered(waiting)
    const [later] = planOf(meant(0)(answers), around, 'connect').later
    expect(later?.resources.map(({ what }) => what)).toContain('Microsoft peering')
  })
})

test('what is not touched follows: a free VLAN, a public AS, and what the first circuit announces', () => {
  const around = aroundExpressRoute()
  const asked = withMicrosoft(goodExpressRoute(around), true, around)
  const [first, second] = settled(asked, around).circuits
  // The private AS number of the private peering is none to announce public prefixes from.
  expect(first?.microsoft).toMatchObject({ asn: '', prefixes: '', registry: 'NONE' })
  const vlans = [first, second].flatMap((one) => [one?.peering.vlan, one?.microsoft.vlan])
  expect(new Set(vlans).size).toBe(4)
  const filled = meant(0, { registry: 'ARIN' })(settled(asked, around))
  expect(settled(filled, around).circuits[1]?.microsoft).toMatchObject({
    asn: '3320',
    prefixes: '198.51.100.0/24',
    registry: 'ARIN',
    routeFilter: '/filter',
    primary: '',
  })
  const why = (member: string) =>
    defaultReason(`circuits.1.microsoft.${member}`, settled(filled, around), around)
  for (const member of ['prefixes', 'registry', 'routeFilter'])
    expect(why(member)).toMatch(/^The same as over/)
  for (const member of ['prefixes6', 'customerAsn', 'routeFilter6']) expect(why(member)).toBeUndefined()
})

test('a draft, the picture, the summary and the order know it', () => {
  const { answers, around } = answered(BOTH)
  const wanted = meant(0)(answers)
  const json = JSON.parse(JSON.stringify(wanted)) as Json
  expect(isJsonObject(json) && readAnswers(json)).toEqual(wanted)
  const words = (of: typeof wanted) => pictureWords(pictureOf(of, around, []))
  expect(words(wanted)).toContain('and Microsoft peering (VLAN 311, AS 3320, new)')
  expect(words(answers)).not.toContain('Microsoft peering')
  const summary = (of: typeof wanted) => summaryOf(of, [], around, 'connect').microsoft
  expect([summary(wanted), summary(answers)]).toEqual(['new on erc-amsterdam', undefined])
  const told = (of: typeof wanted) =>
    of.circuits[0] && peeringsMeant(of.circuits[0], 0, checksOf(of, {}, around)).microsoftVlan
  expect([told(wanted), told(answers)]).toEqual(['311', undefined])
})

test('it is the step to act on once the private peerings are there, and only while it is missing', () => {
  const there = [peered('erc-amsterdam'), peered('erc-frankfurt')]
  const { answers, around } = answered(there)
  expect(whereItStands(answers, around)).toBe('gateway')
  expect(whereItStands(meant(0)(answers), around)).toBe('microsoft')
})

describe('from any browser', () => {
  const found = (change: Parameters<typeof circuit>[1]) => {
    const around = aroundExpressRoute([VNET, ERGW, made('erc-amsterdam', change)])
    const id = idOf('expressRouteCircuits', 'erc-amsterdam')
    return startingAnswers({ circuitId: id }, around).circuits.find(
      ({ existing }) => keyOf(existing) === keyOf(id),
    )
  }

  test('the tags of an order say what is wanted beside the private peering, and who makes that', () => {
    const { answers } = answered([])
    const [one] = answers.circuits
    if (!one) throw new Error('no circuit')
    expect(Object.keys(setUpTags(answers, one, undefined))).toEqual([
      SET_UP_TAGS.setUp,
      SET_UP_TAGS.resiliency,
    ])
    const theirs = { ...one, peering: { ...one.peering, by: 'provider' as const } }
    const tags = setUpTags(answers, { ...theirs, microsoft: { ...one.microsoft, wanted: true } }, undefined)
    expect(tags).toMatchObject({ [SET_UP_TAGS.layer3]: 'provider', [SET_UP_TAGS.microsoft]: 'wanted' })
    expect(found({ tags })).toMatchObject({ peering: { by: 'provider' }, microsoft: { wanted: true } })
    expect(found({ tags: {} })).toMatchObject({ peering: { by: 'customer' }, microsoft: { wanted: false } })
  })

  test('a provider that runs layer 3 by the tag of a circuit that is used is not asked for a peering, unless somebody says so', () => {
    const tagged = [made('erc-amsterdam', { tags: { [SET_UP_TAGS.layer3]: 'provider' } })]
    const around = aroundExpressRoute([VNET, ...tagged])
    const used = { use: 'existing' as const, existing: tagged[0]?.id ?? '' }
    const good = goodExpressRoute(around, { resiliency: 'standard' }, { networkId: VNET.id })
    const answers = { ...good, circuits: good.circuits.map((one) => ({ ...one, ...used })) }
    expect(settled(answers, around).circuits[0]?.peering.by).toBe('provider')
    const told = { ...answers, touched: [...answers.touched, 'circuits.0.peering.by'] }
    expect(settled(told, around).circuits[0]?.peering.by).toBe('customer')
  })

  test('one that is there is shown as it is', () => {
    expect(found({ peerings: [THERE] })?.microsoft).toMatchObject({
      wanted: true,
      addressing: 'ipv6',
      asn: '3320',
      vlan: '311',
      primary6: '2001:db8::/126',
    })
  })
})
