import { TranslationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { testIds } from '../test-ids.ts';
import { useLanguage } from './use-language.ts';

/** Each language is named in itself, so that who cannot read the present one finds it. */
export function LanguageSwitch({ ghost = false }: { readonly ghost?: boolean }) {
  const { language, choose } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      ghost={ghost}
      icon={<TranslationOutlined aria-hidden />}
      onClick={() => choose(other)}
      className="language-switch"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      data-testid={testIds.languageSwitch}
    >
      {other === 'zh' ? '中文' : 'English'}
    </Button>
  );
}
