import type { GlassNotice } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { shortMomentOf } from '../../lib/time.ts'

/** For the team: who opened this record with a reason without being one of them. */
export function OpenedNote({ opened }: { opened: readonly GlassNotice[] }) {
  const { i18n } = useLingui()
  if (opened.length === 0) return null
  return (
    <details>
      <summary>
        <Plural
          value={opened.length}
          one="Opened with a reason once in the last quarter"
          other="Opened with a reason # times in the last quarter"
        />
      </summary>
      <ul>
        {opened.map(({ at, until, by, reason }) => (
          <li key={`${at} ${by}`}>
            <Trans>
              {by}, {shortMomentOf(at, i18n.locale)} until {shortMomentOf(until, i18n.locale)}: {reason}
            </Trans>
          </li>
        ))}
      </ul>
    </details>
  )
}
