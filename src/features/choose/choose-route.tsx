import { ChoosePage } from './ChoosePage.tsx'

export { ChoosePage as Component }
