// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream.Channel;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.rig.contracts.Heard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

  @TempDir Path folder;
  private final SimulatedTime time = new SimulatedTime();
  private final Heard<SampleBlock> heard = new Heard<>();
  private Replay replay;

  @AfterEach
  void stop() {
    if (replay != null) {
      replay.stop();
    }
  }

  private void play(Path file, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("device_id", "tape-1");
    values.put("file", file.toString());
    replay = new Replay(Tapes.config(ReplayConfig.class, values), time);
    replay.subscribe(heard);
  }

  private void awaitEnd() {
    Tapes.until("the end", () -> !heard.interruptions().isEmpty());
  }

  private List<Integer> numbers() {
    return heard.events().stream().map(block -> (int) block.samples()[0][0]).toList();
  }

  @Test
  void asFastAsPossibleEverythingComesInOrderWithItsOwnDistances() {
    long start = time.monotonicNanos();
    play(Tapes.binary(folder.resolve("a.wsr"), 300), Map.of("speed", 0.0));
    awaitEnd();

    assertThat(heard.events()).hasSize(300);
    for (int i = 0; i < 300; i++) {
      SampleBlock block = heard.events().get(i);
      assertThat(block.samples()).isDeepEqualTo(Tapes.block(i + 1).samples());
      assertThat(block.firstMonotonicNanos()).isEqualTo(start + i * Tapes.BLOCK_NANOS);
      assertThat(block.intervalNanos()).isEqualTo(Tapes.INTERVAL_NANOS);
      assertThat(block.sequence()).isEqualTo((long) i * Tapes.LENGTH);
      assertThat(block.flags()).isEqualTo(Flags.of(Flag.SIMULATED, new Flag("replayed")));
    }
    assertThat(heard.interruptions().get(0).cause()).isEqualTo(Cause.STOPPED);
    assertThat(replay.health().code()).isEqualTo("ended");
    assertThat(replay.channels()).containsExactly(new Channel("a", "mV"), new Channel("b", "N"));
    assertThat(replay.nominalRateHz()).isEqualTo(1_000);
  }

  @Test
  void csvIsPlayedLikeBinary() {
    play(Tapes.csv(folder.resolve("a.csv"), 30), Map.of("speed", 0.0));
    awaitEnd();

    assertThat(numbers()).hasSize(30).startsWith(1, 2, 3).endsWith(30);
  }

  @Test
  void aForeignCsvFileNeedsNoMoreThanARate() throws IOException {
    Path file = folder.resolve("bridge.csv");
    Files.writeString(file, "strain\n" + "12.5\n".repeat(100), StandardCharsets.UTF_8);
    play(file, Map.of("speed", 0.0, "csvRateHz", 512.0));
    awaitEnd();

    assertThat(heard.events().get(0).samples()[0]).containsOnly(12.5).hasSize(100);
    assertThat(heard.events().get(0).intervalNanos()).isEqualTo(1e9 / 512);
  }

  @Test
  void twiceAsFastABlockIsDueInHalfTheTime() {
    play(Tapes.binary(folder.resolve("a.wsr"), 100), Map.of("speed", 2.0));
    Tapes.until("it plays", () -> replay.health().status() == Status.OK);
    for (int i = 1; i <= 10; i++) {
      int expected = 2 * i;
      time.pass(Tapes.BLOCK_NANOS);
      Tapes.until("two blocks", () -> heard.events().size() >= expected);
      assertThat(heard.events()).hasSize(expected);
    }
  }

  @Test
  void aLoopGoesOnInTimeAndItsSeamIsAJump() {
    play(Tapes.binary(folder.resolve("a.wsr"), 3), Map.of("loop", true, "awaitListener", false));
    Tapes.until("it plays", () -> replay.health().status() == Status.OK);
    time.pass(7 * Tapes.BLOCK_NANOS);
    Tapes.until("seven blocks", () -> heard.events().size() == 7);

    assertThat(numbers()).containsExactly(1, 2, 3, 1, 2, 3, 1);
    assertThat(heard.events())
        .extracting(SampleBlock::sequence)
        .containsExactly(0L, 10L, 20L, 31L, 41L, 51L, 62L);
    SampleBlock seam = heard.events().get(3);
    assertThat(seam.firstMonotonicNanos() - heard.events().get(2).firstMonotonicNanos())
        .isEqualTo(Tapes.BLOCK_NANOS);
  }

  @Test
  void damageShowsInHealthAndAsAJump() throws IOException {
    Path file = Tapes.binary(folder.resolve("a.wsr"), 100);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    play(file, Map.of("loop", false, "awaitListener", false));
    Tapes.until("it plays", () -> replay.health().status() == Status.OK);
    time.pass(90 * Tapes.BLOCK_NANOS);
    Tapes.until("blocks", () -> heard.events().size() == 89);

    assertThat(numbers()).doesNotHaveDuplicates().contains(1, 90);
    assertThat(heard.events().get(88).sequence()).isEqualTo(890);
    assertThat(replay.health().code()).isEqualTo("damaged");
    assertThat(replay.health().message()).contains("tape-1", "CRC-32C", file.toString());
  }

  @Test
  void recordingsJoinedEndToEndArePlayedOneAfterTheOther() throws IOException {
    byte[] once = Files.readAllBytes(Tapes.binary(folder.resolve("a.wsr"), 5));
    byte[] twice = Arrays.copyOf(once, 2 * once.length);
    System.arraycopy(once, 0, twice, once.length, once.length);
    play(Tapes.write(folder.resolve("b.wsr"), twice), Map.of("speed", 0.0));
    awaitEnd();

    assertThat(numbers()).containsExactly(1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
    assertThat(heard.events().get(5).sequence()).isEqualTo(51);
  }

  @Test
  void aFileThatIsNoRecordingIsRefusedAtTheStart() throws IOException {
    Path noise = Files.writeString(folder.resolve("a.wsr"), "no recording");

    assertThatThrownBy(() -> play(folder.resolve("none.wsr"), Map.of()))
        .hasMessageContaining("none.wsr");
    assertThatThrownBy(() -> play(noise, Map.of())).hasMessageContaining("is no recording");
  }

  @Test
  void nothingIsPlayedBeforeSomebodyListens() {
    Path file = Tapes.binary(folder.resolve("a.wsr"), 5);
    replay =
        new Replay(
            Tapes.config(
                ReplayConfig.class,
                Map.of("device_id", "tape-1", "file", file.toString(), "speed", 0.0)),
            time);
    assertThat(replay.health().status()).isEqualTo(Status.STARTING);
    replay.subscribe(heard);
    awaitEnd();

    assertThat(numbers()).containsExactly(1, 2, 3, 4, 5);
  }
}
