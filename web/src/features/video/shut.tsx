import type { VideoVisit } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { shortMomentOf } from '../../lib/time.ts'
import { Notice } from '../../ui/card.tsx'

/** Why one cannot come in now, and when one can. */
export function Shut({ visit }: { visit: VideoVisit }) {
  const { i18n } = useLingui()
  if (visit.door === 'open') return null
  const opens = shortMomentOf(visit.opens, i18n.locale)
  const { phone } = visit
  return (
    <div data-door={visit.door}>
      <Notice live>
        <p>
          {visit.door === 'early' ? (
            <Trans>
              The waiting room opens on {opens}. You can check camera and sound now, and stay on this page: it
              shows when it opens.
            </Trans>
          ) : (
            <Trans>This video visit is not open: it is over, or was moved or cancelled.</Trans>
          )}{' '}
          {phone !== '' && <Trans>The clinic’s telephone: {phone}</Trans>}
        </p>
      </Notice>
    </div>
  )
}
