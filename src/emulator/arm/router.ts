import { Hono } from 'hono/tiny'
import type { Answer } from './answer.ts'
import { apiVersionOf, type Exchange } from './exchange.ts'
import { invalidResourceType } from './refusals.ts'
import { allRoutes } from './routes.ts'

interface Bindings {
  exchange: Exchange
  /** Where the handler leaves its answer: the front door adds the headers. */
  answered(answer: Answer): void
}

/**
 * Finds the handler of an exchange and runs it at once. The path is matched in lower case (ARM matches every literal segment
 * without regard to case); names are read from the exchange, as they were sent.
 */
export function createRouter(): (exchange: Exchange) => Answer {
  const app = new Hono<{ Bindings: Bindings }>()
  const done = new Response(null)
  for (const route of allRoutes()) {
    app.on(route.method, route.path, (context) => {
      context.env.answered(route.answer(context.env.exchange))
      return done
    })
  }
  return (exchange) => {
    let answer: Answer | undefined
    const path = `/${exchange.segments.map((one) => encodeURIComponent(one.toLowerCase())).join('/')}`
    const method = exchange.method === 'HEAD' ? 'GET' : exchange.method
    const env: Bindings = {
      exchange,
      answered: (given) => {
        answer = given
      },
    }
    void app.fetch(new Request(`https://router${path}`, { method }), env)
    return answer ?? notFound(exchange)
  }
}

/** A type or a scope ARM does not have (ARM contract 5 and 14.1). */
function notFound(exchange: Exchange): Answer {
  const at = exchange.segments.findIndex((one) => one.toLowerCase() === 'providers')
  return invalidResourceType(exchange.segments[at + 1] ?? 'Microsoft.Resources', apiVersionOf(exchange))
}
