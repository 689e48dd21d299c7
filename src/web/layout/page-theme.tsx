import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';

const locales = { zh: zhCN, en: enUS };
/** A wish of the device, as React subscribes to it. */
const askedByDevice = (query: string) => {
  const asked = matchMedia(query);
  const subscribe = (listener: () => void) => {
    asked.addEventListener('change', listener);
    return () => asked.removeEventListener('change', listener);
  };
  return [subscribe, () => asked.matches] as const;
};

const dark = askedByDevice('(prefers-color-scheme: dark)');
const still = askedByDevice('(prefers-reduced-motion: reduce)');

/** The controls' look and language; dark where the device is, for who reads at night, and still where it is. */
export function PageTheme({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const isDark = useSyncExternalStore(...dark);
  const isStill = useSyncExternalStore(...still);
  return (
    <ConfigProvider
      locale={locales[language]}
      button={{ autoInsertSpace: false }}
      tag={{ variant: 'outlined' }}
      theme={{
        algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorPrimary: isDark ? '#3f83d4' : '#164a94',
          fontFamily: 'var(--fonts)',
          fontSize: 16,
          // A thumb takes 44 pixels.
          controlHeight: 44,
          controlHeightLG: 48,
          // Ant Design's own are too pale to be read outdoors.
          colorTextPlaceholder: isDark ? '#a3adba' : '#6a7482',
          colorTextDescription: isDark ? '#a3adba' : '#55606e',
          borderRadius: 8,
          // A dialog that slides in is pressed beside by who is in a hurry.
          motion: !isStill,
        },
      }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
