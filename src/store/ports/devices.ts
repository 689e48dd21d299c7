import type { Instant } from '../../model/instant.ts';

/** The devices on which people have signed in before. Only the hash of a device's token is kept. */
export interface Devices {
  /** Notes that a person has signed in on a device. */
  note(device: Device): Promise<void>;
  /** True where a person has signed in on it since then. */
  knows(device: Omit<Device, 'seen'>, since: Instant): Promise<boolean>;
  /** Forgets those that nobody has signed in on since then. */
  sweep(before: Instant): Promise<void>;
}

export interface Device {
  readonly tokenHash: string;
  readonly person: string;
  readonly seen: Instant;
}
