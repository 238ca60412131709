import { TEAM_ROLES, type Teams, type TeamPart } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { call } from '../../lib/api.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './clinic.module.css'
import { PART_WORDS } from './part-words.ts'

type Props = { person: Teams['patients'][number]; teams: Teams; onChanged: () => Promise<unknown> }

/** One person: where they are seen, and who cares for them. */
export function TeamRow({ person, teams, onChanged }: Props) {
  const { t, i18n } = useLingui()
  const { busy, failed, run } = useDoing()
  const id = person.patientId
  const change = (work: () => Promise<unknown>) =>
    void run(async () => {
      await work()
      await onChanged()
    })
  const nameOf = (staffId: string) => teams.people.find((one) => one.staffId === staffId)?.name ?? '–'
  const others = teams.people.filter(
    ({ staffId, role }) => TEAM_ROLES.includes(role) && !person.team.some((one) => one.staffId === staffId),
  )
  const join = (staffId: string, part: TeamPart) =>
    change(() => call('joinTeam', { params: { id, staffId }, body: { part, until: null } }))
  return (
    <article className={styles['row']} aria-label={person.label}>
      <h2>
        <Link to="/patients/$id" params={{ id }}>
          {person.label}
        </Link>
      </h2>
      <div>
        <select
          aria-label={t`Where ${person.label} is seen`}
          value={person.locationId ?? ''}
          disabled={busy}
          onChange={(event) => {
            const body = { locationId: event.target.value || null }
            change(() => call('setPlace', { params: { id }, body }))
          }}
        >
          <option value="">{t`no place in particular`}</option>
          {teams.locations
            .filter((place) => place.open || place.id === person.locationId)
            .map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
        </select>
      </div>
      <div>
        {person.team.length === 0 && (
          <p>
            <Trans>No team yet: open to all therapists of this place.</Trans>
          </p>
        )}
        <ul className={styles['members']}>
          {person.team.map(({ staffId, part, until }) => (
            <li key={staffId}>
              <span>
                {nameOf(staffId)}{' '}
                <span className={styles['soft']}>
                  {i18n._(PART_WORDS[part])}
                  {until !== null && <Trans> until {shortMomentOf(until, i18n.locale)}</Trans>}
                </span>
              </span>
              <Button
                look="quiet"
                disabled={busy}
                onClick={() => change(() => call('leaveTeam', { params: { id, staffId } }))}
              >
                <Trans>Take off</Trans>
                <span className="visually-hidden">
                  {' '}
                  {nameOf(staffId)}, {person.label}
                </span>
              </Button>
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <select
            aria-label={t`Take somebody on to the team of ${person.label}`}
            value=""
            disabled={busy}
            onChange={(event) => {
              const lead = person.team.every(({ part }) => part !== 'lead')
              join(event.target.value, lead ? 'lead' : 'member')
            }}
          >
            <option value="">{t`Take somebody on…`}</option>
            {others.map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
          </select>
        )}
        {failed ? <ErrorNote error={failed} /> : null}
      </div>
    </article>
  )
}
