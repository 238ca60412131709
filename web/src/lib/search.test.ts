import { describe, expect, it } from 'vitest'
import { plainWords } from '@dorsal/care'
import { type Findable, found } from './search.ts'

const thing = (item: string, more = ''): Findable<string> => ({
  item,
  fields: [
    { words: plainWords(item), weight: 4 },
    { words: plainWords(more), weight: 1 },
  ],
})

const SHELF = [
  thing('Seated thoracic rotation', 'Turn slowly. Strength is not needed.'),
  thing('Doorway chest stretch', 'Stretching. Open the chest.'),
  thing('Rotación sentada', 'Gire despacio, sin dolor en el hombro.'),
  thing('Cat-cow', 'On hands and knees.'),
]

describe('the search of the library', () => {
  it.each([
    ['', SHELF.map(({ item }) => item)],
    ['   ', SHELF.map(({ item }) => item)],
    ['strech', ['Doorway chest stretch']],
    ['CHEST', ['Doorway chest stretch']],
    ['rotaiton', ['Seated thoracic rotation', 'Rotación sentada']],
    ['rotacion', ['Rotación sentada', 'Seated thoracic rotation']],
    ['ROTACIÓN', ['Rotación sentada', 'Seated thoracic rotation']],
    ['cat cow', ['Cat-cow']],
    ['chest rotation', ['Seated thoracic rotation', 'Doorway chest stretch']],
    ['stif chest', ['Doorway chest stretch']],
    ['strenght rotation', ['Seated thoracic rotation']],
    ['xyz abcd chest', []],
    ['xyz', []],
    ['.*', SHELF.map(({ item }) => item)],
  ])('%j finds what is meant', (query, expected) => {
    expect(found(SHELF, query)).toEqual(expected)
  })

  it('needs the name for what lacks a word, and every word of a search of one', () => {
    expect(found([thing('Heel tap', 'Strengthen the trunk')], 'stiff trunk')).toEqual([])
    expect(found([thing('Neck side stretch')], 'stif neck')).toEqual(['Neck side stretch'])
    expect(found([thing('Neck side stretch')], 'stif')).toEqual([])
  })

  it('puts a hit in the name before one in the text', () => {
    const shelf = [thing('Heel tap', 'Strengthen the trunk'), thing('Trunk turn', 'slow')]
    expect(found(shelf, 'trunk')).toEqual(['Trunk turn', 'Heel tap'])
  })

  it('forgives slips only where a word is long enough', () => {
    expect(found([thing('Cat-cow')], 'cad')).toEqual([])
    expect(found([thing('Breathing')], 'breeth')).toEqual(['Breathing'])
  })
})
