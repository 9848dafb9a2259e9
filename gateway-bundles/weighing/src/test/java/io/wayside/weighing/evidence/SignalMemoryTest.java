// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Blob;
import io.wayside.core.recording.Damage;
import io.wayside.core.recording.RecordingDecoder;
import io.wayside.core.recording.RecordingHead;
import io.wayside.core.recording.RecordingSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalMemoryTest {

  /** Ten samples of one millisecond each, on two channels, from so many milliseconds on. */
  private static SampleBlock block(int fromMs) {
    double[][] samples = new double[2][10];
    for (int i = 0; i < 10; i++) {
      samples[0][i] = fromMs + i;
      samples[1][i] = -fromMs - i;
    }
    return new SampleBlock(fromMs * 1_000_000L, 1e6, fromMs, samples, Flags.NONE);
  }

  @Test
  void givesTheBlocksThatTouchATime() {
    SignalMemory memory = new SignalMemory(1_000_000_000L, 1_000_000);
    List<SampleBlock> all = List.of(block(0), block(10), block(20), block(30));
    all.forEach(memory::add);
    assertThat(memory.between(12_000_000, 22_000_000)).containsExactly(all.get(1), all.get(2));
    assertThat(memory.between(0, 1_000_000_000)).containsExactlyElementsOf(all);
    assertThat(memory.between(50_000_000, 60_000_000)).isEmpty();
  }

  @Test
  void forgetsWhatIsOlderThanItsSpan() {
    SignalMemory memory = new SignalMemory(30_000_000, 1_000_000);
    for (int ms = 0; ms <= 100; ms += 10) {
      memory.add(block(ms));
    }
    assertThat(memory.between(0, Long.MAX_VALUE))
        .extracting(SampleBlock::sequence)
        .containsExactly(70L, 80L, 90L, 100L);
  }

  @Test
  void neverHoldsMoreSamplesThanAllowedButAlwaysTheLastBlock() {
    SignalMemory memory = new SignalMemory(Long.MAX_VALUE / 2, 50);
    for (int ms = 0; ms <= 1000; ms += 10) {
      memory.add(block(ms));
      assertThat(memory.between(0, Long.MAX_VALUE)).hasSizeLessThanOrEqualTo(2);
    }
    SignalMemory tiny = new SignalMemory(1_000_000_000L, 1);
    tiny.add(block(0));
    assertThat(tiny.between(0, Long.MAX_VALUE)).hasSize(1);
  }

  @Test
  void aStretchOfSignalReadsBackAsARecordingWithItsInstrument() {
    SampleStream stream = new Stream();
    Value instrument = Value.Fields.with("instrument", "lane-1").build();
    Blob blob =
        new SignalFile(stream, instrument)
            .of(List.of(block(10), block(20)), Instant.parse("2026-11-21T05:00:00Z"));
    assertThat(blob.name()).isEqualTo("signal");

    List<Object> read = new ArrayList<>();
    RecordingDecoder decoder = new RecordingDecoder();
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void head(RecordingHead head) {
            read.add(head.instrument());
          }

          @Override
          public void block(SampleBlock block) {
            read.add(block.sequence() + " " + block.samples()[1][9]);
          }

          @Override
          public void damaged(Damage damage) {
            read.add(damage);
          }
        };
    decoder.accept(blob.content(), 0, blob.content().length, sink);
    decoder.finish(sink);
    assertThat(read).containsExactly(instrument, "10 -19.0", "20 -29.0");
  }

  private static final class Stream implements SampleStream {
    @Override
    public String deviceId() {
      return "adc-1";
    }

    @Override
    public List<Channel> channels() {
      return List.of(new Channel("a", "V"), new Channel("b", "V"));
    }

    @Override
    public double nominalRateHz() {
      return 1000;
    }

    @Override
    public Subscription subscribe(Listener<? super SampleBlock> listener) {
      return () -> {};
    }
  }
}
