import { PictureStep } from '../PictureStep.tsx'

export function PeeringStep() {
  return <PictureStep lead="">{null}</PictureStep>
}
