/** The browser on a desk: one window with the page that it is told, and nothing of the kiosk. */
import { app, BrowserWindow } from 'electron';

const { DESK_URL = '', DESK_DATA_FOLDER = '' } = process.env;

app.setPath('userData', DESK_DATA_FOLDER);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 900, webPreferences: { sandbox: true } });
  void window.loadURL(DESK_URL);
});
app.on('window-all-closed', () => app.quit());
