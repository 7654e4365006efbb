import { Component, type ReactNode } from 'react';
import { OutOfService } from '../screens/out-of-service/out-of-service.tsx';
import { tell } from './kiosk.ts';

/** A screen that fails takes nobody's data with it: the session ends, and main says what comes next. */
export class CrashBarrier extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch() {
    void tell('session.end', undefined);
  }

  override render() {
    return this.state.crashed ? <OutOfService code="SCREEN_CRASHED" faults={[]} /> : this.props.children;
  }
}
