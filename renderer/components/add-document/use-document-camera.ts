import { useEffect, useRef, useState } from 'react';
import { sheetIn } from './sheet-in-picture.ts';

export type DocumentCameraState = 'starting' | 'running' | 'failed';

/** As fine as the camera can: small print is to be read. */
const WANTED_PICTURE = { width: { ideal: 3_840 }, height: { ideal: 2_160 } };
/** Main draws it anew anyway. */
const JPEG_QUALITY = 0.92;

/** Shows the camera in `video` until the calling component goes. `capture` hands over what is seen, as a JPEG. */
export function useDocumentCamera(onPicture: (picture: Uint8Array<ArrayBuffer>) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<DocumentCameraState>('starting');

  useEffect(() => {
    const leaving = new AbortController();
    show(leaving.signal, video.current, setState).catch(() => {
      // Unplugged, in use by something else, refused: for the person it is all the same.
      if (!leaving.signal.aborted) setState('failed');
    });
    return () => leaving.abort();
  }, []);

  const capture = () => {
    if (!video.current) return;
    pictureOf(video.current).then(onPicture, () => setState('failed'));
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
  for (const track of stream.getTracks()) track.addEventListener('ended', () => tell('failed'));
  video.srcObject = stream;
  await video.play();
  tell('running');
}

async function pictureOf(video: HTMLVideoElement): Promise<Uint8Array<ArrayBuffer>> {
  const { left, top, width, height } = sheetIn({ width: video.videoWidth, height: video.videoHeight });
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(video, left, top, width, height, 0, 0, width, height);
  const picture = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  // The picture in it is gone with its size.
  canvas.width = 0;
  return new Uint8Array(await picture.arrayBuffer());
}
