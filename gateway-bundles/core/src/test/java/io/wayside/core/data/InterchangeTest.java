// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** CBOR and JSON carry the same content, and one content has one CBOR. */
class InterchangeTest {

  private static final int TREES = 5_000;

  private final RandomTrees trees = new RandomTrees(20260822);

  @Test
  void whatIsEncodedAsCborIsDecodedAsTheSame() throws GarbledData {
    for (int i = 0; i < TREES; i++) {
      Value value = trees.next();

      assertThat(Cbor.decode(Cbor.encode(value))).isEqualTo(value);
    }
  }

  @Test
  void whatIsWrittenAsJsonIsReadAsTheSame() throws GarbledData {
    for (int i = 0; i < TREES; i++) {
      Value value = trees.next();

      assertThat(Json.read(Json.write(value)).root()).isEqualTo(value);
      assertThat(Json.read(Json.writeIndented(value)).root()).isEqualTo(value);
    }
  }

  @Test
  void theWayThroughJsonLeavesTheCborAsItWas() throws GarbledData {
    for (int i = 0; i < TREES; i++) {
      Value value = trees.next();
      byte[] direct = Cbor.encode(value);

      assertThat(Cbor.encode(Json.read(Json.write(value)).root())).isEqualTo(direct);
      assertThat(Cbor.encode(Json.read(Json.write(Cbor.decode(direct))).root())).isEqualTo(direct);
    }
  }

  @Test
  void theOrderInWhichFieldsWereBuiltDoesNotShowInCbor() {
    Random order = new Random(7);
    for (int i = 0; i < TREES; i++) {
      Value value = trees.next();

      assertThat(Cbor.encode(shuffled(value, order))).isEqualTo(Cbor.encode(value));
    }
  }

  @Test
  void jsonKeepsTheOrderInWhichFieldsWereBuilt() throws GarbledData {
    Value.Fields fields = Value.Fields.with("b", 1).and("a", 2).and("c", 3).build();

    assertThat(Json.write(fields)).isEqualTo("{\"b\":1,\"a\":2,\"c\":3}");
    assertThat(((Value.Fields) Json.read(Json.write(fields)).root()).values().keySet())
        .containsExactly("b", "a", "c");
  }

  private static Value shuffled(Value value, Random order) {
    if (value instanceof Value.Many many) {
      return new Value.Many(many.values().stream().map(v -> shuffled(v, order)).toList());
    }
    if (value instanceof Value.Fields fields) {
      List<Map.Entry<String, Value>> entries = new ArrayList<>(fields.values().entrySet());
      Collections.shuffle(entries, order);
      Map<String, Value> result = new LinkedHashMap<>();
      entries.forEach(e -> result.put(e.getKey(), shuffled(e.getValue(), order)));
      return new Value.Fields(result);
    }
    return value;
  }
}
