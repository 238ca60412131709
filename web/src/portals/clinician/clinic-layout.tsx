import { Trans } from '@lingui/react/macro'
import { Link, Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import styles from './clinician-frame.module.css'

const Tab = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link to={to} className={styles['tab']} activeOptions={{ exact: true }}>
    {children}
  </Link>
)

/** What an administrator looks after, each on a page of its own. */
export function ClinicLayout() {
  return (
    <>
      <nav className={styles['tabs']} aria-labelledby="clinic-pages">
        <span id="clinic-pages" className="visually-hidden">
          <Trans>Pages of the clinic</Trans>
        </span>
        <Tab to="/people">
          <Trans>People</Trans>
        </Tab>
        <Tab to="/teams">
          <Trans>Teams</Trans>
        </Tab>
        <Tab to="/places">
          <Trans>Places</Trans>
        </Tab>
        <Tab to="/settings">
          <Trans>Settings</Trans>
        </Tab>
        <Tab to="/coverage">
          <Trans>Coverage</Trans>
        </Tab>
        <Tab to="/trail">
          <Trans>Who looked</Trans>
        </Tab>
      </nav>
      <Outlet />
    </>
  )
}
