import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

/** In the unseen frame in which MSAL renews a sign-in: hands the provider's answer to the page around it. */
export function answerFrame(): Promise<void> {
  return broadcastResponseToMainFrame()
}
