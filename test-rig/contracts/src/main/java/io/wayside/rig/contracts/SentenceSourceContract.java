// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Sentence;
import io.wayside.core.device.SentenceSource;
import org.junit.jupiter.api.Test;

/** What a {@link SentenceSource} promises. The peer's sentence holds the number. */
public abstract class SentenceSourceContract
    extends RecoveringSourceContract<SentenceSource, Sentence> {

  @Override
  protected final long timeOf(Sentence sentence) {
    return sentence.monotonicNanos();
  }

  @Test
  void aSentenceComesWithoutLineEndCheckSumAndTagBlockDelimiters() {
    Heard<Sentence> heard = subscribed();
    say(heard);

    assertThat(heard.events())
        .allSatisfy(
            sentence -> {
              assertThat(sentence.text()).isNotEmpty().doesNotContain("\r", "\n", "\\");
              assertThat(sentence.text()).doesNotMatch(".*\\*[0-9A-Fa-f]{2}");
              assertThat(sentence.tagBlock()).doesNotContain("\\", "*", "\r", "\n");
            });
  }
}
