// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderVolumeTest {

  @TempDir Path folder;

  @Test
  void isNeverMoreThanTheWholeFileSystemAndNotNothing() throws Exception {
    FolderVolume volume = new FolderVolume(folder);
    long total = Files.getFileStore(folder).getTotalSpace();
    for (int again = 0; again < 3; again++) {
      assertThat(volume.usableBytes()).isPositive().isLessThanOrEqualTo(total);
    }
  }

  @Test
  void isAskedAnewEachTimeSoThatAFolderThatWentIsNoticed() throws Exception {
    Path gone = Files.createDirectory(folder.resolve("gone"));
    FolderVolume volume = new FolderVolume(gone);
    assertThat(volume.usableBytes()).isPositive();
    Files.delete(gone);
    assertThatThrownBy(volume::usableBytes).isInstanceOf(IOException.class);
  }

  @Test
  void aFolderThatIsNotThereYetIsLookedForAgain() throws Exception {
    Path later = folder.resolve("later");
    FolderVolume volume = new FolderVolume(later);
    assertThatThrownBy(volume::usableBytes).isInstanceOf(IOException.class);
    Files.createDirectory(later);
    assertThat(volume.usableBytes()).isPositive();
  }
}
