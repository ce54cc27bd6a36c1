import { type PlanPicture, pictureWords } from '../../model/express-route/picture.ts'

interface CircuitPictureProps {
  picture: PlanPicture
  /** `tall` beside a form, from top to bottom; `wide` on a page, from left to right, where there is room. */
  shape: 'tall' | 'wide'
}

/** What will exist: circuits in their locations, the provider, the gateway, the virtual network or hub. */
export function CircuitPicture({ picture, shape }: CircuitPictureProps) {
  return <div role="img" aria-label={pictureWords(picture)} data-shape={shape} />
}
