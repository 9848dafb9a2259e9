// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLibraryTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path box;
  private KeptLibrary kept;

  @BeforeEach
  void inANewFolder() {
    kept = new KeptLibrary(box.resolve("deep/below"), Processor.ARMV7);
  }

  @Test
  void isUnpackedUnderItsVersionAndSum() throws IOException {
    Path file = kept.unpacked();

    assertThat(file).hasSize(Processor.ARMV7.bytes());
    assertThat(file.getFileName()).hasToString("opencv-4.9.0-0-11045080e371f215.so");
    assertThat(alone(file)).isTrue();
  }

  @Test
  void isNotWrittenAgain() throws IOException {
    Files.setLastModifiedTime(kept.unpacked(), LONG_AGO);

    assertThat(Files.getLastModifiedTime(kept.unpacked())).isEqualTo(LONG_AGO);
  }

  @Test
  void isWrittenAgainWhenAPowerCutLeftAPartOfIt() throws IOException {
    Path file = kept.unpacked();
    Files.write(file, new byte[1_000]);
    Files.setLastModifiedTime(file, LONG_AGO);

    assertThat(kept.unpacked()).hasSize(Processor.ARMV7.bytes());
    assertThat(Files.getLastModifiedTime(file)).isNotEqualTo(LONG_AGO);
    assertThat(alone(file)).isTrue();
  }

  @Test
  void leavesNothingBehindWhereItCannotBePut() throws IOException {
    Path file = Files.createFile(box.resolve("file"));

    assertThatThrownBy(() -> new KeptLibrary(file, Processor.ARMV7).unpacked())
        .isInstanceOf(IOException.class);
    Path taken = Files.createDirectories(kept.file().resolve("in-the-way"));
    assertThatThrownBy(kept::unpacked).isInstanceOf(IOException.class);
    assertThat(alone(taken.getParent())).isTrue();
  }

  private static boolean alone(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.toList().equals(java.util.List.of(file));
    }
  }
}
