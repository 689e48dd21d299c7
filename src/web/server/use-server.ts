import { useContext } from 'react';
import { ServerContext, type Server } from './server-context.ts';

export function useServer(): Server {
  const server = useContext(ServerContext);
  if (!server) throw new Error('no ServerContext above this component');
  return server;
}
