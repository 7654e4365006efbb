/** The display as Electron sees it, for the technician. */
import { app, screen } from 'electron';
import type { DisplayLook } from '../health/checks/display.ts';

export function lookAtDisplay(): DisplayLook {
  const { size, scaleFactor } = screen.getPrimaryDisplay();
  return {
    widthPixels: Math.round(size.width * scaleFactor),
    heightPixels: Math.round(size.height * scaleFactor),
    displays: screen.getAllDisplays().length,
    isDrawnByHardware: app.getGPUFeatureStatus().gpu_compositing.startsWith('enabled'),
  };
}
