// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

  @Test
  void fieldsAreEqualInAnyOrderAndKeepTheirOwn() {
    Value.Fields one = Value.Fields.with("a", 1).and("b", true).build();
    Value.Fields other = Value.Fields.with("b", true).and("a", 1).build();

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(other.values().keySet()).containsExactly("b", "a");
  }

  @Test
  void anUnknownNameIsAbsent() {
    assertThat(Value.Fields.with("a", 1).build().get("b")).isEqualTo(Value.ABSENT);
  }

  @Test
  void aNameGivenTwiceIsRefused() {
    assertThatThrownBy(() -> Value.Fields.with("a", 1).and("a", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"a\" is given twice");
  }

  @Test
  void contentDoesNotChangeAfterwards() {
    List<Value> values = new ArrayList<>(List.of(Value.ABSENT));
    Map<String, Value> named = new LinkedHashMap<>(Map.of("a", Value.ABSENT));
    Value.Many many = new Value.Many(values);
    Value.Fields fields = new Value.Fields(named);
    values.clear();
    named.clear();

    assertThat(many.values()).hasSize(1);
    assertThat(fields.values()).hasSize(1);
    assertThatThrownBy(() -> fields.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aRealIsFinite(double value) {
    assertThatThrownBy(() -> new Value.Real(value)).hasMessageContaining("use Value.ABSENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00", "\udc00\ud800", "\ud800\ud800\udc00"})
  void textAndNamesHaveNoHalfSurrogatePairs(String text) {
    assertThatThrownBy(() -> new Value.Text(text)).hasMessageContaining("surrogate at index");
    assertThatThrownBy(() -> new Value.Fields(Map.of(text, Value.ABSENT)))
        .hasMessageContaining("surrogate at index");
  }
}
