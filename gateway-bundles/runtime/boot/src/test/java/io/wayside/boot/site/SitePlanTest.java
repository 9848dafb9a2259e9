// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SitePlanTest {

  private static final SiteReader READER = new SiteReader(SchemaFixture.schema());

  @Test
  void each_part_of_the_document_becomes_the_configuration_of_its_PID() {
    SitePlan plan = plan(SiteDocument.VALID);

    assertThat(plan.gateway()).isEqualTo("hp-ql10-km12");
    assertThat(plan.tenant()).isEqualTo("hai-phong");
    assertThat(plan.configurations())
        .containsOnlyKeys(
            "io.wayside.gateway",
            "io.wayside.journal",
            "io.wayside.device.indicator~scale-1",
            "io.wayside.device.lamp~lamp-1",
            "io.wayside.station.weighing~lane-1",
            "io.wayside.uplink.mqtt~centre");
    assertThat(plan.configurations().get("io.wayside.device.indicator~scale-1"))
        .isEqualTo(
            Map.of(
                "device.id", "scale-1",
                "link", "serial:/dev/ttyUSB0?9600,8N1",
                "scaleIntervalKg", 20.0));
  }

  @Test
  void a_reference_becomes_a_filter_and_one_not_named_matches_nothing() {
    assertThat(plan(SiteDocument.VALID).configurations().get("io.wayside.station.weighing~lane-1"))
        .containsEntry("scaleDevice", "scale-1")
        .containsEntry("scale.target", "(device.id=scale-1)")
        .containsEntry("lamp.target", "(!(service.id=*))")
        .containsEntry("vehicleGapS", 3.0);
  }

  @Test
  void an_amount_may_be_written_in_any_unit_of_its_quantity_or_bare_with_the_suffix() {
    for (String written :
        new String[] {
          "\"scaleInterval\": \"20 kg\"",
          "\"scaleInterval\": \"0.02 t\"",
          "\"scaleInterval\": \"20000g\"",
          "\"scaleIntervalKg\": 20",
          "\"scaleIntervalKg\": 20.0"
        }) {
      SitePlan plan = plan(SiteDocument.with("\"scaleInterval\": \"20 kg\"", written));
      assertThat(plan.configurations().get("io.wayside.device.indicator~scale-1"))
          .as(written)
          .containsEntry("scaleIntervalKg", 20.0);
    }
  }

  @Test
  void whole_numbers_keep_the_type_of_the_component() {
    SitePlan plan =
        plan(
            SiteDocument.with("\"scaleInterval\"", "\"silentAfter\": \"0.25 s\", \"scaleInterval\"")
                .replace("\"tenant\"", "\"statusEvery\": \"2 min\", \"tenant\""));

    assertThat(plan.configurations().get("io.wayside.device.indicator~scale-1"))
        .containsEntry("silentAfterMs", 250L);
    assertThat(plan.configurations().get("io.wayside.gateway")).containsEntry("statusEveryS", 120);
  }

  @Test
  void lists_become_arrays() {
    SitePlan plan =
        plan(
            SiteDocument.with(
                "\"vehicleGap\"", "\"limits\": [\"10 t\", \"500 kg\"], \"vehicleGap\""));

    assertThat(
            (Double[])
                plan.configurations().get("io.wayside.station.weighing~lane-1").get("limitsKg"))
        .containsExactly(10000.0, 500.0);
    assertThat((String[]) plan.configurations().get("io.wayside.uplink.mqtt~centre").get("brokers"))
        .containsExactly("tcp://broker.example:1883");
  }

  @Test
  void a_name_that_is_only_a_unit_takes_both_forms() {
    for (String written : new String[] {"\"bytes\": \"64 KiB\"", "\"bytes\": 65536"}) {
      assertThat(
              plan(SiteDocument.with("\"brokers\"", written + ", \"brokers\""))
                  .configurations()
                  .get("io.wayside.uplink.mqtt~centre"))
          .containsEntry("bytes", 65536L);
    }
  }

  @Test
  void what_is_not_written_is_left_to_the_component() {
    assertThat(plan(SiteDocument.VALID).configurations().get("io.wayside.journal")).isEmpty();
  }

  @Test
  void the_hash_is_of_the_content_and_not_of_the_text() {
    String hash = plan(SiteDocument.VALID).hash();

    assertThat(hash).matches("[0-9a-f]{16}");
    assertThat(plan(SiteDocument.VALID.replaceAll("\\s+", " ")).hash()).isEqualTo(hash);
    assertThat(
            plan(SiteDocument.with(
                    "\"id\": \"hp-ql10-km12\", \"tenant\": \"hai-phong\"",
                    "\"tenant\": \"hai-phong\", \"id\": \"hp-ql10-km12\""))
                .hash())
        .isEqualTo(hash);
    assertThat(plan(SiteDocument.with("\"3 s\"", "\"4 s\"")).hash()).isNotEqualTo(hash);
  }

  private static SitePlan plan(String document) {
    SiteReading reading = READER.read(document);
    assertThat(reading).as("%s", reading).isInstanceOf(SiteReading.Accepted.class);
    return ((SiteReading.Accepted) reading).plan();
  }
}
