// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.Blob;
import io.wayside.core.record.BlobRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Bulk content as files named by their SHA-256, {@code blobs/ab/cdef…}. A file is whole and on
 * stable storage, its name too, before a record that refers to it is committed.
 */
final class BlobStore {

  private final Path folder;

  BlobStore(Path folder) {
    this.folder = folder;
  }

  Path file(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
  }

  /** Writes what is not there yet; each folder is synced once for all its new files. */
  void write(List<BlobRef> refs, List<Blob> blobs) throws IOException {
    Set<Path> toSync = new TreeSet<>();
    for (int i = 0; i < refs.size(); i++) {
      Path file = file(refs.get(i).sha256());
      if (Files.exists(file) && Files.size(file) == refs.get(i).bytes()) {
        continue;
      }
      Path parent = folder.resolve(refs.get(i).sha256().substring(0, 2));
      if (!Files.isDirectory(parent)) {
        Files.createDirectories(parent);
        toSync.add(folder);
      }
      Path part = parent.resolve(file.getFileName() + ".part");
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(blobs.get(i).content());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      } catch (IOException failed) {
        discard(part, failed);
        throw failed;
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      toSync.add(parent);
    }
    for (Path changed : toSync) {
      Layout.sync(changed);
    }
  }

  /** Half a file must not go on taking room, least of all when there is none. */
  private static void discard(Path part, IOException failed) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException stays) {
      failed.addSuppressed(stays);
    }
  }

  Path folder() {
    return folder;
  }

  void delete(String sha256) throws IOException {
    Files.deleteIfExists(file(sha256));
  }
}
