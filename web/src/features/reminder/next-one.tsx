import type { OwnReminders } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { momentOf } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { KIND_IN_SENTENCE, NOTHING_WORDS } from './reminder-words.ts'

/** When the next one comes and of what, or why none does. */
export function NextOne({ own, children }: { own: OwnReminders; children: ReactNode }) {
  const { t, i18n } = useLingui()
  const { next, because, address, devices } = own
  const reached = address === 'confirmed' || devices > 0
  const words = (next?.kinds ?? []).map((kind) => i18n._(KIND_IN_SENTENCE[kind]))
  const of = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(words)
  return (
    <Card tone="accent" label={t`The next one`}>
      <h2>
        <Trans>The next one</Trans>
      </h2>
      <p data-next={next?.at ?? ''}>
        {next === null ? (
          i18n._(NOTHING_WORDS[reached ? because : 'no-way'])
        ) : (
          <Trans>
            If nothing changes, the next one comes on {momentOf(next.at)}, because of {of}.
          </Trans>
        )}
      </p>
      {children}
    </Card>
  )
}
