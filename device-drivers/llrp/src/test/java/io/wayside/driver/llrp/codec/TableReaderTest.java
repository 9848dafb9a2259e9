// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableReaderTest {

  @Test
  void aLineIsNumberNameFieldsAndPlaces() {
    Definition read =
        TableReader.read(
                "7 Seven | a:u2 _6 b:s16 c:u1v d:w16v _8 e:rest | One (Two,Three)+ Four?\n")
            .get(0);
    assertThat(read.type()).isEqualTo(7);
    assertThat(read.name()).isEqualTo("Seven");
    assertThat(read.fields())
        .containsExactly(
            new Field("a", FieldKind.UNSIGNED, 2),
            new Field("reserved", FieldKind.RESERVED, 6),
            new Field("b", FieldKind.SIGNED, 16),
            new Field("c", FieldKind.BITS, 0),
            new Field("d", FieldKind.WORDS, 0),
            new Field("reserved2", FieldKind.RESERVED, 8),
            new Field("e", FieldKind.REST, 0));
    assertThat(read.slots())
        .containsExactly(
            new Slot(List.of("One"), 1, false),
            new Slot(List.of("Two", "Three"), 1, true),
            new Slot(List.of("Four"), 0, false));
  }

  @Test
  void aLineMayHaveNeither() {
    Definition read = TableReader.read("4 Four | |").get(0);
    assertThat(read.fields()).isEmpty();
    assertThat(read.slots()).isEmpty();
    assertThat(read.known()).isTrue();
  }

  @Test
  void aFormNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> TableReader.read("4 Four | x:q8 |"))
        .hasMessage("no form of a field: q8");
  }

  @Test
  void whatIsInNoTableHasNoFieldsAndAMadeUpName() {
    assertThat(Dictionary.message(999)).isEqualTo(Definition.unknown(999));
    assertThat(Dictionary.parameter(999).name()).isEqualTo("unknown-999");
    assertThat(Dictionary.messageNamed("unknown-999")).isEmpty();
    assertThat(Dictionary.parameterNamed("ROSPEC")).isEmpty();
  }

  @Test
  void askingForWhatIsNotThereIsAMistakeOfTheAsker() throws Garbled {
    Message report = Golden.ENABLE_ROSPEC.decoded();
    assertThatThrownBy(() -> report.number("accessSpecId"))
        .hasMessage("ENABLE_ROSPEC has no field \"accessSpecId\"");
    assertThatThrownBy(() -> report.octets("roSpecId"))
        .hasMessage("ENABLE_ROSPEC.roSpecId holds no bytes");
    Message tag = Golden.RO_ACCESS_REPORT.decoded();
    Parameter epc = tag.parameters().get(0).last("EPC_96").orElseThrow();
    assertThatThrownBy(() -> epc.number("epc")).hasMessage("EPC_96.epc is no number");
  }
}
