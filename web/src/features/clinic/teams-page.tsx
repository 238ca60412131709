import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { plainWords } from '@dorsal/care'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './clinic.module.css'
import { TeamRow } from './team-row.tsx'
import { useTeams } from './use-teams.ts'
import { Workplaces } from './workplaces.tsx'

/** A list of everybody would be long: whoever is looked for has a name. */
const SHOWN = 25

/** Who cares for whom, and where. Whoever has no team yet comes first. */
export function TeamsPage() {
  const { t } = useLingui()
  const teams = useTeams()
  const [looked, setLooked] = useState('')
  if (teams.isPending) return <Waiting />
  if (!teams.data) return <ErrorNote error={teams.error} onRetry={() => void teams.refetch()} />
  const words = (text: string) => plainWords(text).join(' ')
  const wanted = words(looked)
  const found = teams.data.patients
    .filter(({ label }) => words(label).includes(wanted))
    .sort((a, b) => Number(a.team.length > 0) - Number(b.team.length > 0))
  const shown = found.slice(0, SHOWN)
  const changed = () => teams.refetch()
  return (
    <>
      <title>{`${t`Teams`} · Dorsal`}</title>
      <h1>
        <Trans>Teams</Trans>
      </h1>
      <p>
        <Trans>
          From the first member on, a record belongs to its team. Others open it only with a reason, for an
          hour, and its person is told.
        </Trans>
      </p>
      <Workplaces teams={teams.data} onChanged={changed} />
      <Field label={t`Look for a patient`} type="search" value={looked} onChange={setLooked} />
      <output>
        <Trans>
          Shown: {shown.length} of {found.length}
        </Trans>
      </output>
      <ul className={styles['rows']}>
        {shown.map((person) => (
          <li key={person.patientId}>
            <TeamRow person={person} teams={teams.data} onChanged={changed} />
          </li>
        ))}
      </ul>
    </>
  )
}
