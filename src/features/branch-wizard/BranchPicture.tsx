import { PlanPicture } from '../../components/plan/PlanPicture.tsx'
import type { Shape } from '../../components/plan/picture-lines.ts'
import { type PlanPicture as Picture, pictureWords } from '../../model/branch/picture.ts'

/** What will exist: branches, a tunnel from each to both instances, the gateway in its hub, the virtual WAN. */
export function BranchPicture({ picture, shape }: { picture: Picture; shape: Shape }) {
  return (
    <PlanPicture
      picture={picture}
      shape={shape}
      as={{ words: pictureWords(picture), premises: 'branches', peered: 'connected' }}
    />
  )
}
