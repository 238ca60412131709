import type { LookupAddress, LookupAllOptions } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses that are nobody's on the open internet: this machine, its network, what is kept for documents and tests. */
const INSIDE = new BlockList()
const V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const
const V6 = [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 32],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const
for (const [net, bits] of V4) INSIDE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of V6) INSIDE.addSubnet(net, bits, 'ipv6')

/** Whether this is the address of a machine on the open internet. One of IPv4 in the clothes of IPv6 counts as what it is. */
export function isPublic(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !INSIDE.check(address, 'ipv4')
  return version === 6 && !INSIDE.check(address, 'ipv6')
}

/** Where a browser may say that it is reached: by https, by name, at the usual port, with no secret in the address. */
export function isPushAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url?.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0 &&
    /^(?!.*\.(?:local|localhost|internal|home|lan|test|invalid|onion|arpa)\.?$)[^.].*\.[a-z]/i.test(
      url.hostname,
    )
  )
}

export type FindAddress = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

/**
 * Finds the address of a name for a connection, once, and refuses one that lies inside: what is looked at is what is connected to. Where
 * one of several lies inside the name is not to be trusted with any.
 */
export const publicLookupBy =
  (find: FindAddress): LookupFunction =>
  (name, options, done) => {
    find(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, '', 0)
      const [first] = found
      if (first === undefined || found.some(({ address }) => !isPublic(address)))
        return done(
          Object.assign(new Error('not an address of the open internet'), { code: 'EINSIDE' }),
          '',
          0,
        )
      return options.all === true ? done(null, found) : done(null, first.address, first.family)
    })
  }
