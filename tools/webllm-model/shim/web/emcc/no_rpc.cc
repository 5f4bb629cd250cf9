// RPC is left out; this is the one symbol of it that tvmjs_support.cc needs. The throw's line number is in the library.
#include <tvm/ffi/extra/module.h>
namespace tvm::runtime {
class RPCSession;
ffi::Module CreateRPCSessionModule(std::shared_ptr<RPCSession>) {
  TVM_FFI_THROW(RuntimeError) << "RPC is not built in";
  return ffi::Module(nullptr);
}
}  // namespace tvm::runtime
