import { randomUUID } from 'node:crypto';

/** What is being sent piece by piece. */
export interface Upload {
  readonly id: string;
  /** The tenant, or the kiosk for what is handed in without signing in. */
  readonly ownerId: string;
  readonly lengthBytes: number;
  readonly sha256: string;
  /** As much of it as has come. */
  readonly content: Buffer;
}

export interface Uploads {
  create(upload: Pick<Upload, 'ownerId' | 'lengthBytes' | 'sha256'>): Upload;
  /** Null alike when there is none and when it is somebody else's. */
  find(id: string | undefined, ownerId: string): Upload | null;
  append(upload: Upload, piece: Buffer): Upload;
}

export function createUploads(): Uploads {
  const uploads = new Map<string, Upload>();
  const keep = (upload: Upload) => {
    uploads.set(upload.id, upload);
    return upload;
  };
  return {
    create: (upload) => keep({ ...upload, id: `upload-${randomUUID()}`, content: Buffer.alloc(0) }),
    find(id, ownerId) {
      const upload = uploads.get(id ?? '');
      return upload?.ownerId === ownerId ? upload : null;
    },
    append: (upload, piece) => keep({ ...upload, content: Buffer.concat([upload.content, piece]) }),
  };
}

/** As the contract tells it. */
export function told({ id, lengthBytes, content }: Upload) {
  return { id, lengthBytes, offsetBytes: content.byteLength };
}
