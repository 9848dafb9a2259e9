// SPDX-License-Identifier: Apache-2.0
//
// Loaded before the C library (LD_PRELOAD): counts syncs and makes each take longer, as a memory card
// does. WAYSIDE_DISK_DELAY_US is added to each fsync and fdatasync, after the real one;
// with WAYSIDE_DISK_ONE_AT_A_TIME set, those of all threads one after the other, as a card carries out its commands.
// WAYSIDE_DISK_COUNT names a file whose first eight bytes count them (native byte order).
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static uint64_t unseen;
static uint64_t *count = &unseen;
static long delay_us;
static int one_at_a_time;
static pthread_mutex_t card = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
  const char *delay = getenv("WAYSIDE_DISK_DELAY_US");
  const char *file = getenv("WAYSIDE_DISK_COUNT");
  delay_us = delay ? atol(delay) : 0;
  one_at_a_time = getenv("WAYSIDE_DISK_ONE_AT_A_TIME") != NULL;
  int fd = file ? open(file, O_RDWR | O_CREAT, 0600) : -1;
  if (fd >= 0 && ftruncate(fd, sizeof *count) == 0) {
    void *shared = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared != MAP_FAILED) count = shared;
  }
  if (fd >= 0) close(fd);
}

static int synced(int result) {
  __atomic_add_fetch(count, 1, __ATOMIC_RELAXED);
  if (delay_us > 0) {
    struct timespec pause = {delay_us / 1000000, delay_us % 1000000 * 1000};
    if (one_at_a_time) pthread_mutex_lock(&card);
    while (nanosleep(&pause, &pause) != 0) {
    }
    if (one_at_a_time) pthread_mutex_unlock(&card);
  }
  return result;
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  return synced(real(fd));
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  return synced(real(fd));
}
