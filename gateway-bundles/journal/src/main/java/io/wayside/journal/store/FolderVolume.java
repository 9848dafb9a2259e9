// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The room on the file system that a folder is on. The object to ask is looked up once, because
 * that reads the table of all mounts; it asks by the folder's path, so that what is mounted there
 * later is seen.
 */
final class FolderVolume implements Reserve.Volume {

  private final Path folder;
  private volatile @Nullable FileStore store;

  FolderVolume(Path folder) {
    this.folder = folder;
  }

  @Override
  public long usableBytes() throws IOException {
    FileStore known = store;
    if (known == null) {
      known = Files.getFileStore(folder);
      store = known;
    }
    return known.getUsableSpace();
  }
}
