/** True where a digest that was kept is of the same content, under the key in use or one from before. */
export const isSameContent = (
  kept: string,
  {
    digest,
    formerDigests = [],
  }: { readonly digest: string; readonly formerDigests?: readonly string[] },
): boolean => kept === digest || formerDigests.includes(kept);
