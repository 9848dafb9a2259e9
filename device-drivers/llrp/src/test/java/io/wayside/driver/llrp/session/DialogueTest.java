// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Decoder;
import io.wayside.driver.llrp.codec.Frame;
import io.wayside.driver.llrp.codec.Garbled;
import io.wayside.driver.llrp.codec.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialogueTest {

  private static final long PATIENCE = 100;

  private final Dialogue dialogue = new Dialogue(PATIENCE);
  private final List<String> outcomes = new ArrayList<>();

  @BeforeEach
  void askSomething() {
    dialogue.at(1_000);
    dialogue.ask(
        Build.message("ENABLE_ROSPEC"),
        answer -> outcomes.add("done"),
        status -> outcomes.add("refused " + status.code()));
  }

  private Message sent() throws Garbled {
    return new Decoder(100).decode(Frame.of(dialogue.outgoing()));
  }

  private static Message answer(String name, long id, int code) {
    return Build.message(name)
        .with(Build.parameter("LLRPStatus").with("statusCode", code))
        .message(1, id);
  }

  @Test
  void anAnswerIsTheOneWaitedForByNumberAndType() throws Garbled {
    long id = sent().id();
    assertThat(dialogue.hears(answer("ENABLE_ROSPEC_RESPONSE", id + 1, 0))).isFalse();
    assertThat(dialogue.hears(answer("DISABLE_ROSPEC_RESPONSE", id, 0))).isFalse();
    assertThat(dialogue.isWaiting()).isTrue();
    assertThat(dialogue.hears(answer("ENABLE_ROSPEC_RESPONSE", id, 0))).isTrue();
    assertThat(dialogue.hears(answer("ENABLE_ROSPEC_RESPONSE", id, 0))).as("twice").isFalse();
    assertThat(outcomes).containsExactly("done");
  }

  @Test
  void anErrorUnderItsNumberIsARefusalWhateverItsCode() throws Garbled {
    assertThat(dialogue.hears(answer("ERROR_MESSAGE", sent().id(), 0))).isTrue();
    assertThat(outcomes).containsExactly("refused 0");
  }

  @Test
  void aStatusThatIsNotZeroIsARefusal() throws Garbled {
    assertThat(dialogue.hears(answer("ENABLE_ROSPEC_RESPONSE", sent().id(), 301))).isTrue();
    assertThat(outcomes).containsExactly("refused 301");
  }

  @Test
  void whatIsNotAnsweredInTimeIsNamed() {
    dialogue.at(1_000 + PATIENCE);
    assertThat(dialogue.overdue()).isEmpty();
    dialogue.at(1_001 + PATIENCE);
    assertThat(dialogue.overdue()).isEqualTo("ENABLE_ROSPEC");
    dialogue.reset();
    assertThat(dialogue.overdue()).isEmpty();
    assertThat(dialogue.outgoing()).isEmpty();
  }

  @Test
  void eachMessageHasANumberOfItsOwnAndTheVersionSpoken() throws Garbled {
    long first = sent().id();
    dialogue.speakVersion(2);
    dialogue.say("GET_REPORT");
    Message second = sent();
    assertThat(second.id()).isGreaterThan(first);
    assertThat(second.version()).isEqualTo(2);
    dialogue.acknowledge("KEEPALIVE_ACK", 4711);
    assertThat(sent().id()).isEqualTo(4711);
    assertThat(dialogue.outgoing()).as("only once").isEmpty();
  }
}
