/* hold.exe FILE DONE: keeps FILE open as a PDF reader does, so that nobody can replace it, until
   the file DONE is there. For tests only. */
#include <windows.h>
#include <stdio.h>

int wmain(int count, wchar_t **words) {
    if (count != 3) return 2;
    HANDLE file = CreateFileW(words[1], GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    puts("open");
    fflush(stdout);
    while (GetFileAttributesW(words[2]) == INVALID_FILE_ATTRIBUTES) Sleep(20);
    CloseHandle(file);
    return 0;
}
