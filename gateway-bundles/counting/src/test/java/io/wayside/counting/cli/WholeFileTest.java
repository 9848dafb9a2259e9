// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  private static void write(Path file, String text) throws Wrong {
    WholeFile.write("--out", file.toString(), text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothingButTheFileIsThere() throws Exception {
    Path file = folder.resolve("table.csv");
    write(file, "old");
    write(file, "new");
    assertThat(file).content().isEqualTo("new");
    assertThat(folder.toFile().list()).containsExactly("table.csv");
  }

  @Test
  void aFileKeepsItsRightsAndALinkStaysOne() throws Exception {
    Path file = Files.writeString(folder.resolve("table.csv"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    write(link, "new");
    assertThat(link).isSymbolicLink();
    assertThat(file).content().isEqualTo("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("t".repeat(250)), "old");
    // Its name leaves no room for that of the new one beside it.
    assertThatThrownBy(() -> write(file, "new")).isInstanceOf(Wrong.class);
    assertThat(file).content().isEqualTo("old");
    assertThatThrownBy(() -> write(folder, "new"))
        .isInstanceOf(Wrong.class)
        .hasMessageContaining("it is a folder");
  }

  @Test
  void aDeviceIsWrittenToAndNotReplaced() throws Exception {
    write(Path.of("/dev/null"), "gone");
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThatThrownBy(() -> write(Path.of("/dev/full"), "gone"))
        .isInstanceOf(Wrong.class)
        .hasMessageContaining("/dev/full: cannot be written");
  }
}
