import { expect, test } from 'vitest'
import { advise } from './advise.ts'
import { NOTHING_THERE } from './estate-facts.ts'
import { FACTOR_TEXTS } from './factor-words.ts'
import { CANDIDATE_WORDS } from './candidates.ts'
import { adviceReport } from './report.ts'
import { RULES } from './rules/rules.ts'
import { SERVICE_WORDS } from './services.ts'
import { told } from './told.fixture.ts'

const ADDRESS = 'https://hub.example/choose?sites=1000'

test('says the answer, the ranking, why, what is ruled out and what is left open', () => {
  const answers = told({ sites: ['1000'], sdwan: ['yes'] }, { exact: { sites: 420 }, weights: { cost: 5 } })
  const text = adviceReport(answers, advise(answers), ADDRESS)
  expect(text).toMatch(
    /^# Choosing a solution\n\n\*\*Virtual WAN with VPN\*\* fits best by what is answered so far: 2 of 21\./,
  )
  expect(text).toContain('- How many sites connect? 30 to 1,000 (420 sites)')
  expect(text).toMatch(/\| 1 \| Virtual WAN with VPN \| \d\.\d \| 3 \| 2 \| 4 \| 4 \| 3 \| 5\+ \| 2 \|/)
  expect(text).toContain('Latency 1, Cost 5')
  expect(text).toMatch(/## Left open\n\nNot answered:\n\n- How much goes to Azure/)
  expect(text).toContain('a judgement of this product, not figures of Microsoft')
  expect(text).toContain('- VPN Gateway: Most VPN gateways end at 30 tunnels')
  expect(text).toContain('**What would change this**')
  expect(text).toMatch(/No prices are compared.*pricing\/calculator/)
  expect(text).toContain(`<${ADDRESS}>`)
})

test('where everything is ruled out it says so', () => {
  const answers = told({ internet: ['never'], provider: ['none'] })
  expect(adviceReport(answers, advise(answers), ADDRESS)).toContain('Nothing is left')
})

test('the name of a resource is text', () => {
  const hubs = [{ id: '/x', name: 'a|b](https://evil.example)<img src=x>\n# c', at: '' }]
  const answers = told({ sites: ['1000'] })
  const text = adviceReport(answers, advise(answers, { ...NOTHING_THERE, hubs }), ADDRESS)
  expect(text).toContain(String.raw`a\|b\](https://evil.example)\<img src=x\> \# c`)
})

test('no words have an SLA percentage or a price', () => {
  const words = JSON.stringify([CANDIDATE_WORDS, FACTOR_TEXTS, RULES, SERVICE_WORDS])
  expect(words).not.toMatch(/\d\s?%|99\.|[$€£]\s?\d|400 Gbps/)
})

test('what the sources deny or do not say is not said', () => {
  const words = JSON.stringify([CANDIDATE_WORDS, FACTOR_TEXTS, RULES, SERVICE_WORDS])
  // Equal circuits share traffic, the region of a hub can fail alone, a hub with its gateway takes 30 minutes, a provider hours to weeks.
  expect(words).not.toMatch(/the better one|stand in for each other|doubles|and as long for|days to weeks/)
  // Inspection takes a firewall and routing intent.
  expect(words).not.toMatch(/with all traffic inspected|One policy inspects/)
})

test('each sign has a sentence of its own', () => {
  for (const words of Object.values(FACTOR_TEXTS))
    for (const { strength, weakness } of Object.values(words)) {
      expect(strength).toMatch(/\.$/)
      expect(weakness).toMatch(/\.$/)
      expect(strength).not.toBe(weakness)
    }
})
