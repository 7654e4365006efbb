/** Where the tenant number stands on a rent notice: a drawing of the sheet, with the number framed. */
import './joining.css';
import { useTranslation } from 'react-i18next';

const LINES: readonly (readonly [x: number, y: number, width: number])[] = [
  [24, 30, 90],
  [24, 44, 70],
  [24, 58, 80],
  [24, 112, 160],
  [24, 130, 352],
  [24, 144, 352],
  [24, 158, 300],
];

export function NoticePicture() {
  const { t } = useTranslation();
  return (
    <svg className="notice-picture" viewBox="0 0 400 180" role="img" aria-label={t('joining.number.picture')}>
      <rect className="notice-picture__sheet" x="2" y="2" width="396" height="186" rx="4" strokeWidth="2" />
      {LINES.map(([x, y, width]) => (
        <rect
          key={`${x} ${y}`}
          className="notice-picture__line"
          x={x}
          y={y}
          width={width}
          height="7"
          rx="3"
        />
      ))}
      <text className="notice-picture__text" x="24" y="100" fontSize="20" lang="fr">
        {t('joining.number.pictureTitle')}
      </text>
      <rect className="notice-picture__frame" x="222" y="20" width="158" height="62" rx="6" strokeWidth="5" />
      <text className="notice-picture__text" x="233" y="46" fontSize="19" lang="fr">
        {t('joining.number.pictureNumber')}
      </text>
      <text className="notice-picture__text" x="233" y="73" fontSize="24">
        0123456
      </text>
    </svg>
  );
}
