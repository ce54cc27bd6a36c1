import type { ErrorKind } from '../../model/errors.ts'

/** `person`: somebody has to sign in. `refused`: signing in again would meet the same. `later`: nothing answered. */
export type Next = 'person' | 'refused' | 'later'

interface Known {
  /** MSAL's codes and Entra's AADSTS numbers, as Microsoft documents them ("Microsoft Entra authentication and authorization error codes"). */
  codes: readonly string[]
  code: string
  kind: ErrorKind
  next: Next
  message: string
}

/**
 * Words of OAuth that say by themselves what to do, whatever number comes with them: numbers only refine, and Microsoft
 * adds new ones.
 */
export const ENOUGH: ReadonlySet<string> = new Set([
  'interaction_required',
  'login_required',
  'consent_required',
  'invalid_grant',
])

/** In this order: a number says more than the word it comes with. */
export const KNOWN: readonly Known[] = [
  {
    codes: ['AADSTS65001', 'AADSTS90094', 'AADSTS90095', 'consent_required'],
    code: 'ConsentMissing',
    kind: 'auth',
    next: 'person',
    message:
      'This directory has not agreed that the app may use Azure for you. Sign in to agree; where that is not offered, ask an administrator of the directory to grant user_impersonation of Azure Service Management to the app registration.',
  },
  {
    codes: ['AADSTS65004', 'access_denied', 'user_cancelled', 'user_canceled'],
    code: 'SignInCancelled',
    kind: 'auth',
    next: 'person',
    message: 'The sign-in was cancelled. Sign in again when you want to go on.',
  },
  {
    codes: ['AADSTS50020', 'AADSTS50034', 'AADSTS51004', 'AADSTS16000', 'AADSTS90072'],
    code: 'AccountNotInTenant',
    kind: 'auth',
    next: 'refused',
    message:
      'This account does not exist in the directory that it signed in to. Use another account, or have it invited to the directory as a guest.',
  },
  {
    codes: ['AADSTS90002', 'AADSTS900021', 'AADSTS900023', 'AADSTS50059', 'AADSTS50128'],
    code: 'TenantNotFound',
    kind: 'auth',
    next: 'refused',
    message:
      'There is no such directory in this cloud. Check tenantId and cloud in config.json, or what was built in.',
  },
  {
    codes: ['AADSTS700016', 'unauthorized_client', 'invalid_client'],
    code: 'ClientNotFound',
    kind: 'auth',
    next: 'refused',
    message:
      'The directory does not know this app as a browser app. Check clientId, and whether the app registration is for more than its own directory where you sign in from another; its platform must be single-page application.',
  },
  {
    codes: ['AADSTS50194'],
    code: 'SingleTenantApp',
    kind: 'auth',
    next: 'refused',
    message:
      'The app registration is for one directory only. Set tenantId to the id of that directory, or make the registration one for any directory.',
  },
  {
    codes: ['AADSTS9002326', 'AADSTS9002325', 'AADSTS9002327', 'AADSTS7000218'],
    code: 'WrongRedirectType',
    kind: 'auth',
    next: 'refused',
    message:
      'The redirect address of the app registration is of the wrong type. Register it under the platform single-page application, not Web.',
  },
  {
    codes: ['AADSTS50011', 'AADSTS500113', 'redirect_uri_mismatch'],
    code: 'WrongRedirectAddress',
    kind: 'auth',
    next: 'refused',
    message:
      'The app registration does not list this address. Add the address this app is served from as a redirect URI of the platform single-page application.',
  },
  {
    codes: [
      'AADSTS70011',
      'AADSTS500011',
      'AADSTS650053',
      'AADSTS650057',
      'invalid_scope',
      'invalid_resource',
    ],
    code: 'WrongScope',
    kind: 'auth',
    next: 'refused',
    message:
      'The sign-in page does not know what the app asks for. Check cloud, and scope where cloud is custom; the app registration needs user_impersonation of Azure Service Management.',
  },
  {
    codes: [
      'AADSTS53000',
      'AADSTS53001',
      'AADSTS53002',
      'AADSTS53003',
      'AADSTS530034',
      'AADSTS50057',
      'AADSTS50105',
    ],
    code: 'BlockedByDirectory',
    kind: 'auth',
    next: 'refused',
    message:
      'A rule of the directory does not let this account, device or place in. Ask its administrator; the number tells which rule.',
  },
  {
    codes: [
      'monitor_window_timeout',
      'redirect_bridge_timeout',
      'timed_out',
      'iframe_closed_prematurely',
      'AADSTS50058',
      'redirect_bridge_empty_response',
    ],
    code: 'SilentSignInBlocked',
    kind: 'auth',
    next: 'person',
    message:
      'The sign-in could not be renewed unseen: on the sign-in page it has ended too, or the browser blocks cookies of other sites. Sign in again.',
  },
  {
    codes: [
      'state_mismatch',
      'state_not_found',
      'invalid_state',
      'nonce_mismatch',
      'no_state_in_hash',
      'unable_to_parse_state',
      'no_token_request_cache_error',
      'unable_to_parse_token_request_cache_error',
    ],
    code: 'SignInAnswerUnknown',
    kind: 'auth',
    next: 'person',
    message:
      'The answer of the sign-in page does not belong to a sign-in that this tab began, so it was not used. Sign in again.',
  },
  {
    codes: ['storage_not_supported', 'crypto_nonexistent', 'crypto_key_not_found', 'cache_quota_exceeded'],
    code: 'BrowserUnfit',
    kind: 'auth',
    next: 'refused',
    message:
      'The browser does not let the app keep what a sign-in needs. Allow storage for this site, and open it over https.',
  },
  {
    codes: [
      'no_network_connectivity',
      'post_request_failed',
      'get_request_failed',
      'network_error',
      'endpoints_resolution_error',
      'openid_config_error',
      'request_timeout',
      'failed_to_redirect',
      'AADSTS90033',
      'temporarily_unavailable',
      'server_error',
    ],
    code: 'SignInUnreachable',
    kind: 'network',
    next: 'later',
    message:
      'The sign-in service did not answer for this directory. Check the network, tenantId, authorityHost where cloud is custom, and that the headers which the app is served with allow its cloud; then try again.',
  },
  {
    codes: [
      'AADSTS50072',
      'AADSTS50074',
      'AADSTS50076',
      'AADSTS50078',
      'AADSTS50079',
      'AADSTS50089',
      'AADSTS50132',
      'AADSTS50133',
      'AADSTS50158',
      'AADSTS50173',
      'AADSTS70008',
      'AADSTS700082',
      'AADSTS700084',
      'AADSTS70043',
      'interaction_required',
      'login_required',
      'no_tokens_found',
      'refresh_token_expired',
      'no_account_error',
      'no_account_in_silent_request',
      'token_refresh_required',
      'native_account_unavailable',
      'bad_token',
      'ui_not_allowed',
      'interrupted_user',
      'invalid_grant',
    ],
    code: 'SignInNeeded',
    kind: 'auth',
    next: 'person',
    message: 'There is no valid sign-in for Azure Resource Manager. Sign in again.',
  },
]
