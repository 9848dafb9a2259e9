// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.water.WaterQuantity;
import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import io.wayside.driver.nmea.sentence.plain.Understood.Said;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;

/** Sentences read for tests. */
final class Read {

  private Read() {}

  static Said said(String text) {
    Understood understood = PlainSentences.read(text);
    assertThat(understood).as(text).isInstanceOf(Said.class);
    return (Said) understood;
  }

  static <T extends Plain> T as(Class<T> kind, String text) {
    return kind.cast(said(text).plain());
  }

  /** Without anything spoilt. */
  static <T extends Plain> T clean(Class<T> kind, String text) {
    assertThat(said(text).spoilt()).as(text).isEmpty();
    return as(kind, text);
  }

  static List<Reason> reasons(String text) {
    return said(text).spoilt().stream().map(Spoilt::reason).toList();
  }

  static Map<WaterQuantity, Double> figures(String text) {
    return as(Plain.Figures.class, text).told();
  }

  static Offset<Double> near() {
    return Offset.offset(1e-9);
  }
}
