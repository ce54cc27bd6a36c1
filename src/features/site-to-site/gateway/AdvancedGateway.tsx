import { Switch } from '@fluentui/react-components'
import { Folded } from '../../../ui/wizard/Folded.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { TextAnswer } from '../fields.ts'
import { useWizard } from '../wizard.ts'
import { withGateway } from '../with-answers.ts'

/** BGP of the gateway. */
export function AdvancedGateway() {
  const { answers, said, edit, checks, isTold } = useWizard()
  const { gateway } = answers
  const needed = checks.some(
    (one) => /^gateway\.(bgp|asn|apipa)/.test(one.field) && one.step === 'gateway' && isTold(one),
  )
  const apipa = gateway.apipa.filter((one) => one.trim() !== '')
  const defaults = gateway.bgp
    ? `AS ${gateway.asn}, ${apipa.length === 0 ? 'no APIPA address' : apipa.join(', ')}`
    : 'no BGP'
  return (
    <Folded title="Advanced" defaults={defaults} needed={needed}>
      <div id="gateway.bgp">
        <Switch
          label="BGP"
          checked={gateway.bgp}
          onChange={(_, { checked }) => edit('gateway.bgp', (now) => withGateway(now, { bgp: checked }))}
        />
        <SaidLines said={said('gateway.bgp')} />
      </div>
      {gateway.bgp && (
        <>
          <TextAnswer
            field="gateway.asn"
            label="AS number of the gateway"
            value={gateway.asn}
            numeric
            set={(now, asn) => withGateway(now, { asn })}
          />
          {gateway.addresses.map((_, index) => (
            <TextAnswer
              key={index}
              field={`gateway.apipa.${index}`}
              label={`Custom APIPA addresses of instance ${index}`}
              help="Only for devices that speak BGP from 169.254.21.0 to 169.254.22.255. Commas between several."
              value={gateway.apipa[index] ?? ''}
              set={(now, value) => withGateway(now, { apipa: now.gateway.apipa.with(index, value) })}
            />
          ))}
        </>
      )}
    </Folded>
  )
}
