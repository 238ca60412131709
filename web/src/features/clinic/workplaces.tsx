import type { Teams } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '../../lib/api.ts'
import { Many } from '../../ui/choice.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './clinic.module.css'

type Props = { teams: Teams; onChanged: () => Promise<unknown> }

/** At which places everybody works. */
export function Workplaces({ teams, onChanged }: Props) {
  const { t } = useLingui()
  const { failed, run } = useDoing()
  const open = teams.locations.filter((place) => place.open)
  if (open.length === 0) return null
  return (
    <details>
      <summary>
        <Trans>Who works at which place</Trans>
      </summary>
      {failed ? <ErrorNote error={failed} /> : null}
      <ul className={styles['rows']}>
        {teams.people.map(({ staffId, name, locations }) => (
          <li key={staffId}>
            <Many
              legend={name}
              hint={locations.length === 0 ? t`In the whole clinic` : undefined}
              options={open.map((place) => ({ value: place.id, label: place.name }))}
              values={locations}
              onChange={(values) =>
                void run(async () => {
                  await call('setWorkplaces', { params: { id: staffId }, body: { locations: values } })
                  await onChanged()
                })
              }
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
