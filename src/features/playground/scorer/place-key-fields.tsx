import { useCallback, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { type Late, messageOf, type ModelServers, plainWebAddress } from '../../../core/index.ts';
import { Button, Problem } from '../../../ui/index.ts';
import { ModelServersContext } from '../../model-servers-context.ts';
import { ServerKeyFields } from '../../server-key-fields.tsx';

export interface PlaceKeyFieldsProps {
  /** An address as it was typed; nothing is asked of one that is none. */
  readonly typed: string;
}

/** The key of a server that texts are sent to, once its address is one. */
export function PlaceKeyFields({ typed }: PlaceKeyFieldsProps) {
  const servers = useContext(ModelServersContext);
  const url = plainWebAddress(typed);
  return servers === null || url === null ? null : <KeyOfPlace {...{ servers, url }} />;
}

interface KeyOfPlaceProps {
  readonly servers: Late<ModelServers>;
  readonly url: string;
}

function KeyOfPlace({ servers, url }: KeyOfPlaceProps) {
  const known = useSyncExternalStore(servers.subscribe, servers.now);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(() => {
    servers.load().catch((error: unknown) => {
      setProblem(messageOf(error));
    });
  }, [servers]);
  useEffect(load, [load]);
  if (known !== null) return <ServerKeyFields key={url} servers={known} url={url} />;
  if (problem === null) return null;
  return (
    <>
      <Problem role="alert">{problem}</Problem>
      <Button look="small" onClick={load}>
        Try again
      </Button>
    </>
  );
}
