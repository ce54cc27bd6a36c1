import { PictureStep } from '../PictureStep.tsx'

export function CircuitsStep() {
  return <PictureStep lead="">{null}</PictureStep>
}
