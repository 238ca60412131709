import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Many, type Option } from '../../ui/choice.tsx'
import styles from './body-map.module.css'
import { type Figure, HALF_BODY, REGIONS } from './body-regions.ts'

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

type FigureProps = {
  figure: Figure
  title: string
  labels: ReadonlyMap<string, string>
  values: readonly string[]
  onToggle: (value: string) => void
}

/** One figure. It is one stop for the Tab key; arrow keys walk through its regions, Space or Enter marks one. */
function BodyFigure({ figure, title, labels, values, onToggle }: FigureProps) {
  const regions = REGIONS[figure].filter((region) => labels.has(region.value))
  const [current, setCurrent] = useState(0)
  const root = useRef<SVGSVGElement>(null)
  const onKey = (event: KeyboardEvent, index: number, value: string) => {
    if (event.key === ' ' || event.key === 'Enter') onToggle(value)
    else if (STEP[event.key]) {
      const to = (index + STEP[event.key]! + regions.length) % regions.length
      setCurrent(to)
      root.current?.querySelectorAll<SVGGElement>('[data-region]')[to]?.focus()
    } else return
    event.preventDefault()
  }
  return (
    <figure className={styles['figure']}>
      <svg ref={root} viewBox="8 4 184 352" aria-label={title} {...{ role: 'group' }}>
        <g className={styles['body']} aria-hidden="true">
          <ellipse cx="100" cy="38" rx="22" ry="28" />
          <path d={HALF_BODY} />
          <path d={HALF_BODY} transform="matrix(-1 0 0 1 200 0)" />
          {figure === 'back' && <path className={styles['spine']} d="M100 64 V240" />}
        </g>
        {regions.map((region, index) => {
          const marked = values.includes(region.value)
          // SVG has no native checkbox, so the role stands on the group of outlines.
          const control = {
            role: 'checkbox',
            'aria-checked': marked,
            'aria-label': labels.get(region.value),
            tabIndex: index === current ? 0 : -1,
            onClick: () => {
              setCurrent(index)
              onToggle(region.value)
            },
            onKeyDown: (event: KeyboardEvent) => onKey(event, index, region.value),
          }
          return (
            <g key={region.value} data-region={region.value} className={styles['region']} {...control}>
              <title>{labels.get(region.value)}</title>
              {region.paths.map((path) => (
                <path key={path} d={path} />
              ))}
              {marked &&
                region.ticks.map(([x, y]) => (
                  <path key={x} className={styles['tick']} d={`M${x - 6} ${y - 2} l4.5 5 l8 -10`} />
                ))}
            </g>
          )
        })}
      </svg>
      <figcaption aria-hidden="true">{title}</figcaption>
    </figure>
  )
}

type BodyMapProps = {
  legend: string
  legendHidden: boolean
  error: string | null
  options: readonly Option[]
  values: readonly string[]
  onChange: (values: string[]) => void
}

/** Where it hurts: a picture of back and front to mark, and the same places as a list. Both always show the same. */
export function BodyMap({ legend, legendHidden, error, options, values, onChange }: BodyMapProps) {
  const { t } = useLingui()
  const labels = new Map(options.map((option) => [option.value, option.label]))
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
  return (
    <div className={styles['map']}>
      <div className={styles['figures']}>
        <BodyFigure figure="back" title={t`Your back`} labels={labels} values={values} onToggle={toggle} />
        <BodyFigure figure="front" title={t`Your front`} labels={labels} values={values} onToggle={toggle} />
      </div>
      <Many
        legend={legend}
        legendHidden={legendHidden}
        error={error}
        options={options}
        values={values}
        onChange={onChange}
      />
    </div>
  )
}
