import { Skeleton } from 'antd';
import type { Directory } from '../../contract/directory-contract.ts';
import { FailureAlert } from '../field/failure-alert.tsx';
import { useQuery } from '../server/use-query.ts';
import { ReportForm } from './report-form.tsx';

export function ReportPage() {
  const { data, failure } = useQuery<Directory>('/api/directory');
  if (!data) return failure ? <FailureAlert failure={failure} reading /> : <Skeleton active />;
  return <ReportForm directory={data} />;
}
