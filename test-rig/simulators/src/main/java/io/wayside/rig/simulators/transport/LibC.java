// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * The calls of the C library (Linux) that make and use pseudo-terminals and named pipes; numbers as
 * on Linux.
 */
interface LibC extends Library {

  LibC C = Native.load("c", LibC.class);

  int O_RDWR = 2;
  int O_NOCTTY = 0x100;
  int O_NONBLOCK = 0x800;
  int EINTR = 4;
  int EAGAIN = 11;
  int EIO = 5;
  int TCSANOW = 0;
  int TCIFLUSH = 0;
  short POLLHUP = 0x10;

  int mkfifo(String path, int mode);

  int posix_openpt(int flags);

  int grantpt(int fd);

  int unlockpt(int fd);

  int ptsname_r(int fd, byte[] name, NativeLong nameBytes);

  int open(String path, int flags);

  int close(int fd);

  NativeLong read(int fd, byte[] buffer, NativeLong bytes);

  NativeLong write(int fd, byte[] buffer, NativeLong bytes);

  int tcgetattr(int fd, Pointer termios);

  int tcsetattr(int fd, int when, Pointer termios);

  void cfmakeraw(Pointer termios);

  int tcflush(int fd, int queue);

  int poll(Pointer pollfds, NativeLong count, int timeoutMs);
}
