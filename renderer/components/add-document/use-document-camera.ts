import { useEffect, useRef, useState } from 'react';
import { pictureFrom } from './picture.ts';

export type DocumentCameraState =
  | { name: 'starting' | 'failed' }
  /** Pixels of the camera's picture. */
  | { name: 'running'; width: number; height: number };

/** As fine as the camera can: small print is to be read. */
const WANTED_PICTURE = { width: { ideal: 3_840 }, height: { ideal: 2_160 } };

/** Shows the camera in `video` until the calling component goes. `capture` hands over what is seen. */
export function useDocumentCamera(onPicture: (picture: OffscreenCanvas) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<DocumentCameraState>({ name: 'starting' });

  useEffect(() => {
    const leaving = new AbortController();
    show(leaving.signal, video.current, setState).catch(() => {
      // Unplugged, in use by something else, refused: for the person it is all the same.
      if (!leaving.signal.aborted) setState({ name: 'failed' });
    });
    return () => leaving.abort();
  }, []);

  const capture = () => {
    // Without a frame there is nothing to be seen, nor to be cut out of.
    if (video.current && video.current.videoWidth > 0) onPicture(pictureFrom(video.current));
  };

  return { video, state, capture };
}

async function show(
  leaving: AbortSignal,
  video: HTMLVideoElement | null,
  tell: (state: DocumentCameraState) => void,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: WANTED_PICTURE, audio: false });
  const switchOff = () => {
    for (const track of stream.getTracks()) track.stop();
    if (video) video.srcObject = null;
  };
  if (leaving.aborted || !video) return switchOff();
  leaving.addEventListener('abort', switchOff);
  for (const track of stream.getTracks()) track.addEventListener('ended', () => tell({ name: 'failed' }));
  video.srcObject = stream;
  await video.play();
  tell({ name: 'running', width: video.videoWidth, height: video.videoHeight });
}
