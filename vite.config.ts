import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  // `npx vite` beside a running `jiechu up`: the pages change as they are edited.
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:7800' } },
});
