import type { Tone } from './solids.ts'

/** Colours of what stands about the figure, and of the marks on it. */
export type Palette = Readonly<Record<Tone | 'floor' | 'still' | 'way' | 'bead' | 'edge' | 'mat', string>>

const LIGHT: Palette = {
  wood: '#b48a5e',
  dark: '#4c565b',
  cloth: '#c9b3d6',
  wall: '#cfcabd',
  band: '#c2553f',
  metal: '#8b959a',
  ball: '#d8b13a',
  ice: '#5f9fd0',
  floor: '#ddd8cb',
  mat: '#bcd6cf',
  still: '#d9d5cc',
  way: '#0b5d5e',
  bead: '#ffffff',
  edge: '#1b2a2e',
}

const DARK: Palette = {
  ...LIGHT,
  wood: '#a07a52',
  dark: '#79868c',
  cloth: '#a893b8',
  wall: '#4a5a5f',
  band: '#e07a61',
  ice: '#7db6e0',
  floor: '#26343a',
  mat: '#2d4f4f',
  still: '#7d8b8d',
  way: '#7ad4cb',
  bead: '#0f1a1c',
  edge: '#eef3f2',
}

export const paletteOf = (dark: boolean): Palette => (dark ? DARK : LIGHT)
