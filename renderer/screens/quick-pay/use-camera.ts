import { useEffect, useRef, useState } from 'react';

export type CameraState = 'starting' | 'running' | 'failed';

/** Often enough to feel immediate, seldom enough to leave the machine its breath. */
const LOOK_EVERY_MS = 150;
/** A code held at arm's length is still made of several points a module. */
const PICTURE_SIDE = 640;
const WANTED_PICTURE = { width: { ideal: 1_280 }, height: { ideal: 720 } };

/**
 * Shows the camera in `video` and looks for a code in the middle of its picture, until the calling component goes.
 * Pictures live in one piece of memory, each over the one before, and are nowhere else.
 */
export function useCamera(onCode: (code: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>('starting');
  const tellCode = useRef(onCode);
  tellCode.current = onCode;

  useEffect(() => {
    const leaving = new AbortController();
    watch(leaving.signal, video.current, (code) => tellCode.current(code), setState).catch(() => {
      // Unplugged, in use by something else, refused: for the person it is all the same.
      if (!leaving.signal.aborted) setState('failed');
    });
    return () => leaving.abort();
  }, []);

  return { video, state };
}

async function watch(
  leaving: AbortSignal,
  video: HTMLVideoElement | null,
  onCode: (code: string) => void,
  tell: (state: CameraState) => void,
): Promise<void> {
  const [stream, { readPicture }] = await Promise.all([openCamera(leaving), import('./read-picture.ts')]);
  if (leaving.aborted || !video) return;
  for (const track of stream.getTracks()) track.addEventListener('ended', () => tell('failed'));
  video.srcObject = stream;
  leaving.addEventListener('abort', () => {
    video.srcObject = null;
  });
  await video.play();
  tell('running');

  const canvas = new OffscreenCanvas(PICTURE_SIDE, PICTURE_SIDE);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  let last: string | null = null;
  const looking = setInterval(() => {
    if (!drawing || video.videoWidth === 0) return;
    // Its middle, as large as it goes.
    const side = Math.min(video.videoWidth, video.videoHeight);
    const left = (video.videoWidth - side) / 2;
    const top = (video.videoHeight - side) / 2;
    drawing.drawImage(video, left, top, side, side, 0, 0, PICTURE_SIDE, PICTURE_SIDE);
    const code = readPicture(drawing.getImageData(0, 0, PICTURE_SIDE, PICTURE_SIDE));
    // What was refused is not asked for again and again while it is held there.
    if (code !== null && code !== last) onCode(code);
    last = code ?? last;
  }, LOOK_EVERY_MS);
  leaving.addEventListener('abort', () => {
    clearInterval(looking);
    // The picture in it is gone with its size.
    canvas.width = 0;
  });
}

/** However the wait for it ends: whoever has left has it switched off. */
async function openCamera(leaving: AbortSignal): Promise<MediaStream> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: WANTED_PICTURE, audio: false });
  const switchOff = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (leaving.aborted) switchOff();
  else leaving.addEventListener('abort', switchOff);
  return stream;
}
