/** Where the page of the desk begins. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk.tsx';
import { words } from './words.ts';

const place = document.getElementById('desk');
if (!place) throw new Error('the page has no place for the desk');
document.documentElement.lang = words.locale;
document.title = words.title;
createRoot(place).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
);
