import { useEffect, useState } from 'react';

/** Whether a camera is plugged in. Chromium tells that much without a permission, and no more. */
export function useHasCamera(): boolean {
  const [hasCamera, setHasCamera] = useState(false);

  useEffect(() => {
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
  }, []);

  return hasCamera;
}
