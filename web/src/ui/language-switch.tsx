import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { chooseLanguage, LANGUAGE_QUERY, type Language, LANGUAGES } from '../lib/language.ts'
import styles from './language-switch.module.css'

/**
 * The languages by their own names; the choice is kept on this device. What the server says is fetched again in the new one. A form, so
 * that it works before the program runs: the server then says the page anew.
 */
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
      <form method="get" className={styles['choice']}>
        {LANGUAGES.map(({ lang, name }) => (
          <button
            key={lang}
            type="submit"
            name={LANGUAGE_QUERY}
            value={lang}
            lang={lang}
            className={styles['language']}
            aria-pressed={i18n.locale === lang}
            onClick={(event) => {
              event.preventDefault()
              void choose(lang)
            }}
          >
            {name}
          </button>
        ))}
      </form>
      {failed && (
        <p role="alert">
          <Trans>This language could not be fetched. Check your connection and try again.</Trans>
        </p>
      )}
    </nav>
  )
}
