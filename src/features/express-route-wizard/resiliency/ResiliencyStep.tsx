import { PictureStep } from '../PictureStep.tsx'

export function ResiliencyStep() {
  return <PictureStep lead="">{null}</PictureStep>
}
