// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.ListType;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.table.ListedTags;
import io.wayside.tolling.tag.TagNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFolderTest {

  @TempDir Path disk;
  private final TrialIssuer alpha = new TrialIssuer("alpha");

  private List<ListFile> files(List<MemoryPart> parts) throws IOException {
    for (MemoryPart part : parts) {
      Files.write(disk.resolve(part.name()), part.bytes());
    }
    return parts.stream().map(part -> new ListFile(disk.resolve(part.name()))).toList();
  }

  @Test
  void listsSurviveTheirStoreAndAnswerFromAnotherThatOnlyLooks() throws Exception {
    Path folder = disk.resolve("lists");
    TagNumber tag = new TagNumber("0a".repeat(12), 96);
    try (ListStore store = ListStore.open(DiskFolder.own(folder), alpha.keys())) {
      store.apply(
          files(
              alpha.make(
                  TrialIssuer.full("alpha", ListType.STOLEN, 1, 2), List.of("00", tag.epc()))),
          TrialIssuer.AS_OF,
          read -> {});
      try (ListStore looking = ListStore.look(DiskFolder.look(folder))) {
        assertThat(new ListedTags(any -> Optional.of("alpha"), looking::shelf).find(tag).standing())
            .isEqualTo(Standing.STOLEN);
      }
      assertThatThrownBy(() -> DiskFolder.own(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("in use");
    }
    try (ListStore again = ListStore.open(DiskFolder.own(folder), alpha.keys())) {
      assertThat(again.shelf().tables()).hasSize(1);
      assertThat(again.shelf().inForce().get(0).version()).isEqualTo(1);
    }
  }

  @Test
  void whatABrokenOffTakingLeftIsRemovedAndStrangeFilesAreLeftAlone() throws Exception {
    Path folder = Files.createDirectories(disk.resolve("lists"));
    Files.writeString(folder.resolve("alpha.blocked.part"), "half");
    Files.writeString(folder.resolve("readme.txt"), "mine");
    Files.writeString(folder.resolve("alpha.blocked.9999999999999999999.tags"), "too large");
    Files.writeString(folder.resolve("alpha.blocked.0000000000000000001.tags"), "no table");
    try (ListStore store = ListStore.open(DiskFolder.own(folder), alpha.keys())) {
      assertThat(store.damage()).hasSize(1);
      assertThat(folder.resolve("alpha.blocked.part")).doesNotExist();
      assertThat(folder.resolve("readme.txt")).exists();
    }
  }

  @Test
  void aTableUnderAnothersNameIsNotUsed() throws Exception {
    Path folder = disk.resolve("lists");
    try (ListStore store = ListStore.open(DiskFolder.own(folder), alpha.keys())) {
      store.apply(
          files(alpha.make(TrialIssuer.full("alpha", ListType.STOLEN, 1, 1), List.of("00"))),
          TrialIssuer.AS_OF,
          read -> {});
    }
    Files.move(
        folder.resolve("alpha.stolen.0000000000000000001.tags"),
        folder.resolve("alpha.exempt.0000000000000000001.tags"));
    try (ListStore store = ListStore.open(DiskFolder.own(folder), alpha.keys())) {
      assertThat(store.shelf().tables()).isEmpty();
      assertThat(store.damage()).singleElement().asString().contains("alpha.stolen");
    }
  }

  @Test
  void aWronglySignedListNamesListKeyAndRemedyAndChangesNothing() throws Exception {
    Path folder = disk.resolve("lists");
    List<ListFile> files =
        files(alpha.make(TrialIssuer.full("alpha", ListType.STOLEN, 1, 1), List.of("00")));
    try (ListStore store =
        ListStore.open(DiskFolder.own(folder), new TrialIssuer("alpha").keys())) {
      assertThatThrownBy(() -> store.apply(files, TrialIssuer.AS_OF, read -> {}))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("part-1")
          .hasMessageContaining("alpha stolen 1")
          .hasMessageContaining("\"main\"")
          .hasMessageContaining("ask alpha");
      assertThat(store.shelf().tables()).isEmpty();
    }
    try (ListStore store = ListStore.open(DiskFolder.own(folder), new TrialIssuer("beta").keys())) {
      assertThatThrownBy(() -> store.apply(files, TrialIssuer.AS_OF, read -> {}))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("add it to the site's list keys");
    }
  }
}
