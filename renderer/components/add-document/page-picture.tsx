/** A page as it will be sent. Its picture comes from main, and is in this canvas and nowhere else. */
import { FileX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/kiosk.ts';

export function PagePicture({ pageId, label }: { pageId: string; label: string }) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isUnreadable, setIsUnreadable] = useState(false);

  useEffect(() => {
    let isThere = true;
    const place = canvas.current;
    void ask('document.readPage', { pageId }).then(async (answer) => {
      if (!answer.ok) return setIsUnreadable(true);
      const { jpeg, width, height } = answer.value;
      const picture = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
      if (isThere && place) {
        place.width = width;
        place.height = height;
        place.getContext('2d')?.drawImage(picture, 0, 0);
      }
      picture.close();
    });
    return () => {
      isThere = false;
      // The picture in it is gone with its size.
      if (place) place.width = 0;
    };
  }, [pageId]);

  if (isUnreadable) {
    return (
      <p className="add-document__unreadable">
        <FileX aria-hidden />
        {t('documents.pageUnreadable')}
      </p>
    );
  }
  return <canvas ref={canvas} className="add-document__picture" role="img" aria-label={label} />;
}
