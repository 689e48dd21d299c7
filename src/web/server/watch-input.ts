const recentMilliseconds = 10 * 60_000;

/** Watches whether somebody touched the page of late: an unattended page must not keep its session alive. */
export function watchInput(): { readonly isRecent: () => boolean; readonly stop: () => void } {
  let last = Date.now();
  const touched = () => {
    last = Date.now();
  };
  addEventListener('pointerdown', touched);
  addEventListener('keydown', touched);
  return {
    isRecent: () => Date.now() - last < recentMilliseconds,
    stop: () => {
      removeEventListener('pointerdown', touched);
      removeEventListener('keydown', touched);
    },
  };
}
