import type { Route } from '../../network/routes.ts'
import { cancelDeployment } from './cancel.ts'
import { getOperation, listOperations } from './operations.ts'
import { putDeployment } from './put.ts'
import { exportTemplate, getDeployment, getStatus, listDeployments } from './read.ts'
import { removeDeployment } from './remove.ts'
import { validateDeployment } from './validate.ts'
import { whatIf } from './what-if.ts'

/** Deployments of a resource group and of a subscription (ARM contract 12.3). */
export function deploymentRoutes(): Route[] {
  return ['/subscriptions/:s/resourcegroups/:g', '/subscriptions/:s'].flatMap((scope): Route[] => {
    const all = `${scope}/providers/microsoft.resources/deployments`
    const one = `${all}/:d`
    return [
      { method: 'GET', path: all, answer: listDeployments },
      { method: 'GET', path: one, answer: getDeployment },
      { method: 'PUT', path: one, answer: putDeployment },
      { method: 'DELETE', path: one, answer: removeDeployment },
      { method: 'POST', path: `${one}/validate`, answer: validateDeployment },
      { method: 'POST', path: `${one}/whatif`, answer: whatIf },
      { method: 'POST', path: `${one}/cancel`, answer: cancelDeployment },
      { method: 'POST', path: `${one}/exporttemplate`, answer: exportTemplate },
      { method: 'GET', path: `${one}/operationstatuses/:o`, answer: getStatus },
      { method: 'GET', path: `${scope}/deployments/:d/operations`, answer: listOperations },
      { method: 'GET', path: `${scope}/deployments/:d/operations/:o`, answer: getOperation },
    ]
  })
}
