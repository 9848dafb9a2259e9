// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs and tests use the bundle as a plain jar. */
class PlainJavaTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path box;

  @Test
  void theLibraryIsLoadedOnceAndWorksOnOneThreadUntilToldOtherwise() throws Exception {
    assertThat(start()).contains("threads 1\nthreads 3\nsum [600.0, 1200.0, 1800.0, 0.0]");
  }

  @Test
  void theLibraryIsUnpackedAtTheFirstStartOnly() throws Exception {
    start();
    List<Path> files = files(box);
    assertThat(files).hasSize(1);
    Files.setLastModifiedTime(files.get(0), LONG_AGO);

    assertThat(start()).contains("sum [");
    assertThat(files(box)).isEqualTo(files);
    assertThat(Files.getLastModifiedTime(files.get(0))).isEqualTo(LONG_AGO);
  }

  @Test
  void nothingIsPutIntoTheTemporaryFolder() throws Exception {
    Path temporary = Files.createDirectory(box.resolve("tmp"));
    start("-Djava.io.tmpdir=" + temporary);

    assertThat(files(temporary)).isEmpty();
  }

  @Test
  void aProcessorWithoutALibraryIsNamedWithTheBundle() throws Exception {
    assertThat(start("-Dos.arch=riscv64"))
        .contains("missing the bundle io.wayside.opencv has no library for Linux on riscv64")
        .contains("x86-64, AArch64 and arm");
  }

  @Test
  void aLibraryThatDoesNotLoadIsNamedWithProcessorBundleAndRemedy() throws Exception {
    Path file = Files.createFile(box.resolve("no-folder"));

    assertThat(start("-D" + Native.FOLDER + "=" + file))
        .contains("missing the library of OpenCV for Linux on ")
        .contains("bundle io.wayside.opencv")
        .contains("no-folder")
        .contains("-Dwayside.opencv.folder=FOLDER");
  }

  private String start(String... options) throws Exception {
    List<String> all =
        Stream.concat(Stream.of("-D" + Native.FOLDER + "=" + box), Stream.of(options)).toList();
    return Child.run(List.of(Child.BUNDLE, Child.TESTS), all, PlainStart.class);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
