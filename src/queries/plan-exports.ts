import { apiVersionFor } from '../azure/api-versions.ts'
import type { JsonObject } from '../lib/json.ts'
import { azScriptOf } from '../model/plan/az-script.ts'
import { type BicepFile, bicepOf } from '../model/plan/bicep.ts'
import type { Plan } from '../model/plan/plan.ts'
import { requestsOf } from '../model/plan/requests.ts'
import { templateOf } from '../model/plan/template.ts'
import type { ShownRequest } from '../model/requests/logged-request.ts'

/** A plan as code, with the api-versions that the app itself sends. No secret is in any of it. */
export interface PlanExports {
  template: JsonObject
  bicep: readonly BicepFile[]
  script: string
  requests: readonly ShownRequest[]
}

export function exportsOf(plan: Plan): PlanExports {
  return {
    template: templateOf(plan, apiVersionFor),
    bicep: bicepOf(plan, apiVersionFor),
    script: azScriptOf(plan, apiVersionFor),
    requests: requestsOf(plan, apiVersionFor),
  }
}
