import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PATH } from './needs.ts'

/** Two ends of Azure's gateway and the device, each in a network namespace of its own. */
export const SIDES = ['az0', 'az1', 'op'] as const
export type Side = (typeof SIDES)[number]

export const AZURE_0 = '10.99.0.1'
export const AZURE_1 = '10.99.0.5'
export const DEVICE = '10.99.0.2'
/** Where nobody is. */
export const NOBODY = '10.99.0.77'
export const IN_AZURE = '10.1.0.4'
export const ON_PREMISES = '192.168.50.10'

interface Answer {
  code: number
  output: string
}

/** A shell inside namespaces of its own: when it ends, daemons, interfaces and mounts are gone with it. */
export class Lab {
  readonly folder = mkdtempSync(join(tmpdir(), 'device-proof-'))
  readonly #shell = spawn('unshare', ['-Urmnpf', '--kill-child', 'bash'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, PATH },
  })
  #heard = ''
  #listener: () => void = () => {}
  #ended = false
  /** The device's connections. */
  #loaded: string[] = []

  constructor() {
    for (const stream of [this.#shell.stdout, this.#shell.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#heard += text
        this.#listener()
      })
    }
    this.#shell.on('close', () => {
      this.#ended = true
      this.#listener()
    })
  }

  /** One command after another, as root of the namespaces. */
  run(command: string): Promise<Answer> {
    this.#heard = ''
    return new Promise((resolve, reject) => {
      this.#listener = () => {
        const [all, output = '', code] = /^([\s\S]*)\n@@(\d+)@@\n/.exec(this.#heard) ?? []
        if (all !== undefined) resolve({ output, code: Number(code) })
        else if (this.#ended) reject(new Error(`The lab has ended.\n${this.#heard}`))
      }
      this.#shell.stdin.write(`{ ${command}\n} 2>&1 </dev/null; printf '\\n@@%s@@\\n' $?\n`)
    })
  }

  /** As `run`, and a failure where the command fails. */
  async must(command: string): Promise<string> {
    const { code, output } = await this.run(command)
    if (code !== 0) throw new Error(`${command}\nended with ${code}:\n${output}`)
    return output
  }

  inside(side: Side, command: string): Promise<Answer> {
    return this.run(`ip netns exec ${side} ${command}`)
  }

  path(side: Side, file: string): string {
    return join(this.folder, side, file)
  }

  async network(): Promise<void> {
    await this.must('mount -t tmpfs t /run')
    for (const side of SIDES) {
      mkdirSync(this.path(side, 'pid'), { recursive: true })
      await this.must(`ip netns add ${side} && ip -n ${side} link set lo up`)
    }
    await this.must(`ip -n op addr add ${DEVICE}/32 dev lo && ip -n op addr add ${ON_PREMISES}/32 dev lo`)
    for (const [side, address] of [
      ['az0', AZURE_0],
      ['az1', AZURE_1],
    ] as const) {
      await this.must(
        [
          `ip -n ${side} link add wan type veth peer name ${side} netns op`,
          `ip -n ${side} link set wan up`,
          `ip -n op link set ${side} up`,
          `ip -n ${side} addr add ${address}/32 dev wan`,
          `ip -n ${side} addr add ${IN_AZURE}/32 dev lo`,
          `ip -n ${side} route add ${DEVICE}/32 dev wan`,
          `ip -n op route add ${address}/32 dev ${side} src ${DEVICE}`,
        ].join(' && '),
      )
    }
    await this.must(`ip -n op route add ${NOBODY}/32 dev az0 src ${DEVICE}`)
  }

  /** @param tun whether data has to pass; a load check does without */
  async daemon(side: Side, tun = true): Promise<void> {
    writeFileSync(this.path(side, 'strongswan.conf'), daemonSettings(join(this.folder, side), tun))
    const start = `mount --bind ${this.path(side, 'pid')} /run && STRONGSWAN_CONF=${this.path(side, 'strongswan.conf')} exec /usr/lib/ipsec/charon`
    await this.must(`ip netns exec ${side} sh -c '${start}' </dev/null >${this.path(side, 'out')} 2>&1 &`)
    const end = Date.now() + 15_000
    for (;;) {
      const { code } = await this.swanctl(side, '--stats')
      if (code === 0) return
      if (Date.now() > end)
        throw new Error(`${side}: charon did not start.\n${readFileSync(this.path(side, 'out'), 'utf8')}`)
      await pause(20)
    }
  }

  swanctl(side: Side, command: string): Promise<Answer> {
    return this.run(
      `SWANCTL_DIR=${join(this.folder, side)} STRONGSWAN_CONF=${this.path(side, 'strongswan.conf')} swanctl ${command} --uri unix://${this.path(side, 'vici.sock')}`,
    )
  }

  /** Only the count it reports proves anything: its exit code does not. */
  async load(side: Side, configuration: string): Promise<string> {
    writeFileSync(this.path(side, 'swanctl.conf'), configuration)
    if (side === 'op')
      this.#loaded = [...configuration.matchAll(/^ {2}(azure-[\w-]+) \{/gm)].map(([, name = '']) => name)
    const { output } = await this.swanctl(side, '--load-all')
    return output
  }

  /** How far the daemon's log goes now. */
  mark(side: Side): number {
    return statSync(this.path(side, 'charon.log'), { throwIfNoEntry: false })?.size ?? 0
  }

  log(side: Side, from: number): string {
    return readFileSync(this.path(side, 'charon.log')).subarray(from).toString('utf8')
  }

  /** Until the log of one side says so; what it says then. */
  async says(side: Side, from: number, pattern: RegExp, seconds = 15): Promise<string> {
    const end = Date.now() + seconds * 1000
    for (;;) {
      const log = this.log(side, from)
      if (pattern.test(log)) return log
      if (Date.now() > end) throw new Error(`${side} did not say ${String(pattern)}:\n${log}`)
      await pause(10)
    }
  }

  /** No association is left, and the device has no connection: one that is loaded twice the same does not start again. */
  async clear(): Promise<void> {
    for (const name of this.#loaded) await this.swanctl('op', `--terminate --ike ${name} --force --timeout 1`)
    if (this.#loaded.length > 0) await this.load('op', '')
  }

  async end(): Promise<void> {
    this.#shell.stdin.end()
    this.#shell.kill('SIGKILL')
    await pause(50)
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/**
 * Of one daemon. ESP is done in user space over TUN; the two marks keep its own packets out of the tunnel, and a peer that does not
 * answer is given up after seconds instead of minutes.
 */
function daemonSettings(folder: string, tun: boolean): string {
  return `charon {
  load = random nonce aes des sha1 sha2 md5 hmac kdf gcm openssl ${tun ? 'kernel-libipsec ' : ''}kernel-netlink socket-default vici
  retransmit_timeout = 0.6
  retransmit_base = 1.2
  retransmit_tries = 2
  dos_protection = no
  ${tun ? '' : 'port = 0\n  port_nat_t = 0'}
  filelog { log { path = ${folder}/charon.log
    default = 1
    ike = 2
    cfg = 2
    flush_line = yes
    ike_name = yes } }
  plugins {
    vici { socket = unix://${folder}/vici.sock }
    openssl { load_legacy = yes }
    kernel-netlink { fwmark = !0x42 }
    socket-default { fwmark = 0x42 }
  }
}
`
}
