import { Button, Field, Input } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { ErrorNote } from '../../../components/ErrorNote.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { openInNewTab } from '../../../components/open-file.ts'
import { saveFile } from '../../../components/save-file.ts'
import form from '../../../components/wizard/FormStep.module.css'
import { stepPath } from '../../../components/wizard/shown-wizard.ts'
import styles from '../../../components/wizard/Verify.module.css'
import type { BranchTargets } from '../../../model/branch/targets.ts'
import { runPath } from '../../../model/deployments/run.ts'
import type { HubError } from '../../../model/errors.ts'
import { count } from '../../../model/format.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import { useReadOnce } from '../../../queries/use-coming-up.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import { useVpnConfiguration } from '../../../queries/use-vpn-configuration.ts'
import { AfterRun } from '../AfterRun.tsx'
import { Given, GivenList } from '../Given.tsx'
import { HOME } from '../steps.ts'
import { BranchTable } from './BranchTable.tsx'

/** What the devices of the branches are set to. */
export function DevicesStep() {
  const navigate = useNavigate()
  return (
    <AfterRun
      nothing="No branch is connected yet"
      page={(targets) => <Devices targets={targets} />}
      back={runPath}
      footer={(_, run) => (
        <Button
          appearance="primary"
          onClick={() =>
            void navigate(
              stepPath('verify', run ? `?run=${encodeURIComponent(run.key)}` : '', { home: HOME }),
            )
          }
        >
          Next: Verify
        </Button>
      )}
    />
  )
}

function Devices({ targets }: { targets: BranchTargets }) {
  const { estate } = useEstate()
  const { gatewayId, siteIds } = targets
  useReadOnce([gatewayId])
  const gateway = estate.resources.get(keyOf(gatewayId))
  const addresses = gateway?.kind === 'vpnGateway' ? gateway.instances : []
  const bgp = gateway?.kind === 'vpnGateway' ? gateway.bgp : undefined
  return (
    <div className={styles.page}>
      <div>
        <h1 className={styles.title} tabIndex={-1}>
          Set up the devices
        </h1>
        <p className={styles.note}>
          Each link of a branch builds two tunnels, one to each instance of <bdi>{nameOfId(gatewayId)}</bdi>.
          With one of them a branch is cut off whenever Azure maintains that instance.
        </p>
      </div>
      <GivenList>
        {[0, 1].map((number) => (
          <Given
            key={number}
            label={`Instance ${number}`}
            help={bgpWords(bgp?.addresses[number]?.defaultAddresses)}
          >
            {addresses[number]?.publicIPAddress ?? 'Not read yet'}
          </Given>
        ))}
        <Given label="AS number of Azure">{bgp?.asn ?? 65515}</Given>
        <Given label="Branches">{siteIds.length}</Given>
      </GivenList>
      <Configuration targets={targets} />
      <BranchTable targets={targets} estate={estate} />
    </div>
  )
}

function bgpWords(addresses: readonly string[] | undefined): string | undefined {
  return addresses === undefined || addresses.length === 0 ? undefined : `BGP from ${addresses.join(', ')}`
}

type Written =
  | { is: 'writing' }
  | { is: 'failed'; error: HubError }
  | { is: 'written'; saved: true; of: number }
  | { is: 'written'; saved: false; at: string; of: number }

/** The file that Azure writes for the devices. Its address is signed and the file has the keys: neither is kept. */
function Configuration({ targets: { wanId, siteIds, toCome } }: { targets: BranchTargets }) {
  const { isDemo, write } = useVpnConfiguration()
  const [address, setAddress] = useState('')
  const [state, setState] = useState<Written>()
  const [asked, setAsked] = useState(false)
  const problem = isDemo || !asked ? undefined : addressProblem(address)

  async function download() {
    setAsked(true)
    if (wanId === undefined || (!isDemo && addressProblem(address) !== undefined)) return
    setState({ is: 'writing' })
    const at = address.trim()
    const written = await write(wanId, siteIds, at)
    if (!written.ok) return setState({ is: 'failed', error: written.error })
    const of = siteIds.length
    if (written.value === undefined) return setState({ is: 'written', saved: false, at, of })
    saveFile(
      `vpn-configuration-${nameOfId(wanId)}-${of === 1 ? '1-site' : `${of}-sites`}.json`,
      written.value,
    )
    setState({ is: 'written', saved: true, of })
  }

  return (
    <section className={styles.section} aria-labelledby="vpn-configuration">
      <h2 id="vpn-configuration" className={styles.heading}>
        VPN configuration
      </h2>
      <p className={styles.text}>
        One file for {count(siteIds.length, 'site')}: addresses, networks and the shared key of each. Who has
        it can build the tunnels, so keep it as you keep a password. Scripts for devices of a VPN gateway in a
        virtual network do not fit a hub.
      </p>
      {toCome > 0 && (
        <p className={form.row}>
          <VerdictIcon verdict="inProgress" />
          <span>
            The deployment goes on: {count(toCome, 'branch', 'branches')} more {toCome === 1 ? 'is' : 'are'}{' '}
            to come, and {toCome === 1 ? 'is' : 'are'} not in a file that is taken now.
          </span>
        </p>
      )}
      {!isDemo && (
        <Field
          label="SAS address of a blob"
          hint={
            problem === undefined
              ? 'Azure writes the file there: a blob of your storage account, with the rights to create, write and read. The address is kept nowhere.'
              : undefined
          }
          validationState={problem === undefined ? 'none' : 'error'}
          validationMessage={problem}
        >
          <Input
            type="password"
            value={address}
            autoComplete="off"
            spellCheck={false}
            placeholder="https://…blob.core.windows.net/…?sig=…"
            aria-invalid={problem === undefined ? undefined : true}
            onChange={(_, { value }) => setAddress(value)}
          />
        </Field>
      )}
      {wanId === undefined ? (
        <p className={styles.text}>No run here tells the virtual WAN. Its page has this download too.</p>
      ) : (
        <div className={form.row}>
          <Button
            icon={<ArrowDownloadRegular />}
            disabledFocusable={state?.is === 'writing'}
            onClick={() => void download()}
          >
            {isDemo ? 'Download the VPN configuration' : 'Write the VPN configuration'}
          </Button>
          {state?.is === 'written' && !state.saved && (
            <Button onClick={() => openInNewTab(state.at)}>Open the file in a new tab</Button>
          )}
          <span role="status">
            {state?.is === 'writing' && 'Azure is writing it. This takes up to a minute.'}
            {state?.is === 'written' &&
              (state.saved ? 'It was downloaded.' : 'It is in your storage account.')}
            {state?.is === 'written' &&
              siteIds.length > state.of &&
              ` It has ${count(state.of, 'site')}: ${count(siteIds.length - state.of, 'branch', 'branches')} more ${siteIds.length - state.of === 1 ? 'was' : 'were'} connected since. Take it again.`}
          </span>
        </div>
      )}
      {state?.is === 'failed' && (
        <ErrorNote verdict="down" heading="The VPN configuration was not written" error={state.error} alert>
          {state.error.message} Put that right, then ask for it again.
        </ErrorNote>
      )}
    </section>
  )
}

/** What was typed is not repeated: it is signed. */
function addressProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Enter the SAS address of a blob.'
  const url = URL.parse(text.trim())
  if (url?.protocol !== 'https:') return 'An address of a blob begins with https.'
  return url.searchParams.has('sig')
    ? undefined
    : 'The address has no signature (sig): Azure could not write there.'
}
