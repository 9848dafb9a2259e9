// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.llrp.codec.Encoder;
import io.wayside.driver.llrp.codec.Golden;
import io.wayside.driver.llrp.codec.Message;
import java.util.List;
import org.apache.log4j.Level;
import org.apache.log4j.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.llrp.ltk.exceptions.InvalidLLRPMessageException;
import org.llrp.ltk.generated.LLRPMessageFactory;
import org.llrp.ltk.types.LLRPMessage;

/** Another implementation of LLRP 1.0.1 understands what is sent, and says the same again. */
class IndependentPeerTest {

  @BeforeAll
  static void withoutItsLog() {
    Logger.getRootLogger().setLevel(Level.OFF);
  }

  private static LLRPMessage theirs(byte[] bytes) throws InvalidLLRPMessageException {
    return LLRPMessageFactory.createLLRPMessage(bytes);
  }

  @ParameterizedTest
  @EnumSource(Golden.class)
  void theGoldenFramesAreTheirsToo(Golden golden) throws InvalidLLRPMessageException {
    assertThat(theirs(golden.bytes()).encodeBinary()).isEqualTo(golden.bytes());
  }

  @Test
  void allThatASessionSendsIsUnderstood() throws InvalidLLRPMessageException {
    ScriptedReader reader = ScriptedReader.usual().ready();
    reader.session.radio().want(false);
    reader.pass(10);
    reader.session.close(reader.now);
    reader.pass(10);
    List<Message> version1 =
        reader.asked.stream().filter(message -> message.version() == 1).toList();
    assertThat(version1).hasSizeGreaterThan(11);
    for (Message message : version1) {
      byte[] bytes = Encoder.encode(message);
      LLRPMessage understood = theirs(bytes);
      assertThat(understood.getName()).isEqualTo(message.name());
      assertThat(understood.encodeBinary()).as(message.name()).isEqualTo(bytes);
    }
  }
}
