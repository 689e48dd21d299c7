import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import '@fontsource-variable/noto-sans-sc';
import './style/base.css';
import './style/dues.css';
import './style/layout.css';
import './style/form.css';
import './style/incident.css';

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no element with the id `page`');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
