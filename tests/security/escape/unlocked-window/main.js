// A window as Electron makes it when nobody locks anything: what the catalogue has to get out of.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1080, height: 1920, frame: false });
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
