import { MessageCalls } from '../../features/message/message-calls.tsx'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { PanelPage } from '../../features/panel/panel-page.tsx'

/** The panel, and above it what calls because nobody has seen it yet. */
export function PanelRoute() {
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
