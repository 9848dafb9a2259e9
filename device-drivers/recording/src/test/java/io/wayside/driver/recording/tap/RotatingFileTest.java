// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.core.recording.Damage;
import io.wayside.core.recording.RecordingDecoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.recording.RecordingSink;
import io.wayside.driver.recording.Tapes;
import io.wayside.driver.recording.tap.RotatingFile.Bounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileTest {

  @TempDir Path root;
  private RecordingFolder folder;

  @BeforeEach
  void open() {
    folder = new RecordingFolder(root, "adc-9");
  }

  private RotatingFile file(long fileBytes, long fileNanos, long keepFree) {
    return new RotatingFile(
        folder, new Bounds(fileBytes, fileNanos, 1 << 24, keepFree), first -> Tapes.head());
  }

  private static final class Read implements RecordingSink {
    final List<SampleBlock> blocks = new ArrayList<>();
    final List<Damage> damages = new ArrayList<>();

    @Override
    public void head(RecordingHead head) {
      assertThat(head).isEqualTo(Tapes.head());
    }

    @Override
    public void block(SampleBlock block) {
      blocks.add(block);
    }

    @Override
    public void damaged(Damage damage) {
      damages.add(damage);
    }
  }

  private static Read read(byte[] bytes) {
    Read read = new Read();
    RecordingDecoder decoder = new RecordingDecoder();
    decoder.accept(bytes, 0, bytes.length, read);
    decoder.finish(read);
    return read;
  }

  @Test
  void aFileEndsOnceItIsAsLongAsItMayBe() throws IOException {
    try (RotatingFile file = file(4_000, Long.MAX_VALUE, 0)) {
      for (int i = 1; i <= 100; i++) {
        file.write(Tapes.block(i));
      }
    }
    assertThat(folder.files()).hasSizeGreaterThan(4);
    int blocks = 0;
    for (Path each : folder.files()) {
      assertThat(Files.size(each)).isLessThan(4_000 + 300);
      Read read = read(Files.readAllBytes(each));
      assertThat(read.damages).isEmpty();
      blocks += read.blocks.size();
    }
    assertThat(blocks).isEqualTo(100);
  }

  @Test
  void theHeadIsRepeatedSoThatItsLossCostsAStretchOnly() throws IOException {
    try (RotatingFile file = file(1 << 22, Long.MAX_VALUE, 0)) {
      for (int i = 1; i <= 600; i++) {
        file.write(Tapes.block(i));
      }
    }
    byte[] bytes = Files.readAllBytes(folder.files().get(0));
    bytes[40] ^= 1; // within the first head

    Read read = read(bytes);

    assertThat(read.blocks).hasSize(600 - 256);
    assertThat(read.damages).hasSize(1);
  }

  @Test
  void aBlockTooLongForTheFormatIsCut() throws IOException {
    double[][] samples = new double[2][150_000];
    Arrays.setAll(samples[0], i -> i);
    try (RotatingFile file = file(1 << 24, Long.MAX_VALUE, 0)) {
      file.write(new SampleBlock(1_000, 10.5, 7, samples, Flags.NONE));
    }
    List<SampleBlock> blocks = read(Files.readAllBytes(folder.files().get(0))).blocks;

    assertThat(blocks).hasSizeGreaterThan(1);
    long next = 7;
    for (SampleBlock block : blocks) {
      assertThat(block.sequence()).isEqualTo(next);
      assertThat(block.samples()[0][0]).isEqualTo((double) (next - 7));
      assertThat(block.firstMonotonicNanos()).isEqualTo(1_000 + Math.round((next - 7) * 10.5));
      next += block.length();
    }
    assertThat(next).isEqualTo(150_007);
  }

  @Test
  void whatMustStayFreeIsNotTaken() {
    RotatingFile file = file(1_000, Long.MAX_VALUE, Long.MAX_VALUE / 4);

    assertThatThrownBy(() -> file.write(Tapes.block(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("to spare");
    assertThat(file.current()).isNull();
  }

  @Test
  void afterClosingANewFileBegins() throws IOException {
    RotatingFile file = file(1 << 20, Long.MAX_VALUE, 0);
    file.write(Tapes.block(1));
    Path first = file.current();
    file.close();
    file.close();
    file.write(Tapes.block(2));

    assertThat(first).isNotNull();
    assertThat(file.current()).isNotEqualTo(first);
    file.close();
    assertThat(folder.files()).hasSize(2);
  }
}
