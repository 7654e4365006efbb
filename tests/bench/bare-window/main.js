// The least that Electron can show: what the kiosk is measured against.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1080, height: 1920, useContentSize: true, frame: false });
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
