// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.Soon;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PtyPipeTest extends BytePipeContract {

  @TempDir Path folder;

  @Override
  protected BytePipe newPipe() {
    return new PtyPipe(folder.resolve("dev/ttyWIM"));
  }

  /** The slave side is opened as a plain file, as a person with cat would. */
  @Override
  protected OtherEnd connect() throws Exception {
    FileInputStream in = new FileInputStream(pipe.address());
    FileOutputStream out = new FileOutputStream(pipe.address());
    return new StreamEnd(in, out, out);
  }

  @Override
  protected OtherEnd connectWithoutReading() throws Exception {
    return new SilentEnd(new FileInputStream(pipe.address()));
  }

  @Test
  void theStablePathLeadsToANewTerminalAfterReplugging() throws Exception {
    Path link = Path.of(pipe.address());
    Path before = link.toRealPath();
    try (OtherEnd reader = connect()) {
      Soon.until("a reader is there", pipe::attached);
      pipe.unplug();
      assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
      assertThatThrownBy(() -> new FileInputStream(pipe.address())).isInstanceOf(IOException.class);
      Soon.until("the reader sees the hang-up", reader::hungUp);
      pipe.replug();
      assertThat(link.toRealPath()).isNotEqualTo(before).hasParentRaw(Path.of("/dev/pts"));
    }
    try (OtherEnd reader = connect()) {
      Soon.until("a reader is there again", pipe::attached);
      pipe.write(new byte[] {0x11, 0x13, 0x03, 0x04, 0x0D, 0x0A});
      Soon.until("bytes arrive", () -> reader.received().length == 6);
      assertThat(reader.received()).containsExactly(0x11, 0x13, 0x03, 0x04, 0x0D, 0x0A);
    }
  }

  @Test
  void theNextReaderDoesNotGetWhatTheLastOneLeftUnread() throws Exception {
    try (FileInputStream lazy = new FileInputStream(pipe.address())) {
      Soon.until("a reader is there", pipe::attached);
      pipe.write(new byte[] {1, 2, 3});
      Soon.until("bytes wait", () -> lazy.available() == 3);
    }
    Soon.until("the reader has gone", () -> !pipe.attached());
    try (FileInputStream next = new FileInputStream(pipe.address())) {
      Soon.until("the next reader is there", pipe::attached);
      pipe.write(new byte[] {9});
      assertThat(next.read()).isEqualTo(9);
    }
  }

  @Test
  void doesNotReplaceAFileThatIsNoLink() throws Exception {
    Path file = Files.writeString(folder.resolve("precious"), "keep");
    try (PtyPipe wrong = new PtyPipe(file)) {
      assertThatThrownBy(wrong::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is no symbolic link");
    }
    assertThat(file).hasContent("keep");
  }
}
