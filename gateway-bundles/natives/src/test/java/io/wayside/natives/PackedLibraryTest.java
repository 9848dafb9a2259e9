// SPDX-License-Identifier: Apache-2.0
package io.wayside.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedLibraryTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  /** Stands for a library: {@code printf 'a library' | sha256sum}. */
  private static final String SUM =
      "31f109ab38348582abdc9e1c9942f74505c719e98c6d0ab6fbcfdccfd8c9935b";

  private static final PackedLibrary LIBRARY = library("/native/library", SUM);

  @TempDir Path box;
  private Path folder;

  private static PackedLibrary library(String resource, String sum) {
    return new PackedLibrary("io.wayside.some", "some-1.2.3", resource, sum, 9);
  }

  @BeforeEach
  void inANewFolder() {
    folder = box.resolve("deep/below");
  }

  @Test
  void isUnpackedUnderItsVersionAndSum() throws IOException {
    Path file = LIBRARY.unpackedIn(folder);

    assertThat(file).hasContent("a library");
    assertThat(file.getFileName()).hasToString("some-1.2.3-" + SUM.substring(0, 16) + ".so");
    assertThat(alone(file)).isTrue();
  }

  @Test
  void isNotWrittenAgain() throws IOException {
    Files.setLastModifiedTime(LIBRARY.unpackedIn(folder), LONG_AGO);

    assertThat(Files.getLastModifiedTime(LIBRARY.unpackedIn(folder))).isEqualTo(LONG_AGO);
  }

  @Test
  void isWrittenAgainWhenAPowerCutLeftAPartOfIt() throws IOException {
    Path file = LIBRARY.unpackedIn(folder);
    Files.write(file, new byte[3]);
    Files.setLastModifiedTime(file, LONG_AGO);

    assertThat(LIBRARY.unpackedIn(folder)).hasContent("a library");
    assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(LONG_AGO);
    assertThat(alone(file)).isTrue();
  }

  @Test
  void leavesNothingBehindWhereItCannotBePut() throws IOException {
    Path file = Files.createFile(box.resolve("file"));

    assertThatThrownBy(() -> LIBRARY.unpackedIn(file)).isInstanceOf(IOException.class);
    Path taken = Files.createDirectories(LIBRARY.fileIn(folder).resolve("in-the-way"));
    assertThatThrownBy(() -> LIBRARY.unpackedIn(folder)).isInstanceOf(IOException.class);
    assertThat(alone(taken.getParent())).isTrue();
  }

  @Test
  void isNotKeptWhenItIsAnotherOrMissingAndSaysWhichBundleToInstall() throws IOException {
    String other = "0".repeat(64);
    assertThatThrownBy(() -> library("/native/library", other).unpackedIn(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("has the sum " + SUM, "install io.wayside.some again");
    assertThatThrownBy(() -> library("/native/none", SUM).unpackedIn(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("/native/none is not in the jar", "build io.wayside.some again");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private static boolean alone(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.toList().equals(List.of(file));
    }
  }
}
