// SPDX-License-Identifier: Apache-2.0
//
// Loaded before the C library (LD_PRELOAD): writes down, in order, all that happens to the files below
// WAYSIDE_TRACE_FOLDER, into the file WAYSIDE_TRACE. Each entry is
//
//   kind (1 byte), inode (8), number (8), length (4), then so many bytes
//
// with numbers in native byte order. Kinds, and what number and bytes are:
//   C created      -            path
//   W written      offset       content
//   T truncated    new size     -
//   B sync begun   -            -            (its own entry number is what S refers to)
//   S sync done    entry of B   -            what was written before B is durable
//   D folder sync  entry of B   path
//   R renamed      -            from, zero byte, to
//   U unlinked     -            path
//   M folder made  -            path
//
// A change and its entry are made under one lock, so the order of entries is the order of changes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))real(#name))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int trace = -1;
static uint64_t entries;

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("WAYSIDE_TRACE");
  folder = getenv("WAYSIDE_TRACE_FOLDER");
  if (file && folder) {
    trace = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

static int is_ours(const char *path) {
  size_t n = folder ? strlen(folder) : 0;
  size_t m = strlen(path);
  return trace >= 0 && strncmp(path, folder, n) == 0 && (path[n] == '/' || path[n] == 0) &&
         !(m >= 4 && strcmp(path + m - 4, "-shm") == 0);
}

// Path of an open file that is ours, into a buffer of 4096; 0 when it is not ours.
static int ours(int fd, char *path, struct stat *about) {
  char link[64];
  if (trace < 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = syscall(SYS_readlinkat, AT_FDCWD, link, path, 4095);
  if (n <= 0) return 0;
  path[n] = 0;
  return is_ours(path) && fstat(fd, about) == 0;
}

// Call with the lock held; returns the entry's number.
static uint64_t entry(char kind, uint64_t inode, uint64_t number, const void *bytes, uint32_t length) {
  char head[21];
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
  head[0] = kind;
  memcpy(head + 1, &inode, 8);
  memcpy(head + 9, &number, 8);
  memcpy(head + 17, &length, 4);
  if (syscall(SYS_writev, trace, parts, 2) != (long)(sizeof head + length)) abort();
  return entries++;
}

static int opened(const char *path, int flags, mode_t mode, const char *name) {
  int (*open_real)(const char *, int, ...) = real(name);
  if (!(flags & (O_CREAT | O_TRUNC)) || !is_ours(path)) return open_real(path, flags, mode);
  struct stat before, after;
  pthread_mutex_lock(&lock);
  int existed = lstat(path, &before) == 0;
  int fd = open_real(path, flags, mode);
  int kept = errno;
  if (fd >= 0 && fstat(fd, &after) == 0) {
    if (!existed) entry('C', after.st_ino, 0, path, strlen(path));
    else if ((flags & O_TRUNC) && before.st_size > 0) entry('T', after.st_ino, 0, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  errno = kept;
  return fd;
}

#define OPEN(name)                                            \
  int name(const char *path, int flags, ...) {                \
    va_list rest;                                             \
    va_start(rest, flags);                                    \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                             \
    return opened(path, flags, mode, #name);                  \
  }
OPEN(open)
OPEN(open64)

// The bytes went to [end - n, end) of the file when offset is negative, else to offset.
#define WRITTEN(call, offset)                                          \
  char path[4096];                                                     \
  struct stat about;                                                   \
  if (!ours(fd, path, &about)) return call;                            \
  pthread_mutex_lock(&lock);                                           \
  ssize_t n = call;                                                    \
  int kept = errno;                                                    \
  if (n > 0) {                                                         \
    off_t at = (offset) >= 0 ? (offset) : lseek(fd, 0, SEEK_CUR) - n;  \
    entry('W', about.st_ino, at, bytes, n);                            \
  }                                                                    \
  pthread_mutex_unlock(&lock);                                         \
  errno = kept;                                                        \
  return n;

ssize_t write(int fd, const void *bytes, size_t length) { WRITTEN(REAL(write)(fd, bytes, length), -1) }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at_offset) {
  WRITTEN(REAL(pwrite)(fd, bytes, length, at_offset), at_offset)
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at_offset) {
  WRITTEN(REAL(pwrite64)(fd, bytes, length, at_offset), at_offset)
}

#define CUT(name, type)                              \
  int name(int fd, type size) {                      \
    char path[4096];                                 \
    struct stat about;                               \
    if (!ours(fd, path, &about)) return REAL(name)(fd, size); \
    pthread_mutex_lock(&lock);                       \
    int result = REAL(name)(fd, size);               \
    int kept = errno;                                \
    if (result == 0) entry('T', about.st_ino, size, NULL, 0); \
    pthread_mutex_unlock(&lock);                     \
    errno = kept;                                    \
    return result;                                   \
  }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define SYNC(name)                                                        \
  int name(int fd) {                                                      \
    char path[4096];                                                      \
    struct stat about;                                                    \
    if (!ours(fd, path, &about)) return REAL(name)(fd);                   \
    pthread_mutex_lock(&lock);                                            \
    uint64_t begun = entry('B', about.st_ino, 0, NULL, 0);                \
    pthread_mutex_unlock(&lock);                                          \
    int result = REAL(name)(fd);                                          \
    int kept = errno;                                                     \
    pthread_mutex_lock(&lock);                                            \
    if (result == 0 && S_ISDIR(about.st_mode)) entry('D', about.st_ino, begun, path, strlen(path)); \
    else if (result == 0) entry('S', about.st_ino, begun, NULL, 0);       \
    pthread_mutex_unlock(&lock);                                          \
    errno = kept;                                                         \
    return result;                                                        \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  if (!is_ours(from)) return REAL(rename)(from, to);
  char both[8192];
  int n = snprintf(both, sizeof both, "%s%c%s", from, 0, to);
  pthread_mutex_lock(&lock);
  int result = REAL(rename)(from, to);
  int kept = errno;
  if (result == 0) entry('R', 0, 0, both, n);
  pthread_mutex_unlock(&lock);
  errno = kept;
  return result;
}

#define BY_PATH(name, kind, parameters, arguments)        \
  int name parameters {                                   \
    if (!is_ours(path)) return REAL(name) arguments;      \
    pthread_mutex_lock(&lock);                            \
    int result = REAL(name) arguments;                    \
    int kept = errno;                                     \
    if (result == 0) entry(kind, 0, 0, path, strlen(path)); \
    pthread_mutex_unlock(&lock);                          \
    errno = kept;                                         \
    return result;                                        \
  }
BY_PATH(unlink, 'U', (const char *path), (path))
BY_PATH(mkdir, 'M', (const char *path, mode_t mode), (path, mode))
