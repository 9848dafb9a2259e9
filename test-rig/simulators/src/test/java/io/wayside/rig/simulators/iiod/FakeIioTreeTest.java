// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FakeIioTreeTest {

  private static final IioDescription ADC =
      new IioDescription(
          "iio:device3",
          "ad7124-4",
          1000,
          List.of(
              IioChannel.scanned("voltage0", 0, "le:s24/32>>8").scale("0.25"),
              IioChannel.scanned("voltage1", 1, "le:s16/16>>0"),
              IioChannel.timestamp(2)));

  @TempDir Path root;

  private final SteppedRigClock clock = new SteppedRigClock();
  private FakeIioTree tree;
  private Path device;
  private long taken;

  @BeforeEach
  void build() throws IOException {
    tree = new FakeIioTree(root, ADC, () -> new long[] {++taken, -taken}, clock);
    device = root.resolve("sys/bus/iio/devices/iio:device3");
  }

  @AfterEach
  void takeAway() {
    tree.close();
  }

  private String read(String file) throws IOException {
    return Files.readString(device.resolve(file));
  }

  private void write(String file, String value) throws IOException {
    Files.writeString(device.resolve(file), value);
  }

  @Test
  void hasTheFilesOfAKernel() throws IOException {
    assertThat(read("name")).isEqualTo("ad7124-4\n");
    assertThat(read("sampling_frequency")).isEqualTo("1000\n");
    assertThat(read("in_voltage0_scale")).isEqualTo("0.25\n");
    assertThat(read("in_voltage0_raw")).isEqualTo("0\n");
    assertThat(read("scan_elements/in_voltage1_index")).isEqualTo("1\n");
    assertThat(read("scan_elements/in_voltage0_type")).isEqualTo("le:s24/32>>8\n");
    assertThat(read("scan_elements/in_timestamp_type")).isEqualTo("le:s64/64>>0\n");
    assertThat(read("buffer/enable")).isEqualTo("0\n");
    assertThat(read("uevent")).contains("DEVNAME=iio:device3\n");
    write("scan_elements/in_voltage0_en", "1");
    assertThat(read("buffer0/in_voltage0_en")).isEqualTo("1");
    assertThat(root.resolve("dev/iio:device3")).exists();
  }

  @Test
  void feedsTheEnabledChannelsIntoThePipe() throws IOException {
    write("scan_elements/in_voltage0_en", "1");
    write("scan_elements/in_timestamp_en", "1\n");
    write("buffer/enable", "1");
    clock.advance(Duration.ofMillis(15));
    try (DataInputStream in = new DataInputStream(new FileInputStream(tree.node().toFile()))) {
      byte[] bytes = new byte[160];
      in.readFully(bytes);
      ByteBuffer scans = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < 10; i++) {
        assertThat(scans.getInt(i * 16) >> 8).isEqualTo(i + 1);
        assertThat(scans.getLong(i * 16 + 8) - scans.getLong(8)).isEqualTo(i * 1_000_000L);
      }
    }
  }

  @Test
  void anOverrunShowsAsAGapInTime() throws IOException {
    write("scan_elements/in_timestamp_en", "1");
    write("buffer/enable", "1");
    clock.advance(Duration.ofMillis(10));
    tree.overrun(20);
    clock.advance(Duration.ofMillis(30));
    assertThat(tree.lost()).isEqualTo(20);
    try (DataInputStream in = new DataInputStream(new FileInputStream(tree.node().toFile()))) {
      long before = 0;
      for (int i = 0; i < 5; i++) {
        before = Long.reverseBytes(in.readLong());
      }
      assertThat(Long.reverseBytes(in.readLong()) - before).isEqualTo(21_000_000);
    }
  }

  @Test
  void whatNobodyReadsIsLostWhenThePipeIsFull() throws IOException {
    write("scan_elements/in_voltage0_en", "1");
    write("buffer/enable", "1");
    clock.advance(Duration.ofSeconds(60));
    assertThat(tree.lost()).isPositive().isLessThan(60_000);
  }

  @Test
  void sleepsUntilTheBufferIsEnabledAndStartsAtTheFrequencyWritten() throws IOException {
    clock.advance(Duration.ofSeconds(1));
    assertThat(taken).isZero();
    write("buffer/enable", "1");
    clock.advance(Duration.ofMillis(10));
    assertThat(read("buffer/enable")).as("no channel is enabled").isEqualTo("0\n");
    write("sampling_frequency", "100");
    write("scan_elements/in_voltage1_en", "1");
    write("buffer/enable", "1");
    clock.advance(Duration.ofMillis(105));
    assertThat(taken).isEqualTo(10);
    write("buffer/enable", "0");
    clock.advance(Duration.ofSeconds(1));
    assertThat(taken).isLessThan(12);
  }

  @Test
  void unpluggedItLeavesNothingAndItsReaderComesToTheEnd() throws IOException {
    try (FileInputStream reader = new FileInputStream(tree.node().toFile())) {
      tree.unplug();
      assertThat(reader.read()).isEqualTo(-1);
    }
    assertThat(device).doesNotExist();
    assertThat(root.resolve("dev/iio:device3")).doesNotExist();
  }
}
