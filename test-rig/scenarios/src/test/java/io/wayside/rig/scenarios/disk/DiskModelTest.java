// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskModelTest {

  private static final Path FOLDER = Path.of("/traced");
  private static final String FILE = "/traced/file";

  @TempDir Path temp;

  private final DiskModel disk = new DiskModel(FOLDER, Map.of());
  private int next;
  private int images;

  private int happens(char kind, long inode, long number, byte[] bytes) {
    disk.apply(new TraceEntry(next, kind, inode, number, bytes));
    return next++;
  }

  private void created(String path, long inode) {
    happens('C', inode, 0, path.getBytes(StandardCharsets.UTF_8));
  }

  private void written(long inode, long offset, byte[] bytes) {
    happens('W', inode, offset, bytes);
  }

  private void synced(long inode) {
    happens('S', inode, happens('B', inode, 0, new byte[0]), new byte[0]);
  }

  private void folderSynced(String path) {
    happens('D', 1, happens('B', 1, 0, new byte[0]), path.getBytes(StandardCharsets.UTF_8));
  }

  private Path cut(Survival survival, long seed) throws IOException {
    Path image = Files.createDirectory(temp.resolve("image-" + images++));
    disk.cut(survival, new Random(seed), image);
    return image;
  }

  private static byte[] of(int value, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void whatWasSyncedSurvivesEveryCut() throws IOException {
    created(FILE, 7);
    written(7, 0, of(1, 3000));
    synced(7);
    folderSynced(FOLDER.toString());
    for (Survival survival : Survival.values()) {
      assertThat(cut(survival, 1).resolve("file")).hasBinaryContent(of(1, 3000));
    }
  }

  @Test
  void aFileOutlivesItsSyncOnlyWhenItsNameIsSyncedToo() throws IOException {
    created(FILE, 7);
    written(7, 0, of(1, 3000));
    synced(7);
    assertThat(cut(Survival.NONE, 1).resolve("file")).doesNotExist();
    assertThat(cut(Survival.ALL, 1).resolve("file")).exists();
  }

  @Test
  void whatWasWrittenWhileASyncWasUnderWayIsNotDurable() throws IOException {
    created(FILE, 7);
    folderSynced(FOLDER.toString());
    int begun = happens('B', 7, 0, new byte[0]);
    written(7, 0, of(1, 100));
    happens('S', 7, begun, new byte[0]);
    assertThat(cut(Survival.NONE, 1).resolve("file")).isEmptyFile();
  }

  @Test
  void unsyncedWritesAreTornAtSectorsInEveryCombination() throws IOException {
    created(FILE, 7);
    written(7, 0, of(1, 1536));
    synced(7);
    folderSynced(FOLDER.toString());
    written(7, 256, of(2, 1024)); // half of a sector, a whole one, half of another
    Set<String> seen = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      byte[] left = Files.readAllBytes(cut(Survival.SOME_SECTORS, seed).resolve("file"));
      assertThat(left).hasSize(1536);
      seen.add(left[256] + " " + left[512] + " " + left[1024]);
      assertThat(left[511]).isEqualTo(left[256]);
      assertThat(left[1023]).isEqualTo(left[512]);
      assertThat(left[1279]).isEqualTo(left[1024]);
      assertThat(left[1280]).isEqualTo((byte) 1);
    }
    assertThat(seen).hasSize(8);
  }

  @Test
  void theFirstChangesSurviveAndTheLastOfThemIsTorn() throws IOException {
    created(FILE, 7);
    folderSynced(FOLDER.toString());
    written(7, 0, of(1, 1024));
    written(7, 1024, of(2, 1024));
    Set<Long> sizes = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      Path file = cut(Survival.FIRST, seed).resolve("file");
      if (Files.exists(file)) {
        sizes.add(Files.size(file));
      }
    }
    assertThat(sizes).containsExactlyInAnyOrder(0L, 512L, 1024L, 1536L, 2048L);
  }

  @Test
  void namesSurviveInTheirOrder() throws IOException {
    created(FILE, 7);
    folderSynced(FOLDER.toString());
    happens('R', 0, 0, (FILE + "\0/traced/moved").getBytes(StandardCharsets.UTF_8));
    created(FILE, 8);
    Set<String> seen = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      Path image = cut(Survival.SOME_CHANGES, seed);
      seen.add(Files.exists(image.resolve("file")) + " " + Files.exists(image.resolve("moved")));
    }
    assertThat(seen).containsExactlyInAnyOrder("true false", "false true", "true true");
  }

  @Test
  void aShortenedFileMayKeepItsLengthUntilItIsSynced() throws IOException {
    created(FILE, 7);
    written(7, 0, of(1, 2000));
    synced(7);
    folderSynced(FOLDER.toString());
    happens('T', 7, 10, new byte[0]);
    assertThat(cut(Survival.NONE, 1).resolve("file")).hasSize(2000);
    synced(7);
    assertThat(cut(Survival.NONE, 1).resolve("file")).hasSize(10);
  }
}
