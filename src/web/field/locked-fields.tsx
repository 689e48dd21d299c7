import { ConfigProvider } from 'antd';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface LockedFieldsProps {
  /** True while the values of the fields are on their way: anything typed now would be neither sent nor kept. */
  readonly locked: boolean;
  readonly tight?: boolean;
  readonly children: ReactNode;
}

/** The fields of a form, which cannot be changed while it is being sent. */
export function LockedFields({ locked, tight = false, children }: LockedFieldsProps) {
  const fields = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const last = document.activeElement;
    if (!locked || !(last instanceof HTMLElement) || !fields.current?.contains(last)) return;
    // A field that is locked loses the focus: it comes back to who typed there.
    return () => {
      if (document.activeElement === document.body) requestAnimationFrame(() => last.focus());
    };
  }, [locked]);
  return (
    <ConfigProvider componentDisabled={locked}>
      <fieldset ref={fields} className={tight ? 'stack-tight' : 'stack'} disabled={locked}>
        {children}
      </fieldset>
    </ConfigProvider>
  );
}
