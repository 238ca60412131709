import { Trans as Sentence, type TransProps } from '@lingui/react'

/**
 * A sentence with what people wrote in it. The library looks for the tags of the sentence after it has put the values in, and would take
 * a name such as "Ann <3>" for one of them: here a value with an angle bracket goes in as a part of its own, and stays as it was written.
 * Written into the pages by the macro (lingui.config.ts), nowhere by hand.
 */
export function Trans(props: TransProps) {
  if (!props.values) return <Sentence {...props} />
  const whole = ([name, value]: [string, unknown]): [string, unknown] => [
    name,
    typeof value === 'string' && value.includes('<') ? [value] : value,
  ]
  return <Sentence {...props} values={Object.fromEntries(Object.entries(props.values).map(whole))} />
}
