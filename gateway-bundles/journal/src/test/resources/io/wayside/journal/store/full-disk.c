// SPDX-License-Identifier: Apache-2.0
//
// Loaded before the C library (LD_PRELOAD): a file system that is full. Files below
// WAYSIDE_DISK_FOLDER may grow by WAYSIDE_DISK_ROOM bytes together, and by the length of the file
// WAYSIDE_DISK_MORE; what is cut off or removed may be used again. Beyond that growing fails with
// ENOSPC, as statvfs foretells. Writing over what a file already has always works.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static const char *folder;
static const char *more;
static long grown;
static long room;

__attribute__((constructor)) static void begin(void) {
  folder = getenv("WAYSIDE_DISK_FOLDER");
  more = getenv("WAYSIDE_DISK_MORE");
  const char *bytes = getenv("WAYSIDE_DISK_ROOM");
  room = bytes ? atol(bytes) : 0;
}

static long left(void) {
  struct stat file;
  long extra = more && stat(more, &file) == 0 ? file.st_size : 0;
  long free = room + extra - __atomic_load_n(&grown, __ATOMIC_SEQ_CST);
  return free > 0 ? free : 0;
}

static int ours(int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0 || !folder) return 0;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0;
}

// How many of these bytes there is room for; -1 and ENOSPC when not for one.
static ssize_t claim(int fd, size_t bytes, off_t at) {
  struct stat file;
  if (!ours(fd) || fstat(fd, &file) != 0 || !S_ISREG(file.st_mode)) return bytes;
  long over = at + (long)bytes - file.st_size;
  if (over <= 0) return bytes;
  long free = left();
  if (over > free) {
    if ((long)bytes - (over - free) <= 0) {
      errno = ENOSPC;
      return -1;
    }
    bytes -= over - free;
    over = free;
  }
  __atomic_add_fetch(&grown, over, __ATOMIC_SEQ_CST);
  return bytes;
}

ssize_t pwrite(int fd, const void *from, size_t bytes, off_t at) {
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite");
  ssize_t may = claim(fd, bytes, at);
  return may < 0 ? may : real(fd, from, may, at);
}

ssize_t pwrite64(int fd, const void *from, size_t bytes, off64_t at) {
  return pwrite(fd, from, bytes, at);
}

ssize_t write(int fd, const void *from, size_t bytes) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  off_t at = lseek(fd, 0, SEEK_CUR);
  ssize_t may = at < 0 ? (ssize_t)bytes : claim(fd, bytes, at);
  return may < 0 ? may : real(fd, from, may);
}

static void give(long bytes) { __atomic_sub_fetch(&grown, bytes, __ATOMIC_SEQ_CST); }

int ftruncate(int fd, off_t length) {
  static int (*real)(int, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "ftruncate");
  struct stat file;
  if (ours(fd) && fstat(fd, &file) == 0) {
    if (length < file.st_size) give(file.st_size - length);
    else if (claim(fd, length - file.st_size, file.st_size) < length - file.st_size) return -1;
  }
  return real(fd, length);
}

int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

int posix_fallocate(int fd, off_t at, off_t bytes) {
  static int (*real)(int, off_t, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "posix_fallocate");
  return claim(fd, bytes, at) < bytes ? ENOSPC : real(fd, at, bytes);
}

int posix_fallocate64(int fd, off64_t at, off64_t bytes) { return posix_fallocate(fd, at, bytes); }

int unlink(const char *path) {
  static int (*real)(const char *);
  if (!real) real = dlsym(RTLD_NEXT, "unlink");
  struct stat file;
  long had = folder && strncmp(path, folder, strlen(folder)) == 0 && stat(path, &file) == 0
                 ? file.st_size : 0;
  int result = real(path);
  if (result == 0) give(had);
  return result;
}

int statvfs(const char *path, struct statvfs *into) {
  static int (*real)(const char *, struct statvfs *);
  if (!real) real = dlsym(RTLD_NEXT, "statvfs");
  int result = real(path, into);
  if (result == 0 && folder && strncmp(path, folder, strlen(folder)) == 0) {
    into->f_bfree = into->f_bavail = left() / into->f_frsize;
  }
  return result;
}

int statvfs64(const char *path, struct statvfs64 *into) {
  static int (*real)(const char *, struct statvfs64 *);
  if (!real) real = dlsym(RTLD_NEXT, "statvfs64");
  int result = real(path, into);
  if (result == 0 && folder && strncmp(path, folder, strlen(folder)) == 0) {
    into->f_bfree = into->f_bavail = left() / into->f_frsize;
  }
  return result;
}
