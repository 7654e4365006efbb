import type { AxiosRequestConfig } from 'axios';
export interface SendOptions {
  idempotencyKey?: string;
}
export function send<T>(_config: AxiosRequestConfig, _options?: SendOptions): Promise<T> {
  throw new Error();
}
