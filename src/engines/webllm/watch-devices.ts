/**
 * WebLLM doesn't tell that its device was lost: calls fail later in assorted ways, or never end. So every device that is
 * asked for in this worker is listened to here.
 *
 * @param onLost is given the browser's words.
 */
export function watchDevices(onLost: (words: string) => void): void {
  const { prototype } = GPUAdapter;
  const request = Reflect.get(prototype, 'requestDevice');
  prototype.requestDevice = async function (descriptor) {
    const device = await request.call(this, descriptor);
    void device.lost.then(({ reason, message }) => {
      onLost(message || reason);
    });
    return device;
  };
}
