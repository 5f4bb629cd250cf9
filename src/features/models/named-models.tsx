import { useState } from 'react';
import { webAddress } from '../../core/index.ts';
import { chooseNamed, type ChosenModel } from '../../runs/index.ts';
import { AddressField, Button, Disclosure, FileField, fileNameOf } from '../../ui/index.ts';
import styles from './models.module.css';

export interface NamedModelsProps {
  readonly onChoose: (choice: ChosenModel) => void;
}

/** A model that is not in the list: a GGUF file from disk or by address, or a WebLLM pair of addresses. */
export function NamedModels({ onChoose }: NamedModelsProps) {
  return (
    <div>
      <Disclosure title="A GGUF file from disk" summary="runs on the processor">
        <GgufFile onChoose={onChoose} />
      </Disclosure>
      <Disclosure title="A GGUF file by address" summary="runs on the processor">
        <GgufAddress onChoose={onChoose} />
      </Disclosure>
      <Disclosure title="A WebLLM model by address" summary="runs on WebGPU">
        <WebllmAddress onChoose={onChoose} />
      </Disclosure>
    </div>
  );
}

function GgufFile({ onChoose }: NamedModelsProps) {
  return (
    <FileField
      label="GGUF file, or all files of a split one"
      accept=".gguf"
      onChange={(files) => {
        const [first] = files;
        if (first !== undefined) onChoose(chooseNamed({ kind: 'gguf-file', files }, first.name));
      }}
    >
      The file stays on this machine.
    </FileField>
  );
}

function GgufAddress({ onChoose }: NamedModelsProps) {
  const [address, setAddress] = useState('');
  const url = webAddress(address);
  return (
    <div className={styles.named}>
      <AddressField
        label="Address of the GGUF file"
        value={address}
        url={url}
        onChange={setAddress}
      />
      <Button
        disabled={url === null}
        onClick={() => {
          if (url !== null) onChoose(chooseNamed({ kind: 'gguf-address', url }, fileNameOf(url)));
        }}
      >
        Use this file
      </Button>
    </div>
  );
}

function WebllmAddress({ onChoose }: NamedModelsProps) {
  const [weights, setWeights] = useState('');
  const [library, setLibrary] = useState('');
  const weightsUrl = webAddress(weights);
  const libraryUrl = webAddress(library);
  return (
    <div className={styles.named}>
      <AddressField
        label="Address of the weights’ folder"
        value={weights}
        url={weightsUrl}
        onChange={setWeights}
      />
      <AddressField
        label="Address of the compiled library (.wasm)"
        value={library}
        url={libraryUrl}
        onChange={setLibrary}
      />
      <Button
        disabled={weightsUrl === null || libraryUrl === null}
        onClick={() => {
          if (weightsUrl === null || libraryUrl === null) return;
          const source = { kind: 'webllm-address', weightsUrl, libraryUrl } as const;
          onChoose(chooseNamed(source, fileNameOf(weightsUrl)));
        }}
      >
        Use this pair
      </Button>
    </div>
  );
}
