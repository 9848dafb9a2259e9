// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import static io.wayside.tolling.passage.Vehicles.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.quality.Flag;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.time.ClockQuality;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.Priced;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TollRecordsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
  private static final Charge SUM =
      Charge.of(
          new Priced.Sum(new Fare(54_000, "VND", "fares", List.of("group:2"))), Optional.empty());

  private final Vehicles.Time time = new Vehicles.Time().at(NOW);
  private final TollRecords records = new TollRecords(Vehicles.LANE, Vehicles.PLAN, time);

  private PassageFacts facts() {
    return Vehicles.facts(time.monotonicNanos(), "online", Optional.of(2));
  }

  private static void fits(Draft draft) {
    assertThat(Judge.faults(draft.kind().toString(), draft.body())).isEmpty();
  }

  @Test
  void everyKindFitsItsSchema() {
    KnownEntry entry =
        new KnownEntry(
            new EntryPoint("1001", NOW.minusSeconds(900), "gate-7/toll.lane-1/3"),
            KnownEntry.Source.OWN_LANE,
            false);
    List<Charge> charges =
        List.of(
            SUM,
            Charge.of(new Priced.ForReview("fares", List.of("review:x")), Optional.of(entry)),
            Charge.free(Payment.TICKET, "monthly"),
            Charge.free(Payment.EXEMPT, "ambulance"));
    for (Charge charge : charges) {
      fits(records.grant(facts(), charge, Vehicles.PROVENANCE));
      fits(records.passage(facts(), charge, Vehicles.PROVENANCE));
      fits(records.unproven(facts(), charge, Vehicles.PROVENANCE));
    }
    fits(records.abort(facts(), "backed-out", Vehicles.PROVENANCE));
    PassageFacts bare =
        new PassageFacts(
            "v",
            0,
            SECOND,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Measured.NOTHING,
            Optional.empty(),
            List.of(),
            io.wayside.core.quality.Flags.NONE);
    fits(records.violation(bare, "run-through", Vehicles.PROVENANCE));
  }

  @Test
  void aSchemaThatDoesNotFitIsNoticed() {
    Value body = Value.Fields.with("station", 17).and("surplus", true).build();
    assertThat(Judge.faults("toll-passage/1", body)).hasSizeGreaterThan(5);
  }

  @Test
  void aPassageIsMoneyAndAGrantIsNot() {
    Draft passage = records.passage(facts(), SUM, Vehicles.PROVENANCE);
    assertThat(passage.importance()).isEqualTo(Importance.MONEY);
    assertThat(passage.stream()).isEqualTo("toll.lane-2");
    assertThat(passage.occurred().wall()).isEqualTo(NOW);
    assertThat(passage.blobs()).hasSize(1);
    assertThat(new Fields(passage.body()).member("fare").whole("minor")).contains(54_000L);
    assertThat(records.grant(facts(), SUM, Vehicles.PROVENANCE).importance())
        .isEqualTo(Importance.EVENT);
    assertThat(records.violation(facts(), "x", Vehicles.PROVENANCE).importance())
        .isEqualTo(Importance.ENFORCEMENT);
    assertThat(records.unproven(facts(), SUM, Vehicles.PROVENANCE).importance())
        .isEqualTo(Importance.ENFORCEMENT);
  }

  @Test
  void momentsCountFromWhatHappenedAndListsHaveTheirAgeThen() {
    Fields body = new Fields(records.passage(facts(), SUM, Vehicles.PROVENANCE).body());
    assertThat(body.number("openedS")).contains(-10.0);
    assertThat(body.member("decision").number("atS")).contains(-4.0);
    assertThat(body.member("decision").each("lists").get(0).number("ageS")).contains(60.0);
    assertThat(body.each("timeline"))
        .extracting(m -> m.number("atS").orElseThrow())
        .containsExactly(-10.0, -2.0, 0.0);
    assertThat(body.each("tags").get(0).each("sightings").get(0).number("dbm")).contains(-52.5);
  }

  @Test
  void aRecordBelongsToTheShiftInWhichItHappenedAndSaysWhenItIsLate() {
    PassageFacts before = facts();
    Fields punctual = new Fields(records.passage(before, SUM, Vehicles.PROVENANCE).body());
    assertThat(punctual.text("day")).contains("2026-11-21");
    assertThat(punctual.whole("shift")).contains(1L);
    assertThat(punctual.truth("postedLate")).isFalse();
    time.at(NOW.plusSeconds(3 * 86_400));
    Fields late = new Fields(records.passage(before, SUM, Vehicles.PROVENANCE).body());
    assertThat(late.text("day")).contains("2026-11-21");
    assertThat(late.truth("postedLate")).isTrue();
  }

  @Test
  void anUnsynchronisedClockIsSaid() {
    time.quality(ClockQuality.unsynchronised());
    Value flags = records.passage(facts(), SUM, Vehicles.PROVENANCE).body().get("flags");
    assertThat(flags)
        .isEqualTo(new Value.Many(List.of(new Value.Text(Flag.CLOCK_UNSYNCHRONISED.code()))));
  }

  @Test
  void noPlateStandsInARecordUnlessItIsAskedFor() {
    PlateKey key = new PlateKey(new byte[32]);
    String body =
        io.wayside.core.data.Json.write(records.passage(facts(), SUM, Vehicles.PROVENANCE).body());
    assertThat(body).doesNotContain("29A").contains("\"text\":null");
    assertThat(key.shown("29A-123.45").text()).contains("29A-123.45");
    assertThat(key.hidden("29a 12345").hash()).isEqualTo(key.shown("29A-123.45").hash());
    assertThat(key.hidden("29LĐ-12345").hash()).isNotEqualTo(key.hidden("29L-12345").hash());
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new PlateKey(other).hidden("29A12345").hash())
        .isNotEqualTo(key.hidden("29A12345").hash());
  }

  @Test
  void aPlateKeyThatIsTooShortIsRefused() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new PlateKey(new byte[15]))
        .hasMessageContaining("too short");
  }

  @Test
  void aSumAndItsPaymentGoTogether() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Charge.free(Payment.ACCOUNT, "x"))
        .hasMessageContaining("needs a sum");
  }

  @Test
  void healthGivesSharesAndNoneOfNothing() {
    LaneHealth.Count count =
        new LaneHealth.Count(200, 199, 1, 2, 0, 199, 0, 198, 400, 199, 7_562_000);
    LaneHealth health =
        new LaneHealth(
            NOW,
            NOW.plusSeconds(3600),
            new Shift(java.time.LocalDate.EPOCH, 1),
            count,
            1.5,
            Double.NaN,
            360,
            -1);
    Draft draft = records.health(health, time.monotonicNanos(), Vehicles.PROVENANCE);
    fits(draft);
    Fields body = new Fields(draft.body());
    assertThat(draft.stream()).isEqualTo("toll-health.lane-2");
    assertThat(body.number("readRate")).contains(0.995);
    assertThat(body.number("ghostRate")).contains(0.005);
    assertThat(body.number("offlineShare")).contains(0.1);
    assertThat(body.number("decisionP99Ms")).isEmpty();
    assertThat(body.number("oldestListAgeS")).isEmpty();
    LaneHealth quiet =
        new LaneHealth(
            NOW,
            NOW,
            new Shift(java.time.LocalDate.EPOCH, 1),
            new LaneHealth.Count(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
            0,
            0,
            0,
            5);
    Fields nothing = new Fields(records.health(quiet, 0, Vehicles.PROVENANCE).body());
    assertThat(nothing.number("readRate")).isEmpty();
    assertThat(nothing.number("offlineShare")).isEmpty();
  }

  @Test
  void aBodyOfAnotherReleaseIsReadAsFarAsItGoes() {
    Random random = new Random(8);
    Fields odd = new Fields(Value.Fields.with("a", 1).and("b", "x").and("c", true).build());
    for (String name : List.of("a", "b", "c", "d")) {
      assertThat(odd.member(name).isThere()).isEqualTo(!name.equals("d"));
      assertThat(odd.text(name).isPresent()).isEqualTo(name.equals("b"));
      assertThat(odd.whole(name).isPresent()).isEqualTo(name.equals("a"));
      assertThat(odd.number(name).isPresent()).isEqualTo(name.equals("a"));
      assertThat(odd.truth(name)).isEqualTo(name.equals("c"));
      assertThat(odd.each(name)).isEmpty();
      assertThat(odd.member(name).member("x" + random.nextInt(9)).isThere()).isFalse();
    }
  }
}
