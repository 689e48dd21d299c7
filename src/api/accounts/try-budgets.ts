import { isIPv6 } from 'node:net';
import type { TryBudget } from '../../store/ports/sign-in-tries.ts';
import type { SignInGuard } from './sign-in-guard.ts';

const second = 1_000;
const minute = 60 * second;

/**
 * The budgets of a try by a stranger: for this name from this address, this name from anywhere, and this address
 * whatever the name. A name that nobody has is counted like any other, so that what is refused does not tell.
 */
export const strangerBudgets = (
  { key }: SignInGuard,
  { name, address }: { readonly name: string; readonly address: string },
): readonly TryBudget[] => {
  const place = placeOf(address);
  return [
    { key: key('name at', name, place), tries: 5, everyMilliseconds: 30 * second },
    { key: key('name', name), tries: 30, everyMilliseconds: 3 * minute },
    // A whole station may share it.
    { key: key('address', place), tries: 50, everyMilliseconds: 5 * second },
  ];
};

/** A device on which its owner has signed in before has its own: no stranger can use it up. */
export const deviceBudgets = (
  { key }: SignInGuard,
  { name, device }: { readonly name: string; readonly device: string },
): readonly TryBudget[] => [
  { key: key('device', name, device), tries: 10, everyMilliseconds: minute },
];

/** The budgets of a try by somebody who has another's open session and not their password. */
export const confirmationBudgets = ({ key }: SignInGuard, person: string): readonly TryBudget[] => [
  { key: key('confirmation', person), tries: 5, everyMilliseconds: 3 * minute },
];

// A network gives a device as many IPv6 addresses as it likes, of the same first half.
function placeOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? 0 : tail.split(':').length;
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest;
  const all = [...groups, ...Array.from({ length: zeros }, () => '0'), ...(tail ?? '').split(':')];
  return all
    .slice(0, 4)
    .map((group) => group.padStart(4, '0').toLowerCase())
    .join(':');
}
