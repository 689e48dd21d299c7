import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../language/use-language.ts';
import { useServer } from '../server/use-server.ts';
import { testIds } from '../test-ids.ts';
import { NoticeList } from './notice-list.tsx';
import { useFreshNotices } from './use-fresh-notices.ts';

/** The notices to me, and the number that are new to me. */
export function NoticesBell() {
  const { words } = useLanguage();
  const { news } = useServer();
  const { notices, fresh, look } = useFreshNotices();
  const [open, setOpen] = useState(false);
  const openList = () => {
    news.set(undefined);
    setOpen(true);
  };
  const close = () => {
    void look();
    setOpen(false);
  };
  return (
    <>
      <Badge count={fresh} overflowCount={9} size="small" offset={[-4, 6]}>
        <Button
          ghost
          icon={<BellOutlined aria-hidden />}
          aria-label={`${words.notices} ${fresh}`}
          title={words.notices}
          onClick={openList}
          data-testid={testIds.noticesBell}
          data-count={fresh}
        />
      </Badge>
      <Drawer open={open} onClose={close} title={words.notices} placement="right">
        <NoticeList notices={notices} follow={close} />
      </Drawer>
    </>
  );
}
