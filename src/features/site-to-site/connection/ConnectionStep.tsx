import { TunnelQuestions } from '../../../components/wizard/TunnelQuestions.tsx'
import { defaultReason } from '../../../model/site-to-site/default-reason.ts'
import { siteNameOf } from '../../../model/site-to-site/place.ts'
import { PictureStep } from '../PictureStep.tsx'
import { TextAnswer } from '../fields.ts'
import { withConnection, withSiteAt } from '../with-answers.ts'
import { useWizard } from '../wizard.ts'
import { AdvancedConnection } from './AdvancedConnection.tsx'
import { SharedKeys } from './SharedKeys.tsx'

/** What both sides agree on: key, protocol and policy. */
export function ConnectionStep() {
  const { answers, around, said, edit } = useWizard()
  const { connection, sites } = answers
  const unasked = (policy: typeof connection.policy) =>
    connection.policy === policy ? defaultReason('connection.policy', answers, around) : undefined
  return (
    <PictureStep lead="The device needs the same key and the same policy, or the tunnel stays down.">
      {sites.map((site, index) => (
        <TextAnswer
          key={site.key}
          field={`sites.${index}.connection`}
          label={`Connection to ${siteNameOf(site) || `device ${index + 1}`}`}
          value={site.connection}
          set={(now, name) => withSiteAt(now, index, { connection: name })}
        />
      ))}
      <SharedKeys />
      <TunnelQuestions
        answers={connection}
        said={said}
        notes={{ default: 'DH group 2 in phase 1, considered weak.' }}
        why={{ default: unasked('default'), Compatible: unasked('Compatible') }}
        onChange={(field, change) => edit(field, (now) => withConnection(now, change(now.connection)))}
      />
      <AdvancedConnection />
    </PictureStep>
  )
}
