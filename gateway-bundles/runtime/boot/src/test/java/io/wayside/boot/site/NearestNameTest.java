// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  @ParameterizedTest
  @CsvSource({
    "link, link, 0",
    "lnik, link, 1",
    "lnk, link, 1",
    "links, link, 1",
    "LINK, link, 0",
    "abc, xyz, 3",
    "'', abc, 3",
    "device, devices, 1"
  })
  void slips_of_the_hand_are_counted(String one, String other, int slips) {
    assertThat(NearestName.distance(one, other)).isEqualTo(slips);
  }

  @Test
  void the_nearest_is_offered_when_it_is_near() {
    List<String> known = List.of("link", "format", "scaleInterval");

    assertThat(NearestName.of("scaleIntervall", known)).contains("scaleInterval");
    assertThat(NearestName.of("frmat", known)).contains("format");
    assertThat(NearestName.of("colour", known)).isEmpty();
  }

  @Test
  void a_very_long_name_costs_nothing() {
    assertThat(NearestName.of("x".repeat(1_000_000), List.of("link"))).isEmpty();
  }
}
