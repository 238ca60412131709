import type { LibraryExercise } from '@dorsal/care'
import { useLingui } from '@lingui/react/macro'
import { type Filters, valuesIn } from './filters.ts'
import styles from './library.module.css'
import { KIT } from '../../ui/kit-words.ts'
import { PARTS, PHASES, POSITIONS } from '../../ui/exercise-words.ts'

type FilterFieldsProps = {
  exercises: readonly LibraryExercise[]
  filters: Filters
  onChange: (filters: Filters) => void
}

/** The four ways to narrow the list, each with only what some exercise has. */
export function FilterFields({ exercises, filters, onChange }: FilterFieldsProps) {
  const { t, i18n } = useLingui()
  const rows = [
    { name: 'part', label: t`What it is for`, words: PARTS },
    { name: 'position', label: t`Position`, words: POSITIONS },
    { name: 'kit', label: t`What you need`, words: KIT },
    { name: 'phase', label: t`Part of the programme`, words: PHASES },
  ] as const
  return (
    <div className={styles['filters']}>
      {rows.map(({ name, label, words }) => {
        const there = valuesIn(exercises, name)
        return (
          <label key={name} className={styles['filter']}>
            {label}
            <select
              value={filters[name]}
              onChange={(event) => onChange({ ...filters, [name]: event.target.value })}
            >
              <option value="">{t`All`}</option>
              {Object.entries(words)
                .filter(([value]) => there.includes(value))
                .map(([value, word]) => (
                  <option key={value} value={value}>
                    {i18n._(word)}
                  </option>
                ))}
            </select>
          </label>
        )
      })}
    </div>
  )
}
