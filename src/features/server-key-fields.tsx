import { useState } from 'react';
import type { ModelServers } from '../core/index.ts';
import { CheckboxField, TextField } from '../ui/index.ts';

export interface ServerKeyFieldsProps {
  readonly servers: Pick<ModelServers, 'addressOf' | 'keys'>;
  /** The server's address; another one's fields have another React key. */
  readonly url: string;
}

/** A server's key is told here once, and nothing of it is shown again. */
export function ServerKeyFields({ servers, url }: ServerKeyFieldsProps) {
  const address = servers.addressOf(url);
  const [key, setKey] = useState('');
  // Asked for before there is a key, it is kept nowhere else.
  const [isWished, setIsWished] = useState(false);
  // Other fields may stand for the same server: its keys are asked each time.
  const isKept = (): boolean => isWished || servers.keys.isKept(address);
  const has = servers.keys.of(address) !== null;
  return (
    <>
      <TextField
        label="Key, where the server asks for one"
        {...{ value: key, rows: 1, isSecret: true }}
        placeholder={has ? 'one is known' : ''}
        hint="It is sent to this server alone and stands in no run, file or link."
        onChange={(typed) => {
          setKey(typed);
          servers.keys.set(address, typed, isKept());
        }}
      />
      <CheckboxField
        label="Keep the key in this browser, for whoever uses it next"
        checked={isKept()}
        onChange={(keep) => {
          setIsWished(keep);
          servers.keys.set(address, servers.keys.of(address) ?? key, keep);
        }}
      />
    </>
  );
}
