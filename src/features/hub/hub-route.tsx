import { HubPage } from './HubPage.tsx'

export { HubPage as Component }
