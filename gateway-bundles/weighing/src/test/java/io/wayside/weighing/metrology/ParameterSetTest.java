// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.metrology;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterSetTest {

  static Value json(String text) {
    try {
      return Json.read(text).root();
    } catch (GarbledData garbled) {
      throw new AssertionError(text, garbled);
    }
  }

  @Test
  void orderAndBlanksDoNotMatterButEveryValueDoes() {
    ParameterSet one = ParameterSet.of(json("{\"a\": 1, \"b\": [2.0, \"x\"]}"));
    assertThat(ParameterSet.of(json("{ \"b\":[2.0,\"x\"],\n\"a\":1 }"))).isEqualTo(one);
    assertThat(
            List.of(
                ParameterSet.of(json("{\"a\": 1, \"b\": [2.0, \"y\"]}")).hash(),
                ParameterSet.of(json("{\"a\": 1, \"b\": [2.1, \"x\"]}")).hash(),
                ParameterSet.of(json("{\"a\": 1, \"b\": [\"x\", 2.0]}")).hash(),
                ParameterSet.of(json("{\"a\": 1, \"c\": [2.0, \"x\"]}")).hash()))
        .doesNotHaveDuplicates()
        .doesNotContain(one.hash());
    assertThat(one.shortHash()).hasSize(16).isEqualTo(one.hash().substring(0, 16));
  }

  @Test
  void theHashIsThatOfTheCbor() {
    // SHA-256 of a1 61 61 01, the CBOR of {"a": 1}, computed with sha256sum.
    assertThat(ParameterSet.of(json("{\"a\": 1}")).hash()).isEqualTo(HASH_OF_A1);
  }

  private static final String HASH_OF_A1 =
      "eb989b4a620fd259ae02181bdab4fc3eb6dc6b45eb7322999bb1416bce318926";

  @Test
  void tellsEveryPlaceThatChanged() {
    Value before =
        json("{\"a\": 1, \"lines\": [{\"c\": 1.5, \"n\": \"x\"}, {\"c\": 2.0}], \"z\": 0}");
    Value after = json("{\"a\": 1, \"lines\": [{\"c\": 1.6, \"n\": \"x\"}], \"y\": 7, \"z\": 0}");
    assertThat(ParameterChange.between(before, after))
        .containsExactly(
            new ParameterChange("/lines/0/c", new Value.Real(1.5), new Value.Real(1.6)),
            new ParameterChange("/lines/1", json("{\"c\": 2.0}"), Value.ABSENT),
            new ParameterChange("/y", Value.ABSENT, new Value.Whole(7)));
    assertThat(ParameterChange.between(before, before)).isEmpty();
    assertThat(ParameterChange.between(json("[1]"), json("{\"0\": 1}")))
        .singleElement()
        .extracting(ParameterChange::path)
        .isEqualTo("");
  }
}
