/* What wine 8 of Debian 12 lacks and every Rust program asks for: random bytes. For tests only:
   it is laid beside the program under test, and is part of no package. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) {
    return RtlGenRandom(bytes, (ULONG)length);
}
