// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.fetch;

import io.wayside.tolling.book.feed.FeedFile;
import io.wayside.tolling.book.feed.Offer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where parts are until their list is whole. They outlive the process. */
public final class FetchFolder {

  private final Path folder;

  public FetchFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  PartialFile file(FeedFile file) {
    return new PartialFile(folder, file.name());
  }

  List<Path> files(Offer offer) {
    return offer.files().stream().map(file -> file(file).file()).toList();
  }

  void delete(Offer offer) throws IOException {
    for (FeedFile file : offer.files()) {
      file(file).delete();
    }
  }

  /** Deletes what belongs to none of these: nobody goes on with it. */
  void keepOnly(Collection<Path> files) throws IOException {
    List<PartialFile> kept =
        files.stream().map(file -> new PartialFile(folder, file.getFileName().toString())).toList();
    try (Stream<Path> here = Files.list(folder)) {
      for (Path file : here.toList()) {
        if (kept.stream().noneMatch(each -> each.owns(file))) {
          Files.delete(file);
        }
      }
    }
  }
}
