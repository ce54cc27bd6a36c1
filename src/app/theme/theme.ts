import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components'

/**
 * Fluent's themes with the aliases of ours. Stock hover in dark leaves links and green below AA, and pages in dark
 * lie one step deeper than panels.
 */
interface HubTheme extends Theme {
  surfacePage: string
  surfaceRowHover: string
  strokeDivider: string
  strokeRow: string
}

export const lightTheme: HubTheme = {
  ...webLightTheme,
  surfacePage: webLightTheme.colorNeutralBackground1,
  surfaceRowHover: webLightTheme.colorNeutralBackground1Hover,
  strokeDivider: webLightTheme.colorNeutralStroke2,
  strokeRow: webLightTheme.colorNeutralStroke3,
}

export const darkTheme: HubTheme = {
  ...webDarkTheme,
  surfacePage: webDarkTheme.colorNeutralBackground2,
  surfaceRowHover: webDarkTheme.colorNeutralBackground1,
  strokeDivider: webDarkTheme.colorNeutralStroke3,
  strokeRow: webDarkTheme.colorNeutralStroke3,
}
