import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useConfigIfKnown } from '../../lib/config.ts'
import { meQuery } from '../../lib/me.ts'
import { buttonClass } from '../../ui/button.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { NewVersion } from '../../ui/new-version.tsx'
import { Page } from '../../ui/page.tsx'
import styles from './patient-frame.module.css'

/** What stands round every page of the patient: skip link, the clinic's name, the demo banner, the links below. */
export function PatientFrame() {
  const config = useConfigIfKnown()
  // Only what is known already: the frame asks for nothing.
  const record = useQuery({ ...meQuery, enabled: false }).data
  // The first page has it at its top.
  const pathname = useLocation({ select: (location) => location.pathname })
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        <Trans>Skip to the content</Trans>
      </a>
      <header>
        {(config?.demo || config?.unsignedContent) && (
          <p className={styles['banner']}>
            {config.demo ? (
              <Trans>
                Demonstration. No clinician has signed off this content yet; do not use it for real treatment.
              </Trans>
            ) : (
              <Trans>
                Not every text and exercise here is signed off by a licensed clinician yet. A clinician looks
                at each plan before it begins.
              </Trans>
            )}
          </p>
        )}
        <div className={styles['head']}>
          <Link to="/" className={styles['brand']}>
            Dorsal
          </Link>
          {config && <span className={styles['clinic']}>{config.clinic}</span>}
        </div>
      </header>
      <main id="content" className={`${styles['main']} ${pathname === '/session' ? styles['alone'] : ''}`}>
        <NewVersion path={pathname} />
        <Outlet />
      </main>
      <footer className={styles['foot']}>
        <Link to="/">
          <Trans>Home</Trans>
        </Link>
        {record?.me && (
          <Link to="/messages">
            <Trans>Messages</Trans>
          </Link>
        )}
        <Link to="/library">
          <Trans>Library</Trans>
        </Link>
        <Link to="/camera">
          <Trans>Try your camera</Trans>
        </Link>
        <Link to="/enter">
          <Trans>I have a record already</Trans>
        </Link>
        <Link to="/privacy">
          <Trans>Privacy</Trans>
        </Link>
        <a href="/clinician">
          <Trans>For clinics</Trans>
        </a>
        {pathname !== '/' && <LanguageSwitch />}
      </footer>
    </div>
  )
}

export function PageMissing() {
  const { t } = useLingui()
  return (
    <Page title={t`There is nothing here`}>
      <p>
        <Trans>This address has no page.</Trans>
      </p>
      <p>
        <Link to="/" className={buttonClass()}>
          <Trans>Go to the first page</Trans>
        </Link>
      </p>
    </Page>
  )
}
