import { type ContentReview, TREATS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import styles from './content-review.module.css'
import { contentReviewQuery } from './use-review.ts'

const treats = (role: string): boolean => (TREATS as readonly string[]).includes(role)

/** Whom the clinic trusts with this: an administrator appoints therapists; administrators who treat may sign anyway. */
export function Leads({ leads }: Pick<ContentReview, 'leads'>) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => call('colleagues', { signal }),
  })
  const known = colleagues.data?.staff.filter(({ role, disabled }) => treats(role) && !disabled) ?? []
  const set = (id: string, lead: boolean) =>
    call('setContentLead', { params: { id }, body: { lead } })
      .then(() => client.invalidateQueries({ queryKey: contentReviewQuery.queryKey }))
      .catch(setError)
  return (
    <details className={styles['leads']}>
      <summary>
        <Trans>Who reviews the content</Trans>
        <span className={styles['soft']}>
          {' '}
          {leads.map(({ name }) => name).join(', ') || t`nobody appointed yet`}
        </span>
      </summary>
      {error ? <ErrorNote error={error} /> : null}
      <ul>
        {known.map(({ staffId, name, licence }) => (
          <li key={staffId}>
            <label>
              <input
                type="checkbox"
                checked={leads.some((lead) => lead.staffId === staffId)}
                onChange={(event) => void set(staffId, event.target.checked)}
              />
              <span>
                {name}{' '}
                <span className={styles['soft']}>
                  {licence === null
                    ? t`no licence on record`
                    : `${licence.kind}, ${licence.country} ${licence.number}`}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
