// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  @Test
  void deletesTheTreeAndNotWhatALinkPointsTo(@TempDir Path dir) throws Exception {
    Path kept = Files.writeString(dir.resolve("kept"), "x");
    Path tree = Files.createDirectories(dir.resolve("tree/a/b")).getParent().getParent();
    Files.createSymbolicLink(tree.resolve("a/link"), kept);
    Files.writeString(tree.resolve("a/b/file"), "y");
    Folders.delete(tree);
    Folders.delete(tree);
    assertThat(tree).doesNotExist();
    assertThat(kept).hasContent("x");
  }
}
