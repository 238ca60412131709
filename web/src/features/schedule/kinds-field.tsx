import { VISIT_KINDS, type VisitKind } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import styles from './schedule.module.css'
import { KINDS } from './state-words.ts'

type Props = { kinds: readonly VisitKind[]; onChange: (kinds: VisitKind[]) => void }

/** For which kinds of visit something serves; one at least. */
export function KindsField({ kinds, onChange }: Props) {
  const { i18n } = useLingui()
  return (
    <fieldset>
      <legend>
        <Trans>For which kinds of visit</Trans>
      </legend>
      <div className={styles['kinds']}>
        {VISIT_KINDS.map((kind) => (
          <label key={kind} className={styles['check']}>
            <input
              type="checkbox"
              checked={kinds.includes(kind)}
              disabled={kinds.length === 1 && kinds.includes(kind)}
              onChange={() =>
                onChange(kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind])
              }
            />
            {i18n._(KINDS[kind])}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
