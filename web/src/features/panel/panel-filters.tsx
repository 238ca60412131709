import type { PanelPage, PhaseId, ReasonChip } from '@dorsal/care'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { RefObject } from 'react'
import { CHIPS } from './chip.tsx'
import styles from './panel-page.module.css'
import type { Look } from './use-panel.ts'

const PHASES: Record<PhaseId, ReturnType<typeof msg>> = {
  early: msg`early`,
  middle: msg`middle`,
  late: msg`late`,
  maintenance: msg`keeping up`,
}

type Props = {
  look: Look
  head: PanelPage
  search: RefObject<HTMLInputElement | null>
  onLook: (part: Partial<Look>) => void
}

/** Whose people, which phase, part of a name, and any of the reasons, each with how many there are. */
export function PanelFilters({ look, head, search, onLook }: Props) {
  const { t, i18n } = useLingui()
  const reasons = (Object.keys(CHIPS) as ReasonChip[]).filter(
    (reason) => (head.counts[reason] ?? 0) > 0 || look.reasons.includes(reason),
  )
  const toggled = (reason: ReasonChip) =>
    look.reasons.includes(reason) ? look.reasons.filter((one) => one !== reason) : [...look.reasons, reason]
  return (
    <>
      <div className={styles['fields']}>
        <label>
          <Trans>Name</Trans>
          <input
            ref={search}
            type="search"
            value={look.name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => onLook({ name: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              // The browser would empty the field: it is left, and what was looked for stays.
              event.preventDefault()
              event.currentTarget.blur()
            }}
          />
        </label>
        <label>
          <Trans>Whose</Trans>
          <select value={look.whose} onChange={(event) => onLook({ whose: event.target.value })}>
            <option value="all">{t`Everybody`}</option>
            <option value="mine">{t`Mine`}</option>
            <option value="covered">{t`Those I stand in for`}</option>
            <option value="nobody">{t`Nobody’s yet`}</option>
            {head.colleagues.map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <Trans>Phase</Trans>
          <select
            value={look.phase ?? ''}
            onChange={(event) =>
              onLook({ phase: event.target.value === '' ? null : (event.target.value as PhaseId) })
            }
          >
            <option value="">{t`any`}</option>
            {(Object.keys(PHASES) as PhaseId[]).map((phase) => (
              <option key={phase} value={phase}>
                {i18n._(PHASES[phase])}
              </option>
            ))}
          </select>
        </label>
      </div>
      {reasons.length > 0 && (
        <fieldset className={styles['filters']}>
          <legend className="visually-hidden">
            <Trans>Show only</Trans>
          </legend>
          <button
            type="button"
            aria-pressed={look.reasons.length === 0}
            onClick={() => onLook({ reasons: [] })}
          >
            <Trans>All</Trans>
          </button>
          {reasons.map((reason) => (
            <button
              type="button"
              key={reason}
              aria-pressed={look.reasons.includes(reason)}
              onClick={() => onLook({ reasons: toggled(reason) })}
            >
              {i18n._(CHIPS[reason].label)} {head.counts[reason] ?? 0}
            </button>
          ))}
        </fieldset>
      )}
    </>
  )
}
