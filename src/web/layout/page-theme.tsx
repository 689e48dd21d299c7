import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';

const locales = { zh: zhCN, en: enUS };
const dark = matchMedia('(prefers-color-scheme: dark)');

const subscribeDark = (listener: () => void) => {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
};

/** The controls' look and language; dark where the device is, for who reads at night. */
export function PageTheme({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const isDark = useSyncExternalStore(subscribeDark, () => dark.matches);
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
        },
      }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
