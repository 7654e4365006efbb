/** A screen in a chunk of its own, fetched before it is needed so that showing it takes no time. */
import { type ComponentType, use } from 'react';

export interface LazyScreen<Props> {
  Screen: ComponentType<Props>;
  prefetch(): Promise<unknown>;
}

export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyScreen<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;

  const prefetch = () => {
    loading ??= load().then((component) => {
      loaded = component;
      return component;
    });
    return loading;
  };

  function Screen(props: Props) {
    const Loaded = loaded ?? use(prefetch());
    return <Loaded {...props} />;
  }

  return { Screen, prefetch };
}
