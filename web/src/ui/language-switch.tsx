import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { chooseLanguage, type Language, LANGUAGES } from '../lib/language.ts'
import styles from './language-switch.module.css'

/** The languages by their own names; the choice is kept on this device. What the server says is fetched again in the new one. */
export function LanguageSwitch() {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const [failed, setFailed] = useState(false)
  const choose = async (lang: Language) => {
    try {
      await chooseLanguage(lang)
      setFailed(false)
      await client.invalidateQueries()
    } catch {
      setFailed(true)
    }
  }
  return (
    <nav className={styles['languages']} aria-label={t`Language`}>
      {LANGUAGES.map(({ lang, name }) => (
        <button
          key={lang}
          type="button"
          lang={lang}
          className={styles['language']}
          aria-pressed={i18n.locale === lang}
          onClick={() => void choose(lang)}
        >
          {name}
        </button>
      ))}
      {failed && (
        <p role="alert">
          <Trans>This language could not be fetched. Check your connection and try again.</Trans>
        </p>
      )}
    </nav>
  )
}
