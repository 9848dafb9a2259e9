// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFolderTest {

  private static final Instant NOON = Instant.parse("2026-07-31T12:00:00.5Z");

  @TempDir Path root;
  private RecordingFolder folder;

  @BeforeEach
  void open() {
    folder = new RecordingFolder(root.resolve("new/raw"), "lane 1");
  }

  private Path written(Instant at, int bytes) throws IOException {
    return Files.write(folder.next(at), new byte[bytes]);
  }

  @Test
  void filesAreNumberedOnThoughTheClockWasSetBack() throws IOException {
    Path first = written(NOON, 1);
    Path second = written(NOON.minusSeconds(86_400), 1);

    assertThat(first).hasFileName("lane_1-00000001-20260731T120000Z.wsr");
    assertThat(second).hasFileName("lane_1-00000002-20260730T120000Z.wsr");
    assertThat(folder.files()).containsExactly(first, second);
    Files.delete(first);
    assertThat(folder.next(NOON)).hasFileName("lane_1-00000003-20260731T120000Z.wsr");
  }

  @Test
  void theOldestMakeRoomAndTheCurrentOneStays() throws IOException {
    Path first = written(NOON, 100);
    Path second = written(NOON, 100);
    Path third = written(NOON, 100);

    assertThat(folder.makeRoom(third, 300, 100)).isZero();
    assertThat(folder.makeRoom(third, 299, 100)).isEqualTo(1);
    assertThat(first).doesNotExist();
    assertThat(folder.makeRoom(third, 0, 100)).isEqualTo(1);
    assertThat(second).doesNotExist();
    assertThat(third).exists();
    assertThat(folder.totalBytes()).isEqualTo(100);
  }

  @Test
  void otherFilesAndFoldersAreNeverTouched() throws IOException {
    written(NOON, 100);
    for (String name :
        new String[] {
          "lane_2-00000001-20260731T120000Z.wsr",
          "lane_1-00000001-20260731T120000Z.wsr.bak",
          "lane_1-1-20260731T120000Z.wsr",
          "notes.txt"
        }) {
      Files.write(root.resolve("new/raw").resolve(name), new byte[1_000]);
    }
    Files.createDirectories(root.resolve("new/raw/lane_1-00000009-20260731T120000Z.wsr"));

    assertThat(folder.makeRoom(root, 0, 0)).isEqualTo(1);
    try (var left = Files.list(root.resolve("new/raw"))) {
      assertThat(left).hasSize(5);
    }
  }
}
