import { WeatherMoonRegular, WeatherSunnyRegular } from '@fluentui/react-icons'
import { switchTheme, useShade } from './theme-choice.ts'

interface ThemeSwitchProps {
  className?: string
  iconClassName?: string
  /** Shows the label beside the icon. */
  worded?: boolean
}

export function ThemeSwitch({ className, iconClassName, worded = false }: ThemeSwitchProps) {
  const dark = useShade() === 'dark'
  const label = dark ? 'Switch to the light theme' : 'Switch to the dark theme'
  return (
    <button
      type="button"
      className={className}
      {...(worded ? {} : { 'aria-label': label, title: label })}
      onClick={switchTheme}
    >
      <span className={iconClassName} aria-hidden>
        {dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
      </span>
      {worded && label}
    </button>
  )
}
