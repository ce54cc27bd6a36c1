import type { Answers, Gateway } from '../../model/express-route/answers.ts'
import { settled } from '../../model/express-route/settled.ts'
import type { Surroundings } from '../../model/express-route/surroundings.ts'

/** Members of the gateway's answers. */
export function withGateway(answers: Answers, change: Partial<Gateway>): Answers {
  return { ...answers, gateway: { ...answers.gateway, ...change } }
}

/** A new virtual network in place of one that is there: its name and prefixes are proposed. */
export function withNewNetwork(answers: Answers, around: Surroundings): Answers {
  const mine = ['gateway.network', 'gateway.addressSpace', 'gateway.addressSpace6', 'gateway.gatewaySubnet']
  const untouched = { ...answers, touched: answers.touched.filter((field) => !mine.includes(field)) }
  return settled(
    withGateway(untouched, {
      network: { is: 'new', name: '' },
      addressSpace: '',
      addressSpace6: '',
      gatewaySubnet: '',
    }),
    around,
  )
}
