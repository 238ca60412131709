import { MessageCalls } from '../../features/message/message-calls.tsx'
import { PanelPage } from '../../features/panel/panel-page.tsx'

/** The panel, and above it what calls because nobody has seen it yet. */
export function PanelRoute() {
  return (
    <>
      <MessageCalls />
      <PanelPage />
    </>
  )
}
