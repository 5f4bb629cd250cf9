/**
 * The address of a file in a repository of the model hub, as llama.cpp's wrapper spells it; the wrapper asks the hub
 * whether the repository is there. It is fetched only when this is called.
 *
 * @param repository for example "owner/model".
 * @throws Error with a sentence for people.
 */
export async function findHubAddress(repository: string, file: string): Promise<string> {
  const { getHFModelSource } = await import('@wllama/wllama');
  try {
    return (await getHFModelSource({ repo: repository, file })).url;
  } catch (error) {
    throw new Error(
      `The model hub did not answer for ${repository}. Check the network and try again, or download ${file} and choose it from disk.`,
      { cause: error },
    );
  }
}
