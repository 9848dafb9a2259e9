// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static io.wayside.waterway.SteppedTime.S;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LanternMode;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Told;
import io.wayside.waterway.availability.Ledger;
import io.wayside.waterway.record.AidRecords;
import io.wayside.waterway.record.Verdicts;
import io.wayside.waterway.rhythm.Seen;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import io.wayside.waterway.watch.TelemetryState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An aid's station from what its sources tell to records, over nights, restarts and clock steps.
 */
class AidStationTest {

  private static final Told AIS = new Told("ais-1", "mmsi:995741007");
  private static final long HOUR = 3600 * S;

  /** Noon at the place. */
  private final SteppedTime time = new SteppedTime("2026-11-22T05:00:00Z");

  private final KeptJournal journal = new KeptJournal();
  private Duty duty = Duty.automatic("nothing else");
  private AidStation station = station(Map.of());

  private AidStation station(Map<String, Object> more) {
    try {
      return new AidStation(
          AidParts.of(AidConfigs.of(more)),
          new LightOrders() {
            @Override
            public Duty duty(long nanos) {
              return duty;
            }

            @Override
            public void sees(long nanos, Optional<Seen> seen, long since, Optional<Boolean> due) {}
          },
          journal.last("waterway.buoy-7", LastState.RECORDS),
          new Backlog(journal, 100, complaint -> {}),
          () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
          time);
    } catch (GarbledData | JournalException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private AidReport report(LightStatus light) {
    return new AidReport(
        time.monotonicNanos(),
        "mmsi:995741007",
        Optional.empty(),
        Presence.REAL,
        Optional.of(Fix.of(20.50005, 106.6)),
        Optional.empty(),
        light,
        RaconStatus.NOT_TOLD,
        Optional.empty(),
        LanternMode.NOT_TOLD,
        Optional.empty(),
        Map.of(),
        Set.of(),
        Set.of(AidSign.DOOR_OPEN),
        OptionalInt.empty());
  }

  /** Until an hour, reports every three minutes: on from six to six. */
  private void until(double hour, boolean lampWorks) {
    for (long s = time.monotonicNanos() / S + 30; s <= hour * 3600; s += 30) {
      time.set(s * S);
      if (s % 180 == 0) {
        boolean night = (s / 3600.0 + 12) % 24 < 6.0 || (s / 3600.0 + 12) % 24 > 17.6;
        station.report(AIS, report(night && lampWorks ? LightStatus.ON : LightStatus.OFF));
      }
      station.tick();
    }
  }

  private static String state(Draft draft, String question) {
    Value.Fields answer = (Value.Fields) draft.body().get(question);
    return ((Value.Text) answer.get("state")).value();
  }

  private Draft lastState() {
    List<Draft> states = journal.kept("aid-state");
    return states.get(states.size() - 1);
  }

  @Test
  void aGoodDayIsUpAndLitAndSaysNothingElse() {
    until(20 + 12 + 6.5, true);

    assertThat(station.health(List.of()).status()).isEqualTo(Status.OK);
    List<Draft> days = journal.kept("aid-availability");
    assertThat(days).hasSize(1);
    Value.Fields day = days.get(0).body();
    assertThat(day.get("day")).isEqualTo(new Value.Text("2026-11-22"));
    assertThat(number(day, "upS")).isBetween(43_200.0 - 1200, 43_200.0);
    assertThat(number(day, "upS") + number(day, "unknownS")).isEqualTo(43_200.0);
    assertThat(number(day, "litS")).isEqualTo(number(day, "dueS")).isGreaterThan(6 * 3000.0);
    assertThat(journal.kept("aid-state"))
        .allSatisfy(
            draft -> assertThat(draft.body().get("misleads")).isEqualTo(new Value.Truth(false)));
  }

  private static double number(Value.Fields body, String name) {
    return ((Value.Real) body.get(name)).value();
  }

  @Test
  void aLampThatStaysOutIsToldAtNightWithItsReasonAndRemedy() {
    until(10, false);

    assertThat(state(lastState(), "light")).isEqualTo("dark");
    assertThat(lastState().body().get("misleads")).isEqualTo(new Value.Truth(true));
    assertThat(station.health(List.of()).code()).isEqualTo("aid-dark");
    assertThat(station.health(List.of()).message())
        .contains("own word", "sun at", "mend the lantern");
  }

  @Test
  void reportsAreKeptAtAChangeAndEveryTenMinutes() {
    until(4, true);

    int reports = journal.kept("aid-report").size();
    assertThat(reports).isBetween(4 * 4, 4 * 6 + 1);
  }

  @Test
  void aShortRestartChangesNothingAndALongOneIsUnknown() {
    until(10, false);
    int told = journal.kept("aid-state").size();
    assertThat(station.answers().light().state()).isEqualTo(LightState.DARK);

    long dark = station.answers().light().sinceNanos();
    station = station(Map.of());
    until(10.2, false);

    assertThat(station.answers().light().state()).isEqualTo(LightState.DARK);
    assertThat(station.answers().light().sinceNanos()).isEqualTo(dark);
    assertThat(journal.kept("aid-state")).hasSize(told);

    time.set(40 * HOUR);
    station = station(Map.of());
    station.tick();
    assertThat(station.answers().light().state()).isEqualTo(LightState.UNKNOWN);
    assertThat(station.answers().place().state()).isEqualTo(PlaceState.UNKNOWN);
    assertThat(station.answers().telemetry().state()).isEqualTo(TelemetryState.SILENT);

    until(41, false);
    assertThat(station.answers().light().state())
        .as("it never was seen to shine")
        .isEqualTo(LightState.DARK);
    Ledger ledger = new Ledger();
    journal.kept("aid-state").forEach(draft -> Verdicts.enter(ledger, draft.body()));
    var begin = time.at(0).wall();
    assertThat(ledger.figures(begin, time.at(41 * HOUR).wall()).unknown())
        .as("while the gateway was off nobody knew")
        .isGreaterThan(Duration.ofHours(29));
  }

  @Test
  void aClockThatIsBehindTheLastRecordMakesAllUnknown() {
    until(10, true);
    time.step(-86_400 * 365);

    station = station(Map.of());

    assertThat(station.answers().light().state()).isEqualTo(LightState.UNKNOWN);
  }

  @Test
  void aStepOfTheClockPartsTheDayAndLosesNoSecond() {
    until(2, true);
    time.step(86_400 * 40);
    until(3, true);
    station.stop();

    double all =
        journal.kept("aid-availability").stream()
            .mapToDouble(d -> number(d.body(), "upS") + number(d.body(), "unknownS"))
            .sum();
    assertThat(journal.kept("aid-availability")).hasSize(2);
    assertThat(all).isEqualTo(3 * 3600.0);
  }

  @Test
  void withoutAClockToBeTrustedTheSunTellsNothing() {
    time.unsynchronised();
    until(10, false);

    assertThat(station.answers().light().state()).isEqualTo(LightState.UNKNOWN);
    assertThat(station.answers().light().reason())
        .contains("nothing tells whether it should shine");
  }

  @Test
  void darkOnPurposeIsPlannedAndNoFault() {
    until(6, true);
    duty =
        new Duty(
            Duty.Mode.DARK,
            Optional.empty(),
            "order 5 of khanh: repair",
            OptionalLong.of(12 * HOUR));
    until(11, false);

    assertThat(station.health(List.of()).status()).isEqualTo(Status.OK);
    assertThat(lastState().body().get("planned")).isInstanceOf(Value.Fields.class);
    duty = Duty.automatic("it is over");
    until(12, true);
    assertThat(lastState().body().get("planned")).isEqualTo(Value.ABSENT);
    station.stop();
    double planned =
        journal.kept("aid-availability").stream()
            .mapToDouble(d -> number(d.body(), "downPlannedS"))
            .sum();
    assertThat(planned).isBetween(5 * 3600.0 - 60, 5 * 3600.0 + 60);
  }

  /** Flashes of half a second every four, the first at the third second of UTC. */
  private void flash(int seconds) {
    long from = time.monotonicNanos() / S;
    for (long s = from + 1; s <= from + seconds; s++) {
      time.set(s * S);
      if (s % 4 == 3) {
        station.edge(s * S, true);
        station.edge(s * S + S / 2, false);
      }
      station.tick();
    }
  }

  private static Map<String, Object> inStep(int offsetMs) {
    return Map.of("synchronised", true, "syncOffsetMs", offsetMs, "lightInput", "lamp-1");
  }

  @Test
  void lightInStepIsToldAsSuchAndItsLossWithTheClockToo() {
    station = station(inStep(1_000));
    flash(120);
    assertThat(state(lastState(), "sync")).isEqualTo("synchronised");
    assertThat(station.health(List.of()).code()).isNotEqualTo("aid-sync-lost");

    time.unsynchronised();
    flash(2);
    assertThat(state(lastState(), "sync")).isEqualTo("sync-lost");
    assertThat(lastState().body().get("sync").toString()).contains("unsynchronised", "flashes on");
    assertThat(lastState().body().get("misleads")).isEqualTo(new Value.Truth(false));
    assertThat(station.health(List.of()).code()).isEqualTo("aid-sync-lost");
    flash(60);
    int told = journal.kept("aid-state").size();
    flash(60);
    assertThat(journal.kept("aid-state")).hasSize(told);
  }

  @Test
  void lightOfAnotherOffsetIsLostAndOneThatIsNotMeantToBeInStepIsNotAsked() {
    station = station(inStep(0));
    flash(120);
    assertThat(state(lastState(), "sync")).isEqualTo("sync-lost");
    assertThat(lastState().body().get("sync").toString()).contains("1000 ms before");

    journal.drafts.clear();
    station = station(Map.of("lightInput", "lamp-1"));
    flash(120);
    assertThat(lastState().body().get("sync")).isEqualTo(Value.ABSENT);
  }

  @Test
  void aGaugeOfAnotherNameIsNotItsGauge() {
    station = station(Map.of("gauge", "ais-1/gauge:1"));
    WaterReading high = new WaterReading(0, "gauge:2", WaterQuantity.LEVEL_M, 11.9);
    station.water(new Told("ais-1", "gauge:2"), high);
    until(1, true);
    assertThat(station.answers().place().reason()).contains("no gauge is believed");

    journal.drafts.clear();
    station = station(Map.of("gauge", "ais-1/gauge:1"));
    station.water(
        new Told("ais-1", "gauge:1"),
        new WaterReading(time.monotonicNanos(), "gauge:1", WaterQuantity.LEVEL_M, 1.5));
    until(2, true);
    assertThat(station.answers().place().reason()).contains("gauge 1.50 m");
  }

  @Test
  void aVirtualAidIsHeardAndNothingElse() {
    Map<String, Object> more = new HashMap<>();
    more.put("footing", Footing.VIRTUAL);
    more.put("mooringM", 0.0);
    station = station(more);
    until(10, false);
    station.stop();

    assertThat(station.answers().light().state()).isEqualTo(LightState.NOT_WATCHED);
    assertThat(station.answers().place().state()).isEqualTo(PlaceState.NOT_WATCHED);
    assertThat(journal.kept("aid-availability")).isEmpty();
    assertThat(journal.kept("aid-report")).isEmpty();
    assertThat(station.health(List.of()).status()).isEqualTo(Status.OK);
  }

  @Test
  void whatTheJournalDoesNotTakeIsSaid() {
    journal.busy = true;
    Map<String, Object> more = new HashMap<>();
    more.put("keepReportEveryMin", 5);
    station = station(more);
    until(12, true);

    assertThat(station.health(List.of()).code()).isEqualTo("records-lost");
    assertThat(station.health(List.of()).message()).contains("save the log");
    assertThat(AidRecords.stream("buoy-7")).isEqualTo("waterway.buoy-7");
  }

  @Test
  void aDeviceThatIsNotThereIsNamed() {
    until(1, true);

    assertThat(station.health(List.of("ais-1")).code()).isEqualTo("no-source");
    assertThat(station.health(List.of("ais-1")).message()).contains("[ais-1]");
  }
}
