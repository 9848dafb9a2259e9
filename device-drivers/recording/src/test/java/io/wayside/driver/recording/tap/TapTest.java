// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.tap;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.recording.Coding;
import io.wayside.core.recording.Damage;
import io.wayside.core.recording.RecordingDecoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.recording.RecordingSink;
import io.wayside.driver.recording.SimulatedTime;
import io.wayside.driver.recording.Tapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapTest {

  @TempDir Path folder;

  private Tap tap(int queue, long keepFree) {
    return new Tap(
        new Tap.Settings(
            "tap-1", folder, "", Coding.FLOAT32, queue, 1 << 20, Long.MAX_VALUE, 1 << 22, keepFree),
        new Named(),
        new SimulatedTime(),
        Value.ABSENT,
        Value.ABSENT);
  }

  @Test
  void whatTheFullQueueCannotTakeIsDroppedCountedAndAJumpInTheFile() throws IOException {
    Tap tap = tap(8, 0);
    for (int i = 1; i <= 20; i++) {
      tap.received(Tapes.block(i)); // nobody writes yet
    }
    assertThat(tap.dropped()).isEqualTo(12);
    tap.start();
    Tapes.until("written", () -> tap.written() == 8);
    tap.received(Tapes.block(21));
    Tapes.until("written", () -> tap.written() == 9);
    assertThat(tap.health().code()).isEqualTo("blocks-dropped");
    assertThat(tap.health().message()).contains("tap-1", "12 blocks");
    tap.close();

    assertThat(sequences()).containsExactly(500L, 510L, 520L, 530L, 540L, 550L, 560L, 570L, 700L);
  }

  @Test
  void aDiskThatIsNearlyFullIsLeftToOthers() {
    Tap tap = tap(8, Long.MAX_VALUE / 2);
    tap.start();
    tap.received(Tapes.block(1));
    Tapes.until("failed", () -> tap.health().code().equals("cannot-write"));
    tap.close();

    assertThat(folder).isEmptyDirectory();
    assertThat(tap.health().message()).contains("to spare");
  }

  private List<Long> sequences() throws IOException {
    List<Long> sequences = new ArrayList<>();
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void head(RecordingHead head) {
            assertThat(head.channels().get(0).coding()).isEqualTo(Coding.FLOAT32);
          }

          @Override
          public void block(SampleBlock block) {
            sequences.add(block.sequence());
          }

          @Override
          public void damaged(Damage damage) {
            throw new AssertionError(damage);
          }
        };
    try (var files = Files.list(folder)) {
      byte[] bytes = Files.readAllBytes(files.findFirst().orElseThrow());
      RecordingDecoder decoder = new RecordingDecoder();
      decoder.accept(bytes, 0, bytes.length, sink);
      decoder.finish(sink);
    }
    return sequences;
  }

  /** A stream that has a name and says nothing by itself. */
  private static final class Named implements SampleStream {
    @Override
    public List<Channel> channels() {
      return Tapes.head().offered();
    }

    @Override
    public double nominalRateHz() {
      return 1_000;
    }

    @Override
    public String deviceId() {
      return "adc-9";
    }

    @Override
    public Subscription subscribe(Listener<? super SampleBlock> listener) {
      return () -> {};
    }
  }
}
