import { useLingui } from '@lingui/react/macro'
import { Notice } from '../../ui/card.tsx'
import { ERROR_WORDS } from '../../ui/error-words.ts'

/** Why this person may look but not sign, before they try. */
export function Refused({ code }: { code: string | null }) {
  const { i18n } = useLingui()
  const words = Object.entries(ERROR_WORDS).find(([name]) => name === code)?.[1]
  if (words === undefined) return null
  return (
    <Notice tone="warn">
      <p>
        {i18n._(words.title)} {i18n._(words.advice)}
      </p>
    </Notice>
  )
}
