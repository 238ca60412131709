import { ANYBODY, type Caseload, roomOf, type StaffMe } from '@dorsal/care'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import styles from './load-page.module.css'

type Props = { me: StaffMe; people: readonly Caseload[]; onDone: () => void }

/** Handing people over to a colleague with what they need to know: some of one's own, or all; all of anybody for the administrator. */
export function PatientsOver({ me, people, onDone }: Props) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [from, setFrom] = useState(me.staffId)
  const [to, setTo] = useState('')
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [note, setNote] = useState('')
  const [handed, setHanded] = useState<number | null>(null)
  const { busy, failed, run } = useDoing()
  const own = from === me.staffId
  const mine = useQuery({
    queryKey: ['panel', 'mine'],
    queryFn: ({ signal }) => call('panelPage', { signal, body: { ...ANYBODY, whose: 'mine' } }),
  })
  const rows = own ? (mine.data?.rows ?? []) : []
  const takers = people.filter((one) => one.staffId !== from && one.role !== 'assistant')
  const everyone = all || !own
  return (
    <Card label={t`Hand patients over`}>
      <h2>
        <Trans>Hand patients over</Trans>
      </h2>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void run(async () => {
            const patientIds = everyone ? null : [...chosen]
            const body = { id: newId(), from, to, patientIds, note: note.trim() }
            const done = await call('handOver', { body })
            setHanded(done.handed)
            setChosen(new Set())
            setNote('')
            await client.invalidateQueries({ queryKey: ['panel'] })
            onDone()
          })
        }}
      >
        {me.role === 'clinic-admin' && (
          <label>
            <Trans>Whose patients</Trans>
            <select value={from} onChange={(event) => setFrom(event.target.value)}>
              {people.map((one) => (
                <option key={one.staffId} value={one.staffId}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          <Trans>To whom</Trans>
          <select required value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{t`choose`}</option>
            {takers.map((one) => {
              const room = roomOf(one)
              return (
                <option key={one.staffId} value={one.staffId}>
                  {room === null ? one.name : t`${one.name} (room for ${room})`}
                </option>
              )
            })}
          </select>
        </label>
        <label>
          <Trans>What they need to know</Trans>
          <input value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
        </label>
        {own && (
          <fieldset className={styles['people']}>
            <legend>
              <Trans>Which</Trans>
            </legend>
            <label>
              <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
              <Trans>All of mine</Trans>
            </label>
            {!all &&
              rows.map(({ patientId, label }) => (
                <label key={patientId}>
                  <input
                    type="checkbox"
                    checked={chosen.has(patientId)}
                    onChange={(event) => {
                      const next = new Set(chosen)
                      if (event.target.checked) next.add(patientId)
                      else next.delete(patientId)
                      setChosen(next)
                    }}
                  />
                  {label}
                </label>
              ))}
          </fieldset>
        )}
        <Button type="submit" look="plain" disabled={busy || (!everyone && chosen.size === 0)}>
          {everyone ? <Trans>Hand over all of them</Trans> : <Trans>Hand over who is chosen</Trans>}
        </Button>
        {failed ? <ErrorNote error={failed} /> : null}
        <output>
          {handed !== null && (
            <Plural value={handed} one="✓ # person handed over." other="✓ # people handed over." />
          )}
        </output>
      </form>
    </Card>
  )
}
