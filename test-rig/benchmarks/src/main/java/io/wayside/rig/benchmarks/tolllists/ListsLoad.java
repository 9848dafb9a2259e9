// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllists;

import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.exchange.ListKeys;
import io.wayside.tolling.book.store.Answer;
import io.wayside.tolling.book.store.DiskFolder;
import io.wayside.tolling.book.store.ListFile;
import io.wayside.tolling.book.store.ListStore;
import io.wayside.tolling.book.table.ListedTags;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The child process that takes the lists as a gateway does: signature, hash, every entry read,
 * table written, synced, checked, put into force. Arguments: folder with the prepared files, number
 * of tags.
 */
final class ListsLoad {

  private ListsLoad() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int tags = Integer.parseInt(arguments[1]);
    ListKeys keys = ListKeys.parse("keys", Files.readString(folder.resolve(Prepared.KEYS)));
    Says says = new Says("lists", System.out);
    Path kept = folder.resolve("lists");
    Optional<String> issuer = Optional.of(Prepared.ISSUER);
    try (ListStore store = ListStore.open(DiskFolder.own(kept), keys)) {
      says.time("load", () -> apply(store, folder.resolve(Prepared.FULL), tags));
      says.time(
          "delta",
          () -> apply(store, folder.resolve(Prepared.DELTA), SampleTags.tagsAfterDelta(tags)));
    }
    ListStore[] opened = new ListStore[1];
    says.time("open", () -> opened[0] = ListStore.open(DiskFolder.own(kept), keys));
    ListedTags book = new ListedTags(tag -> issuer, opened[0]::shelf);
    says.lookUps(tags, tag -> book.find(tag).standing() == Standing.UNLISTED ? 0 : 1);
    System.gc();
    says.memory();
    opened[0].close();
  }

  private static void apply(ListStore store, Path file, long tags) throws Exception {
    Answer answer = store.apply(List.of(new ListFile(file)), Instant.now(), read -> {});
    if (!(answer instanceof Answer.Applied applied) || applied.tags() != tags) {
      throw new IllegalStateException("not taken: " + answer);
    }
  }
}
