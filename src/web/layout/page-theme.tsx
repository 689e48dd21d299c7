import { App, ConfigProvider, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useLanguage } from '../language/use-language.ts';

const locales = { zh: zhCN, en: enUS };
const dark = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(width < 600px)');

const subscribeTo = (query: MediaQueryList) => (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};
const subscribeDark = subscribeTo(dark);
const subscribeNarrow = subscribeTo(narrow);

// On a phone the top of the list is the most urgent: what is announced must not cover it.
const besideThumb = { placement: 'bottom', bottom: 12, maxCount: 1 } as const;
const besideBell = { placement: 'topRight', top: 104, maxCount: 2 } as const;

/** The controls' look and language; dark where the device is, for who reads at night. */
export function PageTheme({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const isDark = useSyncExternalStore(subscribeDark, () => dark.matches);
  const isNarrow = useSyncExternalStore(subscribeNarrow, () => narrow.matches);
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
      <App component={false} notification={isNarrow ? besideThumb : besideBell}>
        {children}
      </App>
    </ConfigProvider>
  );
}
