import { byRules, EXPLAINED, type Refused } from './refused.ts'

/** Refusals that any type can meet: VPN Gateway 5.5, rows 13, 14, 20, 25, and the list of generic codes below its table. */
export function azureRefusals<Step extends string>(of: {
  group: NonNullable<Refused<Step>['at']>
  subscription: NonNullable<Refused<Step>['at']>
  address: NonNullable<Refused<Step>['at']>
  /** Rules that see that a resource, or one it refers to, is still being changed. */
  changing: readonly string[]
  referredChanging: readonly string[]
  /** What may be chosen again: `the gateway or site`. */
  chosen: string
}): readonly Refused<Step>[] {
  return [
    {
      code: 'AnotherOperationInProgress',
      prevented: byRules(...of.changing),
      what: 'Azure took no change of this resource now.',
      why: 'Another change of it, or of its gateway, is still under way.',
      todo: 'Wait until that has ended, then continue with what is left.',
    },
    ...['RetryableError', 'ReferencedResourceNotProvisioned', 'RetryableErrorDueToAnotherOperation'].map(
      (code): Refused<Step> => ({
        code,
        prevented: byRules(...of.referredChanging),
        what: 'Azure took no change of this resource now.',
        why: 'Something it refers to is still being changed.',
        todo: 'Wait until that has ended, then continue with what is left.',
      }),
    ),
    ...['InvalidRequestFormat', 'InvalidJsonReferenceWrongType'].map((code): Refused<Step> => ({
      code,
      prevented: byRules('id-type'),
      what: 'The request was refused.',
      why: 'It refers to a resource of another type, such as a VPN gateway of a virtual hub.',
      todo: `Choose ${of.chosen} again.`,
    })),
    {
      code: 'ResourceNotFound',
      prevented: EXPLAINED,
      what: 'Azure did not find a resource of the plan.',
      why: 'It was deleted meanwhile, or is not everywhere yet where it was just created.',
      todo: 'Read the estate anew, then continue with what is left.',
    },
    {
      code: 'AuthorizationFailed',
      prevented: byRules('rights'),
      what: 'Your account may not do this.',
      why: 'No role of yours has the action on that scope.',
      todo: 'Ask an owner for a role such as Network Contributor, then continue with what is left.',
      at: of.group,
    },
    {
      code: 'LinkedAuthorizationFailed',
      prevented: byRules('rights'),
      what: 'Your account may not use something that the request refers to.',
      why: 'To put a gateway into a subnet or to give it an address needs the action join on them.',
      todo: 'Ask an owner of the subnet or the address for a role such as Network Contributor there.',
      at: of.group,
    },
    {
      code: 'RequestDisallowedByPolicy',
      prevented: EXPLAINED,
      what: 'A policy of the subscription does not let this through.',
      why: 'Somebody has assigned rules to it, for tags, names, regions or types.',
      todo: 'Change what the policy names, or ask whoever looks after it for an exemption.',
      at: of.group,
    },
    {
      code: 'ScopeLocked',
      prevented: byRules('rights'),
      what: 'A lock forbids this.',
      why: 'Somebody has locked the resource group or a resource in it.',
      todo: 'Find out why it is there. An owner can remove it.',
      at: of.group,
    },
    {
      code: 'ReadOnlyDisabledSubscription',
      prevented: byRules('subscription'),
      what: 'The subscription takes no changes.',
      why: 'It is disabled.',
      todo: 'Whoever pays for it can make it active again.',
      at: of.subscription,
    },
    {
      code: 'MissingSubscriptionRegistration',
      prevented: EXPLAINED,
      what: 'The subscription does not know this type yet.',
      why: 'The resource provider Microsoft.Network is not registered in it.',
      todo: 'Register Microsoft.Network in the Azure portal under Resource providers, then continue with what is left.',
    },
    {
      code: 'SubscriptionNotFound',
      prevented: EXPLAINED,
      what: 'Azure did not find the subscription.',
      why: 'It is gone, or belongs to another directory than the one you are signed in to.',
      todo: 'Choose another, or sign in to its directory.',
      at: of.subscription,
    },
    {
      code: 'ResourceGroupNotFound',
      prevented: EXPLAINED,
      what: 'Azure did not find the resource group.',
      why: 'It was deleted meanwhile.',
      todo: 'Choose another or a new one.',
      at: of.group,
    },
    {
      code: 'InvalidResourceReference',
      prevented: EXPLAINED,
      what: 'Azure did not find something that the request refers to.',
      why: 'It was deleted meanwhile, or is in another region.',
      todo: 'Choose it again, then continue with what is left.',
    },
    {
      code: 'PublicIPCountLimitReached',
      prevented: EXPLAINED,
      what: 'A public IP address was not created.',
      why: 'The subscription has as many in this region as it may have.',
      todo: 'Delete one that is free, use one that is there, or ask for a higher limit in the Azure portal under Quotas.',
      at: of.address,
    },
    {
      code: 'InvalidTemplateDeployment',
      prevented: EXPLAINED,
      what: 'Azure does not accept the plan as a whole.',
      why: 'One of its resources would be refused; the details say which.',
      todo: 'Change what they name.',
    },
    {
      code: 'DeploymentFailed',
      prevented: EXPLAINED,
      what: 'The deployment failed.',
      why: 'One of its resources was not created; the details say which.',
      todo: 'Change what they name, then continue with what is left.',
    },
    {
      code: 'Conflict',
      prevented: EXPLAINED,
      what: 'Azure did not take the change.',
      why: 'The resource is in a state, or was changed meanwhile, in a way that does not go with it.',
      todo: 'Read the estate anew, then continue with what is left.',
    },
    {
      code: 'Canceled',
      prevented: EXPLAINED,
      what: 'It was canceled.',
      why: 'Somebody canceled the deployment, or another request replaced this one. A gateway that had begun goes on.',
      todo: 'Continue with what is left when you are ready.',
    },
    ...['InternalServerError', 'InternalError'].map((code): Refused<Step> => ({
      code,
      prevented: EXPLAINED,
      what: 'Azure failed while it worked on this.',
      why: 'It gives no reason that could be acted on.',
      todo: 'Continue with what is left. If it fails again, give the correlation id to Azure support.',
    })),
    {
      code: 'TooManyRequests',
      prevented: EXPLAINED,
      what: 'Azure takes no more requests for now.',
      why: 'The account or the subscription has sent too many.',
      todo: 'Wait some minutes, then continue with what is left.',
    },
  ]
}
