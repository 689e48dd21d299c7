import {
  AlertOutlined,
  FieldTimeOutlined,
  HeartOutlined,
  LogoutOutlined,
  PhoneOutlined,
  ProfileOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { LanguageSwitch } from '../language/language-switch.tsx';
import { useLanguage } from '../language/use-language.ts';
import { NoticesBell } from '../notices/notices-bell.tsx';
import { PlaceLink } from '../routing/place-link.tsx';
import type { Place } from '../routing/place.ts';
import { useMe } from '../session/use-me.ts';
import { useSignOut } from '../session/use-sign-out.tsx';
import { testIds } from '../test-ids.ts';

export function PageHeader({ place }: { readonly place: Place }) {
  const { words, read } = useLanguage();
  const me = useMe();
  const signOut = useSignOut();
  const inIncidents = place.page === 'incidents' || place.page === 'incident';
  return (
    <header className="page-header">
      <div className="page-header-inner">
        <span className="who" data-testid={testIds.who}>
          <strong>{read(me.name)}</strong>
          <small>{read(me.unit.title)}</small>
        </span>
        <nav className="main-nav" aria-label={words.appName}>
          <PlaceLink
            to={{ page: 'prompts' }}
            current={place.page === 'prompts'}
            testId={testIds.goPrompts}
          >
            <ProfileOutlined aria-hidden /> {words.goPrompts}
          </PlaceLink>
          <PlaceLink
            to={{ page: 'report' }}
            current={place.page === 'report'}
            testId={testIds.goReport}
          >
            <PhoneOutlined aria-hidden /> {words.goReport}
          </PlaceLink>
          {me.readsDues && (
            <PlaceLink
              to={{ page: 'dues' }}
              current={place.page === 'dues'}
              testId={testIds.goDues}
            >
              <FieldTimeOutlined aria-hidden /> {words.goDues}
            </PlaceLink>
          )}
          <PlaceLink to={{ page: 'incidents' }} current={inIncidents} testId={testIds.goIncidents}>
            <AlertOutlined aria-hidden /> {words.goIncidents}
          </PlaceLink>
          {me.readsEngine && (
            <PlaceLink
              to={{ page: 'engine' }}
              current={place.page === 'engine'}
              testId={testIds.goEngine}
            >
              <HeartOutlined aria-hidden /> {words.goEngine}
            </PlaceLink>
          )}
        </nav>
        <span className="header-tools">
          <NoticesBell />
          <LanguageSwitch ghost />
          <Button
            ghost
            icon={<LogoutOutlined aria-hidden />}
            aria-label={words.signOut}
            title={words.signOut}
            onClick={signOut}
            data-testid={testIds.signOut}
          />
        </span>
      </div>
    </header>
  );
}
