import type { MouseEvent, ReactNode } from 'react';
import { goTo } from './go-to.ts';
import { pathOf, type Place } from './place.ts';

interface PlaceLinkProps {
  readonly to: Place;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
  readonly testId?: string;
  /** Done besides going there. */
  readonly follow?: () => void;
}

/** A real link (it can be opened in another tab) that does not load the page anew. */
export function PlaceLink({
  to,
  children,
  className,
  current = false,
  testId,
  follow,
}: PlaceLinkProps) {
  const click = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    follow?.();
    goTo(to);
  };
  return (
    <a
      href={pathOf(to)}
      onClick={click}
      className={className}
      aria-current={current ? 'page' : undefined}
      data-testid={testId}
    >
      {children}
    </a>
  );
}
