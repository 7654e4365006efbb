import { useEffect, useState } from 'react';

/**
 * Whether a camera is plugged in. Chromium tells that much without a permission, and no more.
 *
 * To look, Chromium starts a process for sound, too, which stays: 20 MB. So nobody looks before it has to be known.
 */
export function useHasCamera(isWanted: boolean): boolean {
  const [hasCamera, setHasCamera] = useState(false);

  useEffect(() => {
    if (!isWanted) return;
    const { mediaDevices } = navigator;
    let isThere = true;
    const look = async () => {
      const devices = await mediaDevices.enumerateDevices();
      if (isThere) setHasCamera(devices.some(({ kind }) => kind === 'videoinput'));
    };
    const lookAgain = () => void look();
    mediaDevices.addEventListener('devicechange', lookAgain);
    lookAgain();
    return () => {
      isThere = false;
      mediaDevices.removeEventListener('devicechange', lookAgain);
    };
  }, [isWanted]);

  return isWanted && hasCamera;
}
