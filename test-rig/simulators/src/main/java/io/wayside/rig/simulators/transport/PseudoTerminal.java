// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.util.Arrays;

/** One pair of master and slave, from opening to closing; the master never blocks. */
final class PseudoTerminal {

  /** Larger than struct termios on any Linux (60 bytes on most). */
  private static final int TERMIOS_BYTES = 256;

  private static final int NAME_BYTES = 128;

  private final int masterFd;
  private final String slavePath;
  private boolean open = true;
  private boolean flushedSinceHangUp = true;

  private PseudoTerminal(int masterFd, String slavePath) {
    this.masterFd = masterFd;
    this.slavePath = slavePath;
  }

  static PseudoTerminal open() throws IOException {
    int fd =
        check("posix_openpt", LibC.C.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK));
    try {
      check("grantpt", LibC.C.grantpt(fd));
      check("unlockpt", LibC.C.unlockpt(fd));
      byte[] name = new byte[NAME_BYTES];
      check("ptsname_r", -LibC.C.ptsname_r(fd, name, new NativeLong(name.length)));
      makeRaw(fd);
      PseudoTerminal pair = new PseudoTerminal(fd, Native.toString(name));
      pair.touchSlave();
      return pair;
    } catch (IOException e) {
      LibC.C.close(fd);
      throw e;
    }
  }

  /** No echo, no line editing, no CR/LF mapping: every byte passes unchanged. */
  private static void makeRaw(int fd) throws IOException {
    try (Memory termios = new Memory(TERMIOS_BYTES)) {
      check("tcgetattr", LibC.C.tcgetattr(fd, termios));
      LibC.C.cfmakeraw(termios);
      check("tcsetattr", LibC.C.tcsetattr(fd, LibC.TCSANOW, termios));
    }
  }

  /**
   * Opens, flushes and closes the slave. Linux reports a hang-up on the master only after the slave
   * has been open once, and a pseudo-terminal, unlike a UART, keeps unread bytes for the next
   * reader.
   */
  private void touchSlave() throws IOException {
    int fd = check("open " + slavePath, LibC.C.open(slavePath, LibC.O_RDWR | LibC.O_NOCTTY));
    LibC.C.tcflush(fd, LibC.TCIFLUSH);
    LibC.C.close(fd);
  }

  String slavePath() {
    return slavePath;
  }

  /** Whether anybody has the slave open. */
  boolean attached() throws IOException {
    if (!open) {
      return false;
    }
    boolean hungUp = (pollMaster() & LibC.POLLHUP) != 0;
    if (hungUp && !flushedSinceHangUp) {
      touchSlave();
    }
    flushedSinceHangUp = hungUp;
    return !hungUp;
  }

  /** struct pollfd: int fd, short events, short revents. */
  private int pollMaster() {
    try (Memory pollfd = new Memory(8)) {
      pollfd.setInt(0, masterFd);
      pollfd.setInt(4, 0);
      LibC.C.poll(pollfd, new NativeLong(1), 0);
      return pollfd.getShort(6);
    }
  }

  /** Bytes taken; 0 when the kernel's buffer is full because nobody reads. */
  int write(byte[] bytes) throws IOException {
    return open ? count("write", LibC.C.write(masterFd, bytes, new NativeLong(bytes.length))) : 0;
  }

  byte[] read(int atMost) throws IOException {
    if (!open) {
      return ChannelEnd.NOTHING;
    }
    byte[] buffer = new byte[atMost];
    return Arrays.copyOf(
        buffer, count("read", LibC.C.read(masterFd, buffer, new NativeLong(atMost))));
  }

  /** Closes the master; whoever has the slave open sees the line hang up. */
  void close() {
    if (open) {
      open = false;
      LibC.C.close(masterFd);
    }
  }

  /** EIO on a master only says that no slave is open. */
  private static int count(String call, NativeLong result) throws IOException {
    if (result.longValue() >= 0) {
      return result.intValue();
    }
    int errno = Native.getLastError();
    if (errno == LibC.EAGAIN || errno == LibC.EIO || errno == LibC.EINTR) {
      return 0;
    }
    throw new IOException(call + " on a pseudo-terminal failed with errno " + errno);
  }

  private static int check(String call, int result) throws IOException {
    if (result < 0) {
      throw new IOException(
          call
              + " failed with errno "
              + Native.getLastError()
              + "; is /dev/pts mounted and below its limit of terminals?");
    }
    return result;
  }
}
