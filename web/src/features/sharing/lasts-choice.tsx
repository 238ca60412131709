import type { Lasts } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Choice } from '../../ui/choice.tsx'

const WORDS: Readonly<Record<Lasts, MessageDescriptor>> = {
  today: msg`Until tonight`,
  week: msg`For a week`,
  month: msg`For a month`,
}

type Props = { offers: readonly Lasts[]; value: Lasts; onChange: (lasts: Lasts) => void }

/** How long a new link opens; only what the clinic allows. */
export function LastsChoice({ offers, value, onChange }: Props) {
  const { t, i18n } = useLingui()
  return (
    <Choice
      legend={t`How long shall it open?`}
      options={offers.map((lasts) => ({ value: lasts, label: i18n._(WORDS[lasts]) }))}
      value={value}
      onChange={(chosen) => onChange(offers.find((lasts) => lasts === chosen) ?? value)}
    />
  )
}

/** What is chosen at first: a week, or what comes nearest of what the clinic allows. */
export const firstChoice = (offers: readonly Lasts[]): Lasts =>
  offers.includes('week') ? 'week' : (offers[0] ?? 'today')
