import type { Colleague } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Actions } from '../../ui/page.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './colleagues-page.module.css'
import { LicencePart } from './licence-part.tsx'
import type { Handed } from './hand-over.tsx'
import { GIVEN_ROLES, type GivenRole, ROLE_WORDS } from './role-words.ts'

type Props = { person: Colleague; own: boolean; onHanded: (handed: Handed) => void; onChanged: () => void }

/** Who decides or works with patients by a licence. */
const LICENSED: ReadonlySet<Colleague['role']> = new Set(['therapist', 'assistant', 'clinic-admin'])

/** One colleague: role, second factor, a way back in, and the end of their account. */
export function Person({ person, own, onHanded, onChanged }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const { busy, failed, run } = useDoing()
  const [role, setRole] = useState(person.role)
  const params = { id: person.staffId }
  const reset = (secondFactorToo: boolean) =>
    run(async () => {
      const made = await call('resetStaff', { params, body: { secondFactorToo } })
      onHanded({ ...made, name: person.name })
    })
  const change = (work: () => Promise<unknown>) =>
    run(async () => {
      await work()
      onChanged()
    })
  return (
    <Card label={person.name}>
      <div className={styles['who']}>
        <h2>
          {person.name} {own && <small>({t`you`})</small>}
        </h2>
        <p>{person.email}</p>
        <p className={styles['facts']}>
          {person.disabled ? (
            <strong>
              <Trans>Account closed</Trans>
            </strong>
          ) : (
            <>
              {person.secondFactor ? (
                <Trans>Second factor set up</Trans>
              ) : (
                <strong>
                  <Trans>No second factor yet</Trans>
                </strong>
              )}
              {' · '}
              {person.lastSeenAt ? (
                <Trans>last here {shortMomentOf(person.lastSeenAt, i18n.locale)}</Trans>
              ) : (
                <Trans>not here yet</Trans>
              )}
            </>
          )}
        </p>
      </div>
      {!person.disabled && (
        <div className={styles['role']}>
          <label htmlFor={id}>
            <Trans>Role</Trans>
          </label>
          <select
            id={id}
            value={role}
            disabled={busy}
            onChange={(event) => setRole(event.target.value as GivenRole)}
          >
            {[...new Set([...GIVEN_ROLES.map((given) => given.role), person.role])].map((each) => (
              <option key={each} value={each}>
                {i18n._(ROLE_WORDS[each])}
              </option>
            ))}
          </select>
          {role !== person.role && (
            <Button
              look="plain"
              disabled={busy}
              onClick={() =>
                void change(() => call('setStaffRole', { params, body: { role: role as GivenRole } }))
              }
            >
              <Trans>Change the role</Trans>
            </Button>
          )}
        </div>
      )}
      {!person.disabled && LICENSED.has(person.role) && <LicencePart person={person} onChanged={onChanged} />}
      {failed ? <ErrorNote error={failed} /> : null}
      <Actions>
        {person.disabled ? (
          <Button
            look="plain"
            disabled={busy}
            onClick={() => void change(() => call('enableStaff', { params }))}
          >
            <Trans>Open the account again</Trans>
          </Button>
        ) : (
          <>
            {person.guest ? (
              <p>
                <Trans>Another clinic keeps this account; ways back in are asked for there.</Trans>
              </p>
            ) : (
              <>
                <Button look="plain" disabled={busy} onClick={() => void reset(false)}>
                  <Trans>Forgot the password</Trans>
                </Button>
                <Button look="plain" disabled={busy} onClick={() => void reset(true)}>
                  <Trans>Lost the phone</Trans>
                </Button>
              </>
            )}
            {!own && (
              <Button
                look="danger"
                disabled={busy}
                onClick={() => void change(() => call('disableStaff', { params }))}
              >
                <Trans>Close the account</Trans>
              </Button>
            )}
          </>
        )}
      </Actions>
    </Card>
  )
}
