import { expect, test } from 'vitest'
import { keptTable, signalTable } from './signal-table.ts'

test('the document of signals is the one that the angle table gives', () => {
  expect(keptTable()).toBe(signalTable())
})

test('it has one row a signal, each with every cell filled', () => {
  const rows = signalTable()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(rows.length).toBe(36)
  for (const row of rows) {
    const cells = row.slice(2, -2).split(' | ')
    expect([row, cells.length, cells.every((cell) => cell.trim().length > 0)]).toEqual([row, 12, true])
  }
})
