import {
  type Because,
  type DraftFault,
  type DraftItem,
  type Dosage,
  hasRange,
  OVERRIDE_LEAST,
  type Release,
} from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useId, useRef } from 'react'
import { explain } from '../../lib/reasons.ts'
import { shortMomentOf } from '../../lib/time.ts'
import { Button } from '../../ui/button.tsx'
import { ReviewSign } from '../../ui/review-mark.tsx'
import { Fault } from './fault-words.tsx'
import { NumberCell } from './number-cell.tsx'
import styles from './plan-editor.module.css'

type Props = {
  item: DraftItem
  title: string
  because: readonly Because[]
  released: Release | undefined
  place: number
  of: number
  faults: readonly DraftFault[]
  onSet: (change: Partial<DraftItem>) => void
  onMove: (by: number) => void
  onRemove: () => void
  onDropHere: (id: string) => void
}

const TYPE = 'application/x-dorsal-line'

/** One line of the plan: its dose at a glance, all else behind "More"; moved by drag, by buttons, or with Alt and the arrows. */
export function ItemRow(props: Props) {
  const { item, title, because, released, place, of, faults, onSet, onMove, onRemove, onDropHere } = props
  const { t, i18n } = useLingui()
  const id = useId()
  const { dosage } = item
  const at = (field: string) => faults.filter((fault) => fault.field === field)
  const dose = (change: Partial<Dosage>) => dosage && onSet({ dosage: { ...dosage, ...change } })
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const element = line.current
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes(TYPE) === true) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      const dragged = event.dataTransfer?.getData(TYPE) ?? ''
      if (dragged === '') return
      event.preventDefault()
      onDropHere(dragged)
    }
    element?.addEventListener('dragover', over)
    element?.addEventListener('drop', drop)
    return () => {
      element?.removeEventListener('dragover', over)
      element?.removeEventListener('drop', drop)
    }
  })
  const cell = (
    field: string,
    label: string,
    value: number | null,
    set: (value: number) => void,
    step = 1,
  ) => (
    <NumberCell
      label={label}
      title={title}
      value={value}
      step={step}
      wrong={at(field).some(({ grade }) => grade === 'wrong')}
      describedBy={at(field).length > 0 ? `${id}-${field}` : undefined}
      onChange={set}
    />
  )
  const kept = faults.some(({ grade }) => grade === 'refused' || grade === 'released')
  return (
    <li ref={line} className={styles['line']} data-line={item.id} data-state={item.state}>
      <div className={styles['row']}>
        <button
          type="button"
          draggable
          className={styles['handle']}
          aria-label={t`${title}, place ${place + 1} of ${of}. Alt and arrow keys move it, Delete takes it out`}
          onDragStart={(event) => {
            event.dataTransfer.setData(TYPE, item.id)
            event.dataTransfer.effectAllowed = 'move'
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Delete' && event.key !== 'Backspace') return
            event.preventDefault()
            onRemove()
          }}
        >
          ⠿
        </button>
        <span className={styles['title']}>
          <strong>{title}</strong>
          {item.exerciseId !== null && <ReviewSign of={`exercises/${item.exerciseId}`} />}
          {item.state === 'paused' && (
            <span className={styles['quiet']}>
              {' '}
              · <Trans>rests</Trans>
            </span>
          )}
        </span>
        {dosage && (
          <div className={styles['cells']}>
            {cell('sets', t`Sets`, dosage.sets, (sets) => dose({ sets }))}
            {dosage.durationSeconds === null
              ? cell('reps', t`Reps`, dosage.reps, (reps) => dose({ reps }))
              : cell(
                  'duration',
                  t`Seconds`,
                  dosage.durationSeconds,
                  (durationSeconds) => dose({ durationSeconds }),
                  5,
                )}
            {cell('hold', t`Hold, s`, dosage.holdSeconds, (holdSeconds) => dose({ holdSeconds }))}
            {hasRange(dosage) &&
              cell(
                'range',
                t`Range, %`,
                Math.round(item.rangeShare * 100),
                (share) => onSet({ rangeShare: share / 100 }),
                5,
              )}
            {cell('days', t`Days`, dosage.daysPerWeek, (daysPerWeek) => dose({ daysPerWeek }))}
          </div>
        )}
        <span className={styles['moves']}>
          <Button
            look="quiet"
            aria-label={t`Move ${title} up`}
            disabled={place === 0}
            onClick={() => onMove(-1)}
          >
            ↑
          </Button>
          <Button
            look="quiet"
            aria-label={t`Move ${title} down`}
            disabled={place === of - 1}
            onClick={() => onMove(1)}
          >
            ↓
          </Button>
          <Button look="quiet" aria-label={t`Take ${title} out`} onClick={onRemove}>
            ✕
          </Button>
        </span>
      </div>
      {faults.map((fault) => (
        <Fault key={`${fault.field}${fault.because.id}`} fault={fault} id={`${id}-${fault.field}`} />
      ))}
      {kept && (
        <div className={styles['override']}>
          <span id={`${id}-why`}>
            <Trans>
              Why it may be done all the same: at least {OVERRIDE_LEAST} letters. It stays in the record, and
              the next clinician reads it.
            </Trans>
          </span>
          <textarea
            rows={2}
            maxLength={1000}
            aria-labelledby={`${id}-why`}
            value={item.override ?? ''}
            onChange={(event) => onSet({ override: event.target.value })}
          />
        </div>
      )}
      {released && (
        <p className={styles['quiet']}>
          <Trans>
            Released {shortMomentOf(released.at, i18n.locale)}: “{released.reason}”
          </Trans>
        </p>
      )}
      <details className={styles['more']}>
        <summary>
          <Trans>More</Trans> <span className="visually-hidden">: {title}</span>
          {item.words && <span className={styles['quiet']}> “{item.words}”</span>}
        </summary>
        <div className={styles['cells']}>
          {dosage && (
            <>
              {cell('times', t`Times a day`, dosage.timesPerDay, (timesPerDay) => dose({ timesPerDay }))}
              {cell('rest', t`Rest, s`, dosage.restSeconds, (restSeconds) => dose({ restSeconds }), 5)}
              <label className={styles['cell']}>
                <span>
                  <Trans>Tempo</Trans>
                </span>
                <input
                  value={dosage.tempo ?? ''}
                  placeholder="3-1-3"
                  aria-label={t`${title}: tempo, as out-hold-back in seconds`}
                  aria-invalid={at('tempo').length > 0}
                  onChange={(event) =>
                    dose({ tempo: event.target.value.trim() === '' ? null : event.target.value.trim() })
                  }
                />
              </label>
              <label className={styles['check']}>
                <input
                  type="checkbox"
                  checked={dosage.perSide}
                  onChange={(event) => dose({ perSide: event.target.checked })}
                />
                <Trans>each side</Trans>
              </label>
            </>
          )}
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={item.state === 'paused'}
              onChange={(event) => onSet({ state: event.target.checked ? 'paused' : 'active' })}
            />
            <Trans>rests for now</Trans>
          </label>
          {item.exerciseId !== null && (
            <label className={`${styles['cell']} ${styles['wide']}`}>
              <span>
                <Trans>Band, weight, side: words that the patient reads</Trans>
              </span>
              <input
                maxLength={120}
                aria-label={t`${title}: words that the patient reads`}
                value={item.words ?? ''}
                onChange={(event) => onSet({ words: event.target.value === '' ? null : event.target.value })}
              />
            </label>
          )}
        </div>
        {because.map((one) => (
          <p key={JSON.stringify(one)} className={styles['quiet']}>
            {explain(one)}
          </p>
        ))}
      </details>
    </li>
  )
}
