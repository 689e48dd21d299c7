/** Looks for malware in a file. */
export interface Scanner {
  scan(path: string): Promise<Scan>;
}

/** `away`: nobody looked, and it may be tried again. `too-large`: the scanner takes no file of this size. */
export type Scan = { readonly found: string } | 'clean' | 'away' | 'too-large';
