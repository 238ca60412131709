import { expect, test } from 'vitest'
import { undocumented, undocumentedIn } from './docstrings.ts'

test('a function without a word is found, one with a docstring is not', () => {
  const said =
    '/** Degrees. */\nexport function one() {}\nexport const two = () => 1\nexport const TABLE = []\n'
  expect(undocumented(said)).toEqual(['two'])
  expect(undocumented('// Words of another kind.\nexport class Three {}')).toEqual(['Three'])
})

test.each(['motion/src', 'care/src'])('every exported function of %s says what it is', (folder) => {
  expect(undocumentedIn(folder)).toEqual([])
})
