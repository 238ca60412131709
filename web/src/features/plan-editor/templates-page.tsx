import { type ClinicTemplate, type StaffMe, TREATS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { configQuery } from '../../lib/config.ts'
import { libraryQuery } from '../../lib/library.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import styles from './plan-editor.module.css'
import { TemplateCard } from './template-card.tsx'
import { templatesQuery } from './templates-query.ts'

const writes = (role: StaffMe['role']): boolean => TREATS.some((one) => one === role)

/** The clinic's own templates: what each holds and whom it is for; renamed, retired and brought back by those who treat. */
export function TemplatesPage() {
  const { t } = useLingui()
  const list = useQuery(templatesQuery)
  const staff = useQuery<StaffMe | null>({ queryKey: ['staff'] }).data
  const config = useQuery(configQuery).data
  const library = useQuery({
    ...libraryQuery(config ?? { contentVersion: '' }),
    enabled: config !== undefined,
  }).data
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data || !staff) return <Waiting />
  const names = new Map((library?.exercises ?? []).map(({ id, name }) => [id, name]))
  const cards = (state: ClinicTemplate['state']) =>
    list.data
      .filter((one) => one.state === state)
      .map((one) => (
        <li key={one.id}>
          <TemplateCard template={one} names={names} writes={writes(staff.role)} />
        </li>
      ))
  const retired = cards('retired')
  return (
    <div className={styles['page']}>
      <title>{`${t`Templates of the clinic`} · Dorsal`}</title>
      <h1>
        <Trans>Templates of the clinic</Trans>
      </h1>
      <p>
        <Trans>
          A template is a programme without a person: exercises, doses, how often, and how far the rules may
          go. It is made at the desk of a plan, and each plan says from which version it came.
        </Trans>
      </p>
      {list.data.length === 0 && (
        <p>
          <Trans>There is none yet. Open the plan of a patient and keep its programme as a template.</Trans>
        </p>
      )}
      <ul className={styles['lines']} aria-label={t`Templates in use`}>
        {cards('offered')}
      </ul>
      {retired.length > 0 && (
        <details className={styles['block']}>
          <summary>
            <Trans>Retired ({retired.length})</Trans>
          </summary>
          <ul className={styles['lines']}>{retired}</ul>
        </details>
      )}
    </div>
  )
}
