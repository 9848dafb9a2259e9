// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NamedPipeTest {

  @TempDir Path folder;

  @Test
  void aReaderGetsWhatWasWrittenAndAtLastTheEnd() throws IOException {
    Path path = folder.resolve("iio:device0");
    NamedPipe pipe = NamedPipe.make(path);
    assertThat(pipe.write(new byte[] {1, 2, 3})).isTrue();
    try (FileInputStream reader = new FileInputStream(path.toFile())) {
      assertThat(List.of(reader.read(), reader.read(), reader.read())).containsExactly(1, 2, 3);
      pipe.close();
      assertThat(reader.read()).isEqualTo(-1);
    }
    assertThat(path).doesNotExist();
    assertThat(pipe.write(new byte[1])).isFalse();
    pipe.close();
  }

  @Test
  void takesAllOfAWriteOrNothing() throws IOException {
    try (NamedPipe pipe = NamedPipe.make(folder.resolve("p"))) {
      int taken = 0;
      while (pipe.write(new byte[1000])) {
        taken++;
      }
      assertThat(taken).isPositive();
      pipe.drain();
      assertThat(pipe.write(new byte[NamedPipe.MOST_BYTES])).isTrue();
      assertThatThrownBy(() -> pipe.write(new byte[NamedPipe.MOST_BYTES + 1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void namesThePathThatIsTaken() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "keep");
    assertThatThrownBy(() -> NamedPipe.make(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
    assertThat(file).hasContent("keep");
  }
}
