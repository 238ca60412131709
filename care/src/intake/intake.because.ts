/** What is wrong with an answer, and what the person can do. */
export const INTAKE_SENTENCES = {
  'intake.missing': 'Please answer: {question}',
  'intake.not-a-number': 'Please give a number for: {question}',
  'intake.out-of-range': 'Please give a number from {min} to {max} for: {question}',
  'intake.no-such-option': 'Please choose one of the answers shown for: {question}',
  'intake.too-long': 'Please shorten this to {max} letters: {question}',
  'intake.year': 'Please give the year you were born, such as 1970.',
} as const
