import { PictureStep } from '../PictureStep.tsx'

export function GatewayStep() {
  return <PictureStep lead="">{null}</PictureStep>
}
