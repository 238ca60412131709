import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { momentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './colleagues-page.module.css'
import { type Handed, HandOver } from './hand-over.tsx'
import { Invite } from './invite.tsx'
import { Person } from './person.tsx'
import { ROLE_WORDS } from './role-words.ts'

/** Who works at the clinic: inviting, roles, ways back in, and the end of an account. For its administrators. */
export function ColleaguesPage({ ownId }: { ownId: string }) {
  const { t, i18n } = useLingui()
  const [handed, setHanded] = useState<Handed | null>(null)
  const people = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => call('colleagues', { signal }),
  })
  const { busy, failed, run } = useDoing()
  if (people.isPending) return <Waiting />
  if (!people.data) return <ErrorNote error={people.error} onRetry={() => void people.refetch()} />
  const changed = () => void people.refetch()
  const hand = (given: Handed) => {
    setHanded(given)
    changed()
  }
  const withdraw = (id: string) =>
    void run(async () => {
      await call('withdrawInvitation', { params: { id } })
      await people.refetch()
    })
  return (
    <>
      <title>{`${t`People who work here`} · Dorsal`}</title>
      <h1>
        <Trans>People who work here</Trans>
      </h1>
      {handed ? <HandOver handed={handed} onDone={() => setHanded(null)} /> : <Invite onInvited={hand} />}
      {failed ? <ErrorNote error={failed} /> : null}
      <ul className={styles['people']}>
        {people.data.staff.map((person) => (
          <li key={person.staffId}>
            <Person person={person} own={person.staffId === ownId} onHanded={hand} onChanged={changed} />
          </li>
        ))}
        {people.data.invitations.map((open) => (
          <li key={open.id}>
            <Card label={open.name}>
              <div className={styles['who']}>
                <h2>{open.name}</h2>
                <p>{open.email}</p>
                <p className={styles['facts']}>
                  {i18n._(ROLE_WORDS[open.role])} · <Trans>invited until {momentOf(open.expiresAt)}</Trans>
                </p>
              </div>
              <div>
                <Button look="plain" disabled={busy} onClick={() => withdraw(open.id)}>
                  <Trans>Take the invitation back</Trans>
                </Button>
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </>
  )
}
