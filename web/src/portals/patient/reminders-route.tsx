import { Link, Navigate } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { RemindersPage } from '../../features/reminder/reminders-page.tsx'
import { useMe } from '../../lib/me.ts'
import { buttonClass } from '../../ui/button.tsx'

export function RemindersRoute() {
  const { me } = useMe()
  if (me === null) return <Navigate to="/" replace />
  return (
    <RemindersPage
      addAddress={
        <Link to="/devices" className={buttonClass('plain')}>
          <Trans>Add an e-mail address</Trans>
        </Link>
      }
    />
  )
}
