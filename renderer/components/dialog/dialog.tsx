/** A question in front of the screen. The focus stays inside; Escape and a touch beside it close it. */
import '../panel/panel.css';
import './dialog.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { ScrollArea } from '../scroll-area/scroll-area.tsx';

export interface DialogProps {
  title: string;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** Stands as the second child of a `DialogTrigger`, after the button that opens it. */
export function Dialog({ title, children }: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="panel-shade dialog-shade" isDismissable>
      <Modal className="panel-place dialog-place">
        <AriaDialog className="panel dialog">
          {({ close }) => (
            <>
              <Heading slot="title" className="panel__title">
                {title}
              </Heading>
              <div className="dialog__body">
                <ScrollArea label={title}>
                  {typeof children === 'function' ? children(close) : children}
                </ScrollArea>
              </div>
              <Button icon={X} onPress={close}>
                {t('frame.close')}
              </Button>
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
