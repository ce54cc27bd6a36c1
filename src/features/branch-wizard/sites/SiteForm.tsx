import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import { PrefixRows } from '../../../components/site/PrefixRows.tsx'
import type { ShownProblem } from '../../../components/site/shown-problem.ts'
import { optionOf } from '../../../components/wizard/answer-fields.tsx'
import form from '../../../components/wizard/FormStep.module.css'
import type { Site, SiteLink } from '../../../model/branch/answers.ts'
import { siteNameOf, usesBgp, wanIdOf } from '../../../model/branch/place.ts'
import { MOST_LINKS } from '../../../model/branch/site-faults.ts'
import { withLink, withLinkAt, withoutLink, withSiteAt } from '../../../model/branch/sites.ts'
import { nameOfId } from '../../../model/paths.ts'
import { ChoiceField } from '../../../ui/wizard/ChoiceField.tsx'
import { PickField } from '../../../ui/wizard/PickField.tsx'
import { SaidLines } from '../../../ui/wizard/SaidLines.tsx'
import { TextAnswer } from '../fields.ts'
import { siteOptions } from '../options.ts'
import { useWizard } from '../wizard.ts'

/** One branch: where its devices are, and what is behind them. */
export function SiteForm({ site, index }: { site: Site; index: number }) {
  const { answers, around, edit, said } = useWizard()
  const place = `sites.${index}`
  const { estate } = around
  const wanId = wanIdOf(answers, around)
  const options = useMemo(() => siteOptions(wanId, estate), [wanId, estate])
  const chosen = optionOf(site.existing, options)
  return (
    <section id={place} className={form.site} aria-labelledby={`${place}.heading`}>
      <h2 id={`${place}.heading`} className={form.heading} tabIndex={-1}>
        <bdi>{siteNameOf(site) || `Site ${index + 1}`}</bdi>
      </h2>
      {(options.length > 0 || site.use === 'existing') && (
        <ChoiceField
          id={`${place}.use`}
          label="VPN site"
          value={site.use}
          choices={[
            { value: 'new', label: 'Create a new one' },
            { value: 'existing', label: 'Use one that the virtual WAN has' },
          ]}
          onChange={(use) => edit(`${place}.use`, (now) => withSiteAt(now, index, { use }))}
        />
      )}
      {site.use === 'existing' ? (
        <PickField
          id={`${place}.existing`}
          label="Which one"
          placeholder="Choose one, or paste its id"
          help={chosen?.facts}
          said={said(`${place}.existing`)}
          options={options}
          text={chosen?.label ?? (site.existing === '' ? '' : nameOfId(site.existing))}
          chosen={chosen?.value}
          onPick={(existing) => edit(`${place}.existing`, (now) => withSiteAt(now, index, { existing }))}
        />
      ) : (
        <NewSite site={site} index={index} />
      )}
    </section>
  )
}

function NewSite({ site, index }: { site: Site; index: number }) {
  const { answers, edit, said } = useWizard()
  const place = `sites.${index}`
  const problem = (at: string, row?: number) =>
    said(`${place}.${at}`).map(({ is, text, remedy }): ShownProblem => ({
      field: 'prefixes',
      is,
      text,
      ...(row !== undefined && { index: row }),
      ...(remedy && { fix: remedy }),
    }))
  const speaks = site.links.length > 0 && site.links.every(({ asn }) => usesBgp(asn, answers))
  return (
    <>
      <TextAnswer
        field={`${place}.name`}
        label="Name"
        value={site.name}
        placeholder="site-lyon"
        set={(now, name) => withSiteAt(now, index, { name })}
      />
      <PrefixRows
        id={`${place}.prefixes`}
        prefixes={site.prefixes}
        bgp={speaks}
        problems={[
          ...problem('prefixes'),
          ...site.prefixes.flatMap((_, row) => problem(`prefixes.${row}`, row)),
        ]}
        disabled={false}
        onChange={(prefixes) => edit(`${place}.prefixes`, (now) => withSiteAt(now, index, { prefixes }))}
      />
      <div className={form.two}>
        <TextAnswer
          field={`${place}.vendor`}
          label="Device vendor"
          value={site.vendor}
          help="May stay empty. It is for people to know."
          set={(now, vendor) => withSiteAt(now, index, { vendor })}
        />
        <TextAnswer
          field={`${place}.model`}
          label="Device model"
          value={site.model}
          set={(now, model) => withSiteAt(now, index, { model })}
        />
      </div>
      <div id={`${place}.links`} className={form.questions}>
        {site.links.map((link, at) => (
          // Links have no identity but their place.
          <LinkForm key={at} link={link} at={at} index={index} alone={site.links.length === 1} />
        ))}
        <SaidLines said={said(`${place}.links`)} />
        {site.links.length < MOST_LINKS && (
          <div>
            <Button
              size="small"
              icon={<AddRegular />}
              onClick={() => edit(`${place}.links.${site.links.length}.name`, (now) => withLink(now, index))}
            >
              Add a link
            </Button>
          </div>
        )}
      </div>
    </>
  )
}

interface LinkFormProps {
  link: SiteLink
  at: number
  index: number
  alone: boolean
}

/** One way from the branch to the internet. */
function LinkForm({ link, at, index, alone }: LinkFormProps) {
  const { edit } = useWizard()
  const place = `sites.${index}.links.${at}`
  const set = (member: keyof SiteLink) => (now: Parameters<typeof withLinkAt>[0], value: string) =>
    withLinkAt(now, index, at, { [member]: value })
  return (
    <fieldset className={form.group} id={place}>
      <legend>
        <strong>Link {at + 1}</strong>
      </legend>
      <div className={form.two}>
        <TextAnswer
          field={`${place}.endpoint`}
          label="IP address or DNS name"
          value={link.endpoint}
          placeholder="203.0.113.30"
          help="Public, of the device."
          set={set('endpoint')}
        />
        <TextAnswer field={`${place}.name`} label="Name of the link" value={link.name} set={set('name')} />
        <TextAnswer
          field={`${place}.provider`}
          label="Provider"
          value={link.provider}
          help="May stay empty."
          set={set('provider')}
        />
        <TextAnswer
          field={`${place}.speed`}
          label="Speed in Mbps"
          value={link.speed}
          numeric
          help="The scale units of a new gateway follow it."
          set={set('speed')}
        />
        <TextAnswer
          field={`${place}.asn`}
          label="AS number"
          value={link.asn}
          numeric
          help="Only where the device speaks BGP."
          set={set('asn')}
        />
        <TextAnswer
          field={`${place}.peer`}
          label="BGP address"
          value={link.peer}
          help="A loopback is best."
          set={set('peer')}
        />
      </div>
      {!alone && (
        <div>
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            onClick={() => edit(`sites.${index}.links`, (now) => withoutLink(now, index, at))}
          >
            Remove link {at + 1}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
