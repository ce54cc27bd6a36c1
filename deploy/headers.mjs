// The headers that every answer of the host carries: one source for Azure Static Web Apps, nginx and `npm start`.
import { createHash } from 'node:crypto'

/**
 * What a browser has to reach to sign in to a cloud and to read its ARM. Origins, as a content security policy has them.
 *
 * @typedef {{ arm: string[], authority: string[] }} CloudHosts
 */

/**
 * ARM as in the cloud settings of `@azure/core-client`'s users, authorities as in `@azure/identity`. In China, MSAL
 * takes the second name for the first (`preferred_network` in its list of authorities), so both are needed.
 *
 * @satisfies {Record<string, CloudHosts>}
 */
export const CLOUDS = {
  public: {
    arm: ['https://management.azure.com'],
    authority: ['https://login.microsoftonline.com'],
  },
  'us-government': {
    arm: ['https://management.usgovcloudapi.net'],
    authority: ['https://login.microsoftonline.us'],
  },
  china: {
    arm: ['https://management.chinacloudapi.cn'],
    authority: ['https://login.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn'],
  },
}

/**
 * @param {CloudHosts[]} clouds that this deployment may be configured for
 * @param {string[]} scriptHashes of the inline scripts in index.html, as `inlineScriptHashes` gives them
 * @returns {Record<string, string>} headers by name, the same for every file
 */
export function securityHeaders(clouds, scriptHashes) {
  return {
    'Content-Security-Policy': contentSecurityPolicy(clouds, scriptHashes),
    // Sign-in is by redirect, never by a window that has to answer its opener.
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    // An address names a resource and its subscription: no other host learns it from a link.
    'Referrer-Policy': 'no-referrer',
    // Browsers pass it over where the page comes without TLS. Subdomains are not this app's to decide about.
    'Strict-Transport-Security': 'max-age=31536000',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
  }
}

/** What may be kept: assets have their hash in their name, all else is asked for again. */
export const CACHE = {
  assets: 'public, max-age=31536000, immutable',
  others: 'no-cache',
}

/**
 * @param {CloudHosts[]} clouds
 * @param {string[]} scriptHashes
 */
function contentSecurityPolicy(clouds, scriptHashes) {
  const arm = clouds.flatMap((cloud) => cloud.arm)
  const authority = clouds.flatMap((cloud) => cloud.authority)
  /** @type {Record<string, string[]>} */
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scriptHashes],
    'worker-src': ["'self'"],
    // The component library writes its rules into style elements as components appear; files without a server
    // cannot give them a nonce.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'"],
    'connect-src': ["'self'", ...arm, ...authority],
    // A token is renewed in a hidden frame that goes to the authority and comes back to this app's own address:
    // for the same reason the app may be framed by itself.
    'frame-src': ["'self'", ...authority],
    'frame-ancestors': ["'self'"],
    'base-uri': ["'none'"],
    // No form is sent by the browser itself: what was typed must not end in an address.
    'form-action': ["'none'"],
    // Text becomes a script's address in one place only, the policy in index.html.
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['default'],
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...new Set(sources)].join(' '))
    .join('; ')
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi

/**
 * @param {string} html
 * @returns {string[]} a source for `script-src` for each script that the page carries in itself
 */
export function inlineScriptHashes(html) {
  return [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(SCRIPT)]
    .filter(([, attributes = '']) => !/\ssrc\s*=/i.test(attributes))
    .map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
}
