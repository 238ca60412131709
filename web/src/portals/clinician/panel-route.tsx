import type { StaffMe } from '@dorsal/care'
import { useQueryClient } from '@tanstack/react-query'
import { MessageCalls } from '../../features/message/message-calls.tsx'
import { Trans } from '@lingui/react/macro'
import { Link, Navigate } from '@tanstack/react-router'
import { PanelPage } from '../../features/panel/panel-page.tsx'

/** The panel, and above it what calls because nobody has seen it yet. The front desk sees nobody's health: its home is the calendar. */
export function PanelRoute() {
  const me = useQueryClient().getQueryData<StaffMe>(['staff'])
  if (me?.role === 'front-desk') return <Navigate to="/schedule" replace />
  return (
    <>
      <MessageCalls />
      <PanelPage />
      <p>
        <Link to="/find">
          <Trans>Somebody of another team</Trans>
        </Link>
      </p>
    </>
  )
}
