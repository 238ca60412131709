import type { LintRule } from './rule.ts'

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** A measure may be shipped, says why, and is none of those that may not be, under whatever id. */
export const licences: LintRule = {
  id: 'licences',
  kind: 'measures',
  check({ measures, notShipped }) {
    return measures.flatMap(({ id, name, summary, licenceNote }) => {
      const own = ` ${letters(`${id} ${name} ${summary}`)} `
      const refused = notShipped.find(({ id: no, names }) =>
        [no, ...names].some((one) => own.includes(` ${letters(one)} `)),
      )
      return [
        ...(licenceNote.trim() === '' ? [{ where: id, message: 'does not say why it may be shipped' }] : []),
        ...(refused === undefined
          ? []
          : [
              {
                where: id,
                message: `looks like ${refused.names[0]}, which may not be shipped: ${refused.why}`,
              },
            ]),
      ]
    })
  },
}
