import { PictureStep } from '../PictureStep.tsx'

export function ConnectionStep() {
  return <PictureStep lead="">{null}</PictureStep>
}
