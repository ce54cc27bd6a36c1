import { PictureStep } from '../PictureStep.tsx'

export function ProviderStep() {
  return <PictureStep lead="">{null}</PictureStep>
}
