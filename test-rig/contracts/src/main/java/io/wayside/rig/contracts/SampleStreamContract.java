// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a {@link SampleStream} promises. The peer samples one block for each number. */
public abstract class SampleStreamContract
    extends RecoveringSourceContract<SampleStream, SampleBlock> {

  @Override
  protected final long timeOf(SampleBlock block) {
    return block.firstMonotonicNanos();
  }

  @Test
  void namesItsChannelsOnceAndForAll() {
    List<SampleStream.Channel> channels = device().channels();
    say(subscribed());

    assertThat(channels).isNotEmpty().isEqualTo(device().channels());
    assertThat(channels.stream().map(SampleStream.Channel::name)).doesNotHaveDuplicates();
    assertThat(channels).allSatisfy(channel -> assertThat(channel.unit()).isNotBlank());
  }

  @Test
  void aBlockHasAsManySamplesOfEachChannel() {
    Heard<SampleBlock> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            block -> {
              assertThat(block.samples()).hasNumberOfRows(device().channels().size());
              assertThat(block.length()).isPositive();
              for (double[] channel : block.samples()) {
                assertThat(channel).hasSize(block.length());
              }
            });
  }

  @Test
  void aBlockHasTheTrueDistanceOfSamplesNearTheNominalOne() {
    Heard<SampleBlock> heard = subscribed();
    say(heard);
    double nominalNanos = 1e9 / device().nominalRateHz();

    assertThat(heard.events())
        .allSatisfy(
            block ->
                assertThat(block.intervalNanos()).isBetween(0.5 * nominalNanos, 2 * nominalNanos));
  }

  @Test
  void blocksFollowEachOtherWithoutGapOrOverlap() {
    Heard<SampleBlock> heard = subscribed();
    for (int i = 0; i < 10; i++) {
      say(heard);
    }

    List<SampleBlock> blocks = heard.events();
    for (int i = 1; i < blocks.size(); i++) {
      SampleBlock before = blocks.get(i - 1);
      assertThat(blocks.get(i).sequence()).isEqualTo(before.sequence() + before.length());
      double lastSample =
          before.firstMonotonicNanos() + (before.length() - 1) * before.intervalNanos();
      assertThat((double) blocks.get(i).firstMonotonicNanos()).isGreaterThan(lastSample);
    }
  }

  @Test
  void sequencesGoForwardOverAnOutage() {
    Heard<SampleBlock> heard = subscribed();
    say(heard);
    SampleBlock before = heard.last();
    harness().breakLink();
    eventually().until("interruption", () -> !heard.interruptions().isEmpty());
    harness().restoreLink();
    awaitBack(heard);

    assertThat(heard.last().sequence()).isGreaterThanOrEqualTo(before.sequence() + before.length());
  }
}
