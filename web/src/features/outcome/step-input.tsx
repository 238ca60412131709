import type { Given, MeasureAnswer } from '@dorsal/care'
import { useLingui } from '@lingui/react/macro'
import { Choice, Many } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Scale } from '../../ui/scale.tsx'
import { NONE, type Step } from './steps.ts'

type Answering = {
  title: string
  value: Given | null
  onAnswer: (value: Given | null) => void
}

const words = (value: Given | null): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** "None" takes back all others, and any other takes back "none". */
function withoutContradiction(before: readonly string[], after: string[]): string[] {
  if (!after.includes(NONE)) return after
  return before.includes(NONE) ? after.filter((value) => value !== NONE) : [NONE]
}

function Several({
  title,
  value,
  options,
  onAnswer,
}: Answering & { options: { value: string; label: string }[] }) {
  const chosen = words(value)
  return (
    <Many
      legend={title}
      legendHidden
      options={options}
      values={chosen}
      onChange={(after) => {
        const next = withoutContradiction(chosen, after)
        onAnswer(next.length === 0 ? null : next)
      }}
    />
  )
}

function Count({
  title,
  value,
  answer,
  onAnswer,
}: Answering & { answer: MeasureAnswer & { kind: 'count' } }) {
  const { t } = useLingui()
  const typed = typeof value === 'number' ? String(value) : ''
  return (
    <Field
      label={t`A number from ${answer.min} to ${answer.max}`}
      name={title}
      inputMode="numeric"
      maxLength={3}
      value={typed}
      unit={answer.unit}
      onChange={(text) => {
        const number = Number(text)
        const fits = /^\d+$/.test(text) && number >= answer.min && number <= answer.max
        if (fits || text === '') onAnswer(text === '' ? null : number)
      }}
    />
  )
}

/** Up to three things in the person's own words, each on its line. */
function Activities({ value, most, onAnswer }: Omit<Answering, 'title'> & { most: number }) {
  const { t } = useLingui()
  const own = words(value)
  return Array.from({ length: most }, (_, index) => {
    const number = index + 1
    return (
      <Field
        key={number}
        label={t`Activity ${number}`}
        maxLength={60}
        value={own[index] ?? ''}
        onChange={(text) => {
          const next = Array.from({ length: most }, (__, at) => (at === index ? text : (own[at] ?? '')))
          onAnswer(next.every((one) => one === '') ? null : next)
        }}
      />
    )
  })
}

function Answer({ title, value, answer, onAnswer }: Answering & { answer: MeasureAnswer }) {
  const { t } = useLingui()
  switch (answer.kind) {
    case 'scale': {
      const number = typeof value === 'number' ? value : null
      const shared = { legend: title, legendHidden: true, low: answer.low, high: answer.high }
      if (answer.min === 0 && answer.max === 10)
        return <Scale {...shared} value={number} onChange={onAnswer} />
      const labels = new Map([
        [answer.min, answer.low],
        ...answer.marks.map((mark): [number, string] => [mark.value, mark.label]),
        [answer.max, answer.high],
      ])
      const options = Array.from({ length: answer.max - answer.min + 1 }, (_, index) => {
        const at = answer.min + index
        return {
          value: String(at),
          label: [at, labels.get(at)].filter((part) => part !== undefined).join(' · '),
        }
      })
      return (
        <Choice
          legend={title}
          legendHidden
          options={options}
          value={number === null ? null : String(number)}
          onChange={(text) => onAnswer(Number(text))}
        />
      )
    }
    case 'count':
      return <Count title={title} value={value} answer={answer} onAnswer={onAnswer} />
    case 'choice':
      return (
        <Choice
          legend={title}
          legendHidden
          options={answer.options.map((option) => ({ value: String(option.value), label: option.label }))}
          value={typeof value === 'number' ? String(value) : null}
          onChange={(text) => onAnswer(Number(text))}
        />
      )
    case 'one':
      return (
        <Choice
          legend={title}
          legendHidden
          options={answer.options}
          value={typeof value === 'string' ? value : null}
          onChange={onAnswer}
        />
      )
    case 'multi':
      return <Several title={title} value={value} options={answer.options} onAnswer={onAnswer} />
    case 'activities':
      return <Activities value={value} most={answer.max} onAnswer={onAnswer} />
    case 'text':
      return (
        <Field
          label={t`In your own words`}
          lines={4}
          maxLength={1000}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onAnswer(text === '' ? null : text)}
        />
      )
  }
}

/** The control that fits a screen of the check-in. Nothing is filled in before the person does. */
export function StepInput({ step, ...answering }: Answering & { step: Step }) {
  const { t } = useLingui()
  switch (step.kind) {
    case 'item':
    case 'activity':
      return <Answer {...answering} answer={step.item.answer} />
    case 'event':
      return <Several {...answering} options={step.options} />
    case 'warnings': {
      const options = step.items.map(({ id, question }) => ({ value: id, label: question }))
      return <Several {...answering} options={[...options, { value: NONE, label: t`None of these` }]} />
    }
    case 'harm':
      return (
        <Choice
          legend={answering.title}
          legendHidden
          options={[
            { value: 'no', label: t`No` },
            { value: 'yes', label: t`Yes` },
            { value: 'prefer_not', label: t`I would rather not say` },
          ]}
          value={typeof answering.value === 'string' ? answering.value : null}
          onChange={answering.onAnswer}
        />
      )
  }
}
