/** A map of at most `keptMax` values: what was used longest ago goes first. */
export class RecentlyUsed<Key, Value> {
  // A map keeps the order of insertion.
  private readonly kept = new Map<Key, Value>();
  private readonly keptMax: number;

  constructor(keptMax: number) {
    this.keptMax = keptMax;
  }

  get(key: Key): Value | undefined {
    const value = this.kept.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.keptMax && oldest !== undefined) this.kept.delete(oldest);
  }

  delete(key: Key): void {
    this.kept.delete(key);
  }
}
