// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of the file system. Who may write holds a lock on it. */
public final class DiskFolder implements Folder {

  private static final String LOCK = "lock";

  private final Path folder;
  private final Optional<FileChannel> lock;

  private DiskFolder(Path folder, Optional<FileChannel> lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** To change it; made when it is not there. Refused while another process may. */
  public static DiskFolder own(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean owned = false;
    try {
      FileLock held = channel.tryLock();
      owned = held != null;
    } catch (OverlappingFileLockException ownProcess) {
      throw inUse(folder);
    } finally {
      if (!owned) {
        channel.close();
      }
    }
    if (!owned) {
      throw inUse(folder);
    }
    return new DiskFolder(folder, Optional.of(channel));
  }

  private static IOException inUse(Path folder) {
    return new IOException(
        folder
            + ": the lists there are in use by another process, perhaps the gateway; let it apply"
            + " the list, or stop it");
  }

  /** Only to read it, whoever else may change it. */
  public static DiskFolder look(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is not a folder; give the one that lists are kept in");
    }
    return new DiskFolder(folder, Optional.empty());
  }

  @Override
  public List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Override
  public Fresh create(String name) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(name),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new Fresh() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
        while (left.hasRemaining()) {
          channel.write(left);
        }
      }

      @Override
      public void sync() throws IOException {
        channel.force(true);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public void sync() throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  @Override
  public ByteBuffer map(String name) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IOException(place(name) + " is larger than 2 GiB and was not written by this");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }

  @Override
  public String place(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public void close() throws IOException {
    if (lock.isPresent()) {
      lock.get().close();
    }
  }
}
