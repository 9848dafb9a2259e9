// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A named pipe that stands in for a character device under {@code /dev}. It is open at this end all
 * the time, so that a reader waits for bytes and never sees an end before this is closed.
 */
public final class NamedPipe implements AutoCloseable {

  /** Up to so many bytes Linux takes all of a write or none. */
  public static final int MOST_BYTES = 4096;

  private static final int READABLE_BY_ALL = 0644;

  private final Path path;
  private int fd;

  private NamedPipe(Path path, int fd) {
    this.path = path;
    this.fd = fd;
  }

  /**
   * Makes the pipe at that path, where nothing may be.
   *
   * @throws IOException naming the path
   */
  public static NamedPipe make(Path path) throws IOException {
    if (LibC.C.mkfifo(path.toString(), READABLE_BY_ALL) != 0) {
      throw new IOException(
          "no named pipe can be made at %s (errno %d); is the path free and its folder writable?"
              .formatted(path, Native.getLastError()));
    }
    int fd = LibC.C.open(path.toString(), LibC.O_RDWR | LibC.O_NONBLOCK);
    if (fd < 0) {
      throw new IOException(
          "named pipe %s cannot be opened (errno %d)".formatted(path, Native.getLastError()));
    }
    return new NamedPipe(path, fd);
  }

  public Path path() {
    return path;
  }

  /**
   * Writes all of it or, when readers are too far behind, nothing.
   *
   * @param bytes at most {@link #MOST_BYTES}
   * @return whether it was taken
   */
  public synchronized boolean write(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          bytes.length + " bytes are more than the " + MOST_BYTES + " of one write");
    }
    return fd >= 0
        && LibC.C.write(fd, bytes, new NativeLong(bytes.length)).longValue() == bytes.length;
  }

  /** Throws away what nobody has read. */
  public synchronized void drain() {
    byte[] buffer = new byte[MOST_BYTES];
    while (fd >= 0 && LibC.C.read(fd, buffer, new NativeLong(buffer.length)).longValue() > 0) {}
  }

  /** Readers see the end; the path is gone. */
  @Override
  public synchronized void close() throws IOException {
    if (fd >= 0) {
      LibC.C.close(fd);
      fd = -1;
      Files.deleteIfExists(path);
    }
  }
}
