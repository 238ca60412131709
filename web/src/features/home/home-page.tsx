import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '../../ui/button.tsx'
import { Actions, Page } from '../../ui/page.tsx'

export function HomePage() {
  const { t } = useLingui()
  return (
    <Page title={t`Help for pain in your upper and middle back`}>
      <Actions>
        <Link to="/start" className={buttonClass('main', true)}>
          <Trans>Start</Trans>
        </Link>
      </Actions>
    </Page>
  )
}
