import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { TestContext } from 'vitest'

const CHARON = '/usr/lib/ipsec/charon'
const LIBIPSEC = '/usr/lib/ipsec/plugins/libstrongswan-kernel-libipsec.so'

/** An ordinary user may have no `sbin` in the path. */
export const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`
const env = { ...process.env, PATH }

const PACKAGES =
  'apt install strongswan-charon strongswan-swanctl libstrongswan-standard-plugins libstrongswan-extra-plugins libcharon-extra-plugins iproute2 iputils-ping'

/** What this machine lacks for a load check, in words; `undefined` where nothing is missing. */
export function missingForLoading(): string | undefined {
  if (process.platform !== 'linux') return 'device proof needs Linux'
  for (const program of ['swanctl', 'ip', 'unshare', 'ping'])
    if (spawnSync('sh', ['-c', `command -v ${program}`], { env }).status !== 0)
      return `device proof needs ${program} (${PACKAGES})`
  if (!existsSync(CHARON)) return `device proof needs ${CHARON} (${PACKAGES})`
  if (spawnSync('unshare', ['-Urmn', 'true'], { env }).status !== 0)
    return 'device proof needs user namespaces: unshare -Urmn does not work here'
  return undefined
}

/** Besides that for a handshake. TUN comes first: without it the daemon crashes instead of saying so. */
export function missingForHandshakes(): string | undefined {
  const missing = missingForLoading()
  if (missing !== undefined) return missing
  if (!existsSync(LIBIPSEC)) return `device proof needs ${LIBIPSEC} (${PACKAGES})`
  const works = (commands: string) =>
    spawnSync('unshare', ['-Urmnpf', 'sh', '-c', commands], { env }).status === 0
  if (!works('ip tuntap add dev t0 mode tun'))
    return 'device proof needs /dev/net/tun, usable in a user namespace'
  if (!works('mount -t tmpfs t /run && ip netns add a && ip link add v0 type veth peer name v1 netns a'))
    return 'device proof needs network namespaces with a veth pair'
  return undefined
}

/** Skips a test with the reason. Where that would hide that nothing was proven, `DEVICE_PROOF=required` makes a failure of it. */
export function skipWithout(missing: string | undefined, context: TestContext): void {
  if (missing === undefined) return
  if (process.env.DEVICE_PROOF === 'required') throw new Error(missing)
  context.skip(missing)
}

/** BIRD 2, for the one case with BGP. */
export function missingForBgp(): string | undefined {
  const missing = missingForHandshakes()
  if (missing !== undefined) return missing
  return spawnSync('sh', ['-c', 'command -v bird && command -v birdc'], { env }).status === 0
    ? undefined
    : 'device proof of BGP needs bird (apt install bird2)'
}
