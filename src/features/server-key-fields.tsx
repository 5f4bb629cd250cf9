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
  const [isKept, setIsKept] = useState(() => servers.keys.isKept(address));
  const [has, setHas] = useState(() => servers.keys.of(address) !== null);
  return (
    <>
      <TextField
        label="Key, where the server asks for one"
        {...{ value: key, rows: 1, isSecret: true }}
        placeholder={has ? 'one is known' : ''}
        hint="It is sent to this server alone and stands in no run, file or link."
        onChange={(typed) => {
          setKey(typed);
          servers.keys.set(address, typed, isKept);
          setHas(typed !== '');
        }}
      />
      <CheckboxField
        label="Keep the key in this browser, for whoever uses it next"
        checked={isKept}
        onChange={(keep) => {
          setIsKept(keep);
          servers.keys.set(address, key === '' ? (servers.keys.of(address) ?? '') : key, keep);
        }}
      />
    </>
  );
}
