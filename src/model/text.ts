/** A text in both languages; every text a person reads is one of these. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
