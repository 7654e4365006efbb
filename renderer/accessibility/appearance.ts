/** Carries what the person chose, and what this screen and this agency are, to the style sheets. */
import type { Access, Bootstrap } from '../../preload/contract.ts';

export function applyBootstrap(bootstrap: Bootstrap): void {
  const { style } = document.documentElement;
  style.setProperty('--mm', `${bootstrap.pixelsPerMillimetre}px`);
  style.setProperty('--brand-primary', bootstrap.brand.primary);
  style.setProperty('--brand-on-primary', bootstrap.brand.onPrimary);
}

export function applyAccess(access: Access): void {
  const root = document.documentElement;
  root.lang = access.locale;
  root.dir = 'ltr';
  root.dataset.textSize = access.textSize;
  root.dataset.contrast = access.contrast;
}
