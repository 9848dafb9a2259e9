// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static io.wayside.waterway.SteppedTime.S;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.device.Device;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SentenceSink.Answer;
import io.wayside.core.health.Health.Status;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.core.water.Transponder;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.record.AidRecords;
import io.wayside.waterway.rhythm.Seen;
import io.wayside.waterway.watch.Answers;
import io.wayside.waterway.watch.BodyState;
import io.wayside.waterway.watch.LightState;
import io.wayside.waterway.watch.PlaceState;
import io.wayside.waterway.watch.PowerState;
import io.wayside.waterway.watch.Sky;
import io.wayside.waterway.watch.TelemetryState;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The component beside a journal that an aid's station writes into; its own thread ticks. */
class AnnouncerTest {

  private static final long PATIENCE_NANOS = 60 * S;
  private static final Provenance PROVENANCE = new Provenance("0.1.0", "0123456789abcdef", "none");

  private final SteppedTime time = new SteppedTime("2026-11-22T13:00:42Z");
  private final KeptJournal journal = new KeptJournal();
  private final Radio radio = new Radio();
  private Optional<Announcer> running = Optional.empty();
  private Optional<AidRecords> records = Optional.empty();

  /** A transponder that notes what it is told, or has no line. */
  private static final class Radio implements Transponder {
    private final List<AidAnnouncement> announced = new CopyOnWriteArrayList<>();
    private final List<AidCondition> told = new CopyOnWriteArrayList<>();
    private volatile boolean gone;
    private volatile boolean breaks;

    @Override
    public String deviceId() {
      return "tx-1";
    }

    @Override
    public Answer announce(AidAnnouncement aid, Duration patience) throws DeviceException {
      check();
      announced.add(aid);
      return Answer.TAKEN;
    }

    @Override
    public Answer tell(AidCondition condition, Duration patience) throws DeviceException {
      check();
      told.add(condition);
      return Answer.SENT;
    }

    private void check() throws DeviceException {
      if (breaks) {
        throw new NoClassDefFoundError("com/example/Missing");
      }
      if (gone) {
        throw new DeviceException.LinkDown("tx-1: no link to send on");
      }
    }

    private AidAnnouncement last() {
      return announced.get(announced.size() - 1);
    }
  }

  @BeforeEach
  void anAid() throws Exception {
    records = Optional.of(new AidRecords(AidParts.of(AidConfigs.of(Map.of())).aid(), time));
  }

  @AfterEach
  void stop() {
    running.ifPresent(Announcer::stop);
  }

  private static AnnouncerConfig config(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>();
    values.put("station_id", "talk-7");
    values.put("aid", "buoy-7");
    values.put("transponder", "tx-1");
    values.put("mmsi", 995_741_007);
    values.put("kind", 24);
    values.put("aidName", "BACH DANG 7");
    values.put("footing", Footing.FLOATING);
    values.put("chartedLatitudeDeg", 20.5);
    values.put("chartedLongitudeDeg", 106.6);
    values.putAll(more);
    return (AnnouncerConfig)
        Proxy.newProxyInstance(
            AnnouncerConfig.class.getClassLoader(),
            new Class<?>[] {AnnouncerConfig.class},
            (proxy, method, arguments) ->
                values.getOrDefault(method.getName(), method.getDefaultValue()));
  }

  private Announcer announcer(Map<String, Object> more) {
    Announcer announcer = new Announcer(config(more), journal, time);
    running = Optional.of(announcer);
    return announcer;
  }

  private Announcer withRadio(Map<String, Object> more) {
    Announcer announcer = announcer(more);
    announcer.addTransponder(radio, Map.of(Device.ID, "tx-1"));
    return announcer;
  }

  private void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start)
          .as("%s; health %s", what, running.map(Announcer::health))
          .isLessThan(PATIENCE_NANOS);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** What it said is noted after it was said, with the time of then; the next tick comes later. */
  private void untilNoted() {
    int before = journal.looks.get();
    until("the next tick looks", () -> journal.looks.get() > before);
  }

  private void answers(LightState light, PlaceState place) {
    Answers answers =
        new Answers(
            answer(light),
            answer(place),
            answer(PowerState.GOOD),
            answer(BodyState.GOOD),
            answer(TelemetryState.HEARD),
            Optional.empty());
    journal.appendDurably(
        records
            .orElseThrow()
            .state(answers, List.of(), Optional.empty(), time.monotonicNanos(), PROVENANCE));
  }

  private static <E extends Enum<E>> io.wayside.waterway.watch.Answer<E> answer(E state) {
    return new io.wayside.waterway.watch.Answer<>(state, "seen so", 0);
  }

  private void says(LightStatus light, Seen seen) {
    AidReport nothing = AidReport.of(time.monotonicNanos(), "mmsi:995741007");
    AidReport report =
        new AidReport(
            time.monotonicNanos(),
            nothing.aid(),
            Optional.empty(),
            Presence.REAL,
            Optional.of(Fix.of(20.5001, 106.6002)),
            Optional.empty(),
            light,
            RaconStatus.NOT_TOLD,
            Optional.empty(),
            nothing.mode(),
            Optional.empty(),
            Map.of(AidQuantity.SUPPLY_V, 12.6),
            nothing.signs(),
            nothing.tells(),
            nothing.inputs());
    journal.appendDurably(
        records
            .orElseThrow()
            .report(Optional.empty(), report, Optional.of(seen), Sky.NIGHT, PROVENANCE));
  }

  @Test
  void anAidOfWhichNothingIsKnownIsAnnouncedWithoutState() {
    Announcer announcer = withRadio(Map.of());
    until("it is announced", () -> !radio.announced.isEmpty());

    assertThat(radio.last().mmsi()).isEqualTo(995_741_007);
    assertThat(radio.last().place()).isEqualTo(Fix.of(20.5, 106.6));
    assertThat(radio.last().measured()).isFalse();
    assertThat(radio.last().offPosition()).isEmpty();
    assertThat(radio.last().light()).isEqualTo(LightStatus.NOT_TOLD);
    assertThat(radio.last().alarm()).isEmpty();
    assertThat(announcer.health().code()).isEqualTo("aid-unknown");
    assertThat(announcer.health().message()).contains("buoy-7").contains("15 min");
  }

  @Test
  void theVerdictsOfItsStationAreToldAndAChangeAtOnce() {
    answers(LightState.AS_IT_SHOULD_BE, PlaceState.ON_STATION);
    says(LightStatus.NOT_TOLD, Seen.AS_EXPECTED);
    Announcer announcer = withRadio(Map.of("authority", 5_741_001));
    until("the authority is told", () -> radio.told.size() == 1);
    assertThat(radio.last().offPosition()).contains(false);
    assertThat(radio.last().light()).isEqualTo(LightStatus.ON);
    assertThat(radio.last().alarm()).contains(false);
    assertThat(radio.last().place()).isEqualTo(Fix.of(20.5001, 106.6002));
    assertThat(radio.told.get(0).quantities()).containsEntry(AidQuantity.SUPPLY_V, 12.6);
    assertThat(radio.told.get(0).authority()).isEqualTo(5_741_001);
    until("all is well", () -> announcer.health().status() == Status.OK);
    untilNoted();

    time.set(20 * S);
    answers(LightState.DARK, PlaceState.ADRIFT);
    until("the news is told", () -> radio.announced.size() == 2 && radio.told.size() == 2);
    assertThat(radio.last().offPosition()).contains(true);
    assertThat(radio.last().light()).isEqualTo(LightStatus.FAILED);
    assertThat(radio.last().alarm()).contains(true);
    assertThat(radio.told.get(1).offPosition()).isTrue();

    time.set(20 * S + 181 * S);
    until("it is told again in its time", () -> radio.announced.size() == 3);
    assertThat(radio.told).as("the authority hears half as often").hasSize(2);
  }

  @Test
  void aStationThatFellSilentIsNotBelievedAnyMore() {
    answers(LightState.AS_IT_SHOULD_BE, PlaceState.ON_STATION);
    says(LightStatus.ON, Seen.NOT_KNOWN);
    Announcer announcer = withRadio(Map.of());
    until("it is announced", () -> radio.announced.size() == 1);
    assertThat(radio.last().light()).isEqualTo(LightStatus.ON);
    untilNoted();

    time.set(901 * S);
    until("it is announced again", () -> radio.announced.size() == 2);
    assertThat(radio.last().offPosition()).isEmpty();
    assertThat(radio.last().light()).isEqualTo(LightStatus.NOT_TOLD);
    until("health says so", () -> announcer.health().code().equals("aid-unknown"));
  }

  @Test
  void moreThanAFewRecordsSinceItLookedAreAllRead() {
    answers(LightState.DARK, PlaceState.ON_STATION);
    for (int report = 0; report < 40; report++) {
      says(LightStatus.OFF, Seen.NOT_KNOWN);
    }
    withRadio(Map.of());
    until("it is announced", () -> !radio.announced.isEmpty());
    assertThat(radio.announced.get(0).light()).isEqualTo(LightStatus.FAILED);
  }

  @Test
  void withoutATransponderNothingIsSentAndHealthSaysSo() {
    Announcer announcer = announcer(Map.of());
    announcer.addTransponder(radio, Map.of(Device.ID, "tx-2"));
    assertThat(announcer.health().status()).isEqualTo(Status.FAILED);
    assertThat(announcer.health().code()).isEqualTo("no-transponder");
    assertThat(announcer.health().message()).contains("tx-1");

    announcer.addTransponder(radio, Map.of(Device.ID, "tx-1"));
    until("it is announced", () -> !radio.announced.isEmpty());
    announcer.removeTransponder(radio);
    assertThat(announcer.health().code()).isEqualTo("no-transponder");
    time.set(500 * S);
    int before = radio.announced.size();
    announcer.removeTransponder(new Radio()); // another's going changes nothing
    assertThat(radio.announced).hasSizeLessThanOrEqualTo(before + 1);
  }

  @Test
  void aLineThatIsGoneIsTriedAgainAndHealthSaysSoMeanwhile() {
    radio.gone = true;
    Announcer announcer = withRadio(Map.of());
    until("it is not announced", () -> announcer.health().code().equals("not-announced"));
    assertThat(announcer.health().status()).isEqualTo(Status.FAILED);
    assertThat(announcer.health().message()).contains("no link to send on");

    radio.gone = false;
    time.set(11 * S);
    until("it is announced", () -> radio.announced.size() == 1);
    until("health is content", () -> announcer.health().code().equals("aid-unknown"));
  }

  @Test
  void recordsThatCannotBeReadAreNamed() {
    journal.unreadable = true;
    Announcer announcer = withRadio(Map.of());
    until("it is announced all the same", () -> !radio.announced.isEmpty());
    assertThat(radio.last().alarm()).isEmpty();
    assertThat(announcer.health().code()).isEqualTo("aid-unread");
    assertThat(announcer.health().message()).contains("buoy-7", "the disk does not answer");
  }

  @Test
  void aFaultInItselfEndsNoTicksAndHealthSaysSoMeanwhile() {
    radio.breaks = true;
    Announcer announcer = withRadio(Map.of());
    until("health says so", () -> announcer.health().code().equals("fault-in-itself"));
    assertThat(announcer.health().status()).isEqualTo(Status.FAILED);
    assertThat(announcer.health().message()).contains("com/example/Missing", "report the log");

    radio.breaks = false;
    until("it is announced", () -> !radio.announced.isEmpty());
    until("health is content", () -> announcer.health().code().equals("aid-unknown"));
  }

  @Test
  void aRecordThatCannotBeUnderstoodHoldsUpNoneOfTheOthers() {
    says(LightStatus.OFF, Seen.NOT_KNOWN);
    Draft nowhere = journal.drafts.remove(0);
    journal.appendDurably(
        new Draft(
            nowhere.stream(),
            nowhere.kind(),
            nowhere.importance(),
            nowhere.occurred(),
            nowhere.provenance(),
            Value.Fields.with("latitudeDeg", 95.0).and("longitudeDeg", 106.6).build()));
    answers(LightState.DARK, PlaceState.ON_STATION);
    withRadio(Map.of());
    until("it is announced", () -> !radio.announced.isEmpty());
    assertThat(radio.announced.get(0).light()).isEqualTo(LightStatus.FAILED);
  }

  @Test
  void aVirtualAidIsAnnouncedFromItsChart() {
    Announcer announcer =
        withRadio(Map.of("mmsi", 995_746_007, "footing", Footing.VIRTUAL, "aid", ""));
    until("all is well", () -> announcer.health().status() == Status.OK);
    assertThat(radio.last().presence()).isEqualTo(Presence.VIRTUAL);
    assertThat(announcer.healthId()).isEqualTo("station.talk-7");
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(() -> announcer(Map.of("aid", "")))
        .hasMessageContaining("aid: name the aid");
    assertThatThrownBy(() -> announcer(Map.of("mmsi", 995_746_007, "footing", Footing.VIRTUAL)))
        .hasMessageContaining("leave it out");
    assertThatThrownBy(() -> announcer(Map.of("mmsi", 995_746_007)))
        .hasMessageContaining("99MID6aaa");
  }
}
