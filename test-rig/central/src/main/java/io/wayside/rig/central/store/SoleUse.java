// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second centre off the same store; the system lets go of it when the process ends. */
final class SoleUse implements AutoCloseable {

  private final FileChannel channel;

  private SoleUse(FileChannel channel) {
    this.channel = channel;
  }

  static SoleUse of(Path store) throws IOException {
    Path file = store.resolveSibling(store.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean ours = false;
    try {
      ours = channel.tryLock() != null;
    } catch (OverlappingFileLockException heldInThisProcess) {
      ours = false;
    } finally {
      if (!ours) {
        channel.close();
      }
    }
    if (!ours) {
      throw new IOException("another centre has it open; stop that one or name another file");
    }
    return new SoleUse(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
