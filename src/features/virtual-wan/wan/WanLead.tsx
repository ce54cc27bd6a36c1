import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import type { Estate } from '../../../model/estate.ts'
import { sentenceList } from '../../../model/format.ts'
import type { VirtualWan } from '../../../model/resources/virtual-wan.ts'
import { wanFindings } from '../../../model/virtual-wan/findings/wan-findings.ts'
import { hubMesh } from '../../../model/virtual-wan/hub-mesh.ts'
import { hubsOf } from '../../../model/virtual-wan/wan-parts.ts'
import { wanUsersSection } from '../../../model/virtual-wan/wan-sites.ts'
import { useChildrenOfHubs } from '../../../queries/use-hub-children.ts'
import { Findings } from '../Findings.tsx'
import styles from '../Parts.module.css'
import { HubPicture } from './HubPicture.tsx'
import { WanSites } from './WanSites.tsx'
import { WanType } from './WanType.tsx'

interface WanLeadProps {
  resource: VirtualWan
  estate: Estate
}

/** First on the page of a WAN: its hubs and what joins them, what is connected, what stands out, and what its type allows. */
export default function WanLead({ resource: wan, estate }: WanLeadProps) {
  const { hubs, missing } = hubsOf(wan, estate)
  const children = useChildrenOfHubs(hubs)
  const refused = hubs.filter(({ key }) => children.get(key)?.refused)
  return (
    <div className={styles.page}>
      <HubPicture mesh={hubMesh(wan, estate, children)} missing={missing} />
      <WanSites wan={wan} estate={estate} />
      <SectionTable section={wanUsersSection(wan, estate)} />
      <Findings
        findings={wanFindings(wan, estate, children)}
        unread={
          refused.length === 0
            ? undefined
            : `Connections or routing intent of ${sentenceList(refused.map(({ name }) => name))} could not be read; the page of the hub says why.`
        }
      />
      <WanType wan={wan} />
    </div>
  )
}
