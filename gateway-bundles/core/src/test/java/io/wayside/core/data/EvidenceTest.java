// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Evidence.Certainty;
import io.wayside.core.data.Wording.Language;
import org.junit.jupiter.api.Test;

/** Sources and texts that rows of tables carry. */
class EvidenceTest {

  private static Evidence evidence(String json) throws GarbledData {
    return Evidence.from(Node.read("t.json", json));
  }

  @Test
  void aRowNamesItsSourceAndHowSureItIs() throws GarbledData {
    assertThat(evidence("{\"source\": \"Art. 16\", \"certainty\": \"from-knowledge\"}"))
        .isEqualTo(new Evidence("Art. 16", Certainty.FROM_KNOWLEDGE));
  }

  @Test
  void aRowWithoutSourceOrWithAnotherWordIsRefused() {
    assertThatThrownBy(() -> evidence("{\"certainty\": \"verified\"}"))
        .hasMessageContaining("needs a member \"source\"");
    assertThatThrownBy(() -> evidence("{\"source\": \"s\", \"certainty\": \"sure\"}"))
        .hasMessageContaining("t.json: line 1")
        .hasMessageContaining("verified, secondary, from-knowledge");
  }

  @Test
  void everyWordReadsBack() throws GarbledData {
    for (Certainty certainty : Certainty.values()) {
      assertThat(
              evidence("{\"source\": \"s\", \"certainty\": \"" + certainty.word() + "\"}")
                  .certainty())
          .isEqualTo(certainty);
    }
  }

  @Test
  void aTextIsThereInBothLanguages() throws GarbledData {
    Wording wording = Wording.from(Node.read("t", "{\"vi\": \"quá tải\", \"en\": \"over\"}"));
    assertThat(wording.in(Language.VI)).isEqualTo("quá tải");
    assertThat(wording.in(Language.EN)).isEqualTo("over");
    assertThatThrownBy(() -> Wording.from(Node.read("t", "{\"en\": \"over\"}")))
        .hasMessageContaining("\"vi\"");
    assertThatThrownBy(() -> Wording.from(Node.read("t", "{\"vi\": \" \", \"en\": \"over\"}")))
        .hasMessageContaining("must not be blank");
  }
}
