import { type DeskState, type DeskVisit, VISIT_STEPS } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { useDoing } from '../../ui/use-doing.ts'
import { ApprovedVisits } from './approved-visits.tsx'
import { dayTitle } from './day-title.ts'
import { Refused } from './refused.tsx'
import styles from './schedule.module.css'
import { KINDS, STATES } from './state-words.ts'
import { useKeysWithin } from './use-keys.ts'
import { VisitLink } from './visit-link.tsx'

type State = DeskState['state']

type Props = {
  visit: DeskVisit
  staff: readonly { id: string; name: string }[]
  rooms: readonly { id: string; name: string; placeId: string }[]
  mayApprove: boolean
  onState: (state: State) => Promise<void>
  onMove: (wall: string, staffId: string, roomId: string | null) => Promise<void>
  onClose: () => void
}

/** One visit: who, when, where, how far it is, and what can be done with it. Nothing of health. */
export function VisitPanel({ visit, staff, rooms, mayApprove, onState, onMove, onClose }: Props) {
  const { t, i18n } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  const [asks, setAsks] = useState<'move' | 'cancel' | null>(null)
  const { busy, failed, run } = useDoing()
  const panel = useRef<HTMLElement>(null)
  useKeysWithin(panel, ({ key }) => {
    if (key === 'Escape') onClose()
  })
  useEffect(() => heading.current?.focus(), [])
  const steps = VISIT_STEPS[visit.state].filter((state) => state !== 'cancelled')
  const mayCancel = VISIT_STEPS[visit.state].includes('cancelled')
  const open = `/clinician/visits/${visit.id}`
  return (
    <section ref={panel} className={styles['panel']} aria-label={t`Visit`}>
      <h2 ref={heading} tabIndex={-1}>
        {visit.who || t`Somebody who is booking now`}
      </h2>
      <p>
        {visit.type.name} ({i18n._(KINDS[visit.type.kind])}) ·{' '}
        {dayTitle(visit.wall.slice(0, 10), i18n.locale)}, {visit.wall.slice(11)} · {visit.staff.name} ·{' '}
        {visit.place.name}
        {visit.room && `, ${visit.room}`} · {visit.zone}
      </p>
      {visit.phone && (
        <p>
          <a href={`tel:${visit.phone.replace(/[^+\d]/g, '')}`}>{visit.phone}</a>
        </p>
      )}
      <p>
        <strong>
          <span aria-hidden="true">{STATES[visit.state].sign} </span>
          {i18n._(STATES[visit.state].label)}
        </strong>
      </p>
      {visit.patientId !== null && <ApprovedVisits patientId={visit.patientId} mayChange={mayApprove} />}
      {visit.override && (
        <p className={styles['soft']}>
          <Trans>Past the rules, because: {visit.override}</Trans>
        </p>
      )}
      <div className={styles['tools']}>
        {steps.map((state) => (
          <Button key={state} look="plain" disabled={busy} onClick={() => void run(() => onState(state))}>
            <span aria-hidden="true">{STATES[state].sign}</span> {i18n._(STATES[state].label)}
          </Button>
        ))}
      </div>
      <div className={styles['tools']}>
        {visit.type.kind === 'video' && (
          <a className={buttonClass('plain')} href={`${open}/video`}>
            <Trans>Open the video visit</Trans>
          </a>
        )}
        <VisitLink visit={visit} />
        {visit.opensRecord && visit.patientId && (
          <a className={buttonClass('plain')} href={`/clinician/patients/${visit.patientId}`}>
            <Trans>Open the record</Trans>
          </a>
        )}
        {visit.state === 'booked' && visit.classId === null && (
          <Button look="plain" aria-expanded={asks === 'move'} onClick={() => setAsks('move')}>
            <Trans>Move it</Trans>
          </Button>
        )}
        {mayCancel && (
          <Button look="quiet" aria-expanded={asks === 'cancel'} onClick={() => setAsks('cancel')}>
            <Trans>Cancel this visit</Trans>
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
      {asks === 'cancel' && (
        <div className={styles['tools']}>
          <Button
            look="danger"
            disabled={busy}
            onClick={() =>
              void run(async () => {
                await onState('cancelled')
                onClose()
              })
            }
          >
            <Trans>Yes, cancel it</Trans>
          </Button>
          <Button look="quiet" onClick={() => setAsks(null)}>
            <Trans>No</Trans>
          </Button>
        </div>
      )}
      {asks === 'move' && (
        <MoveForm {...{ visit, staff, rooms, busy }} onMove={(...to) => void run(() => onMove(...to))} />
      )}
      {failed ? <Refused error={failed} /> : null}
    </section>
  )
}

type MoveProps = Pick<Props, 'visit' | 'staff' | 'rooms'> & {
  busy: boolean
  onMove: (wall: string, staffId: string, roomId: string | null) => void
}

function MoveForm({ visit, staff, rooms, busy, onMove }: MoveProps) {
  const { t } = useLingui()
  const [wall, setWall] = useState(visit.wall)
  const [staffId, setStaffId] = useState(visit.staff.id)
  const [roomId, setRoomId] = useState('')
  return (
    <form
      className={styles['form']}
      aria-label={t`Move this visit`}
      onSubmit={(event) => {
        event.preventDefault()
        onMove(wall, staffId, roomId || null)
      }}
    >
      <label>
        <Trans>To which time ({visit.zone})</Trans>
        <input
          type="datetime-local"
          step={300}
          required
          value={wall}
          onChange={(e) => setWall(e.target.value)}
        />
      </label>
      <label>
        <Trans>Therapist</Trans>
        <select value={staffId} onChange={(e) => setStaffId(e.target.value)}>
          {staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <Trans>Room</Trans>
        <select value={roomId} onChange={(e) => setRoomId(e.target.value)}>
          <option value="">{t`any that suits`}</option>
          {rooms
            .filter(({ placeId }) => placeId === visit.place.id)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <Button type="submit" disabled={busy}>
        <Trans>Move it there</Trans>
      </Button>
    </form>
  )
}
