import { useHashLocation } from 'wouter/use-hash-location';
import { pathOf } from './address-bar.ts';

/** The router's location: the path alone, since what stands after its "?" is the screen's and leads nowhere. */
export function usePathInAddress(): ReturnType<typeof useHashLocation> {
  const [location, navigate] = useHashLocation();
  return [pathOf(location), navigate];
}

/** How a link to a path of the page is written. */
export function hrefOfPath(path: string): string {
  return `#${path}`;
}
