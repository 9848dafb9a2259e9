// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnwritableTest {

  private final IOException broken = new IOException("a cable is out");

  @TempDir Path folder;

  private String file(String name, boolean writable, long freeBytes, Exception cause) {
    return new Unwritable(folder.resolve(name), false, writable, freeBytes).because(cause);
  }

  @Test
  void theFolderIsMissing() {
    assertThat(file("no/such/file", true, 1 << 20, broken))
        .isEqualTo(
            "there is no folder " + folder.resolve("no/such") + "; make it, or name another place");
  }

  @Test
  void aFolderOrAFileIsInTheWay() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.createFile(folder.resolve("file"));
    assertThat(file("folder", true, 1 << 20, broken))
        .isEqualTo("it is a folder; name a file in it");
    assertThat(file("file/below/it", true, 1 << 20, broken))
        .startsWith(folder.resolve("file") + " is a file and no folder");
    assertThat(new Unwritable(folder.resolve("file"), true, true, 1 << 20).because(broken))
        .isEqualTo("it is a file; name a folder");
  }

  @Test
  void noRightToWrite() {
    assertThat(file("file", true, 0, new AccessDeniedException("file")))
        .startsWith("you have no right to write there; ");
  }

  @Test
  void theDiskIsFullOrForReadingOnly() {
    assertThat(file("file", true, 4096, broken)).startsWith("the disk is full; make room");
    assertThat(file("file", false, 0, broken)).startsWith("its disk is for reading only; ");
  }

  @Test
  void anythingElseIsToldInTheWordsOfTheSystem() {
    assertThat(file("file", true, 1 << 20, broken)).startsWith("a cable is out; ");
  }

  @Test
  void theErrorNamesOptionAndFile() {
    assertThat(Unwritable.file("--out", "a\0b", new InvalidPathException("a", "Nul")))
        .hasMessage("--out a\0b: cannot be written: this is no path (Nul); name another");
    assertThat(Unwritable.folder("--report", folder.toString(), broken))
        .hasMessageStartingWith("--report " + folder + ": cannot be written: a cable is out; ");
  }
}
