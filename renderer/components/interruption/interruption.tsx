/** What the kiosk itself has to ask or say, in front of whatever is on the screen. A touch beside it is an answer too. */
import '../panel/panel.css';
import './interruption.css';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

export interface InterruptionProps {
  title: string;
  /** The touch beside it, and Escape. */
  onDismiss: () => void;
  children: ReactNode;
}

export function Interruption({ title, onDismiss, children }: InterruptionProps) {
  return (
    <ModalOverlay className="panel-shade panel-shade--first" isOpen isDismissable onOpenChange={onDismiss}>
      <Modal className="panel-place interruption-place">
        <Dialog className="panel interruption" role="alertdialog">
          <Heading slot="title" className="panel__title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A sentence with a time in it that runs out: heard once, with the time that it began with, and seen running. */
export function RunningOut({ heard, seen }: { heard: string; seen: string }) {
  return (
    <>
      <p className="only-heard">{heard}</p>
      <p className="interruption__text" aria-hidden>
        {seen}
      </p>
    </>
  );
}
