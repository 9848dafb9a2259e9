// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.PlateReading;
import io.wayside.core.health.Health.Status;
import io.wayside.core.journal.Backlog;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Provenance;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.core.vehicle.ClassScheme;
import io.wayside.counting.fault.FaultRules;
import io.wayside.counting.interval.Span;
import io.wayside.counting.lane.LaneSetup;
import io.wayside.counting.loop.Delays;
import io.wayside.counting.loop.LoopRules;
import io.wayside.counting.loop.Port;
import io.wayside.counting.loop.TrapLayout;
import io.wayside.counting.plate.PlateRules;
import io.wayside.counting.record.CountRecords;
import io.wayside.counting.scheme.Classifier;
import io.wayside.counting.scheme.PcuTable.Terrain;
import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.LoopRoad;
import io.wayside.rig.simulators.loops.LoopTraffic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A counter from contacts to records; the records are those the schemas describe. */
class LoopStationTest {

  private static final long S = 1_000_000_000L;
  private static final LoopRoad ROAD = new LoopRoad(4, 2, List.of(2.5));

  private final SteppedTime time = new SteppedTime();
  private final KeptJournal journal = new KeptJournal();
  private final Backlog backlog = new Backlog(journal, 100, complaint -> {});
  private final List<ClassedVehicle> classed = new ArrayList<>();
  private LoopStation station = station(Optional.empty());

  private LoopStation station(Optional<PlateRules> plates) {
    return new LoopStation(
        new CounterParts(
            setup(), Map.of("l", Port.LEAD, "t", Port.TRAIL, "p", Port.PIEZO_1), plates),
        new CountRecords("lane-2", "light-heavy", time),
        backlog,
        () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
        time,
        true,
        classed::add);
  }

  private static LaneSetup setup() {
    return new LaneSetup(
        Optional.of(new TrapLayout(4, 2, 2, List.of(2.5))),
        LoopRules.usual(),
        FaultRules.usual(),
        Map.of(Port.LEAD, Delays.NONE, Port.TRAIL, Delays.NONE, Port.PIEZO_1, Delays.NONE),
        20_000_000,
        List.of(Span.M1),
        ZoneOffset.UTC,
        new Classifier(Optional.of(scheme()), Optional.empty(), Optional.empty(), Terrain.FLAT));
  }

  private static ClassScheme scheme() {
    Path path = Path.of("../../config/classes/light-heavy.json");
    try {
      return ClassScheme.from(Node.read(path.toString(), Files.readString(path)));
    } catch (IOException | GarbledData wrong) {
      throw new AssertionError(wrong);
    }
  }

  @Test
  void aStationBesideHearsWhatClassEachVehicleHasAsItsRecordSays() {
    hear();
    play("none", 60 * S);
    List<Draft> passages =
        kept("count-passage").stream()
            .filter(draft -> draft.body().get("counted").equals(new Value.Truth(true)))
            .filter(draft -> !draft.body().get("class").equals(new Value.Text("unknown")))
            .toList();

    assertThat(passages).isNotEmpty();
    assertThat(classed)
        .extracting(each -> new Value.Text(each.vehicleClass()))
        .containsExactlyElementsOf(
            passages.stream().map(d -> (Value.Text) d.body().get("class")).toList());
    assertThat(classed)
        .allSatisfy(
            each -> {
              assertThat(each.scheme()).isEqualTo("light-heavy");
              assertThat(each.toNanos()).isGreaterThan(each.fromNanos());
              assertThat(each.confidence().orElseThrow()).isGreaterThan(0);
            });
  }

  private List<Draft> kept(String kind) {
    return journal.kept(kind);
  }

  private void hear() {
    for (String contact : List.of("l", "t", "p")) {
      station.heard(contact, time.monotonicNanos());
    }
  }

  private void play(String without, long until) {
    List<LoopRoad.Closing> closings = new ArrayList<>();
    new LoopTraffic(5).freeFlow(60, 2).forEach(v -> closings.addAll(ROAD.closings(v, false)));
    Random random = new Random(1);
    for (ContactEdge edge : ContactNoise.jitter(0.001).edges(closings, random)) {
      if (edge.nanos() > until) {
        break;
      }
      tickUntil(edge.nanos());
      String contact = edge.channel().substring(0, 1);
      if (!contact.equals(without)) {
        station.contact(contact, new ContactChange(edge.nanos(), edge.on(), StampedBy.KERNEL));
      }
    }
    tickUntil(until);
  }

  private void tickUntil(long nanos) {
    while (time.monotonicNanos() + S / 4 < nanos) {
      time.set(time.monotonicNanos() + S / 4);
      station.tick(time.monotonicNanos());
    }
  }

  private static List<String> faults(Draft draft) throws IOException {
    String schema =
        Files.readString(
            Path.of("../../config/schema/records", draft.kind().name() + "-1.schema.json"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(Json.write(draft.body()), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void aPlateIsInTheRecordOfItsPassageAndCountsStayAsTheyAre() throws IOException {
    hear();
    play("none", 60 * S);
    List<Long> passed =
        kept("count-passage").stream().map(draft -> draft.occurred().monotonicNanos()).toList();
    int counted = passed.size();
    journal.drafts.clear();
    time.set(0);
    PlateKey key = new PlateKey("a secret of sixteen".getBytes(StandardCharsets.UTF_8));
    station = station(Optional.of(new PlateRules(key, Optional.empty(), 0, S / 2, false)));
    hear();
    for (int i = 0; i < passed.size(); i += 2) {
      station.plate(PlateReading.of(passed.get(i), "51F-%05d".formatted(i)));
    }
    play("none", 60 * S);
    station.stop();
    assertThat(kept("count-passage")).hasSizeGreaterThanOrEqualTo(counted);
    int plates = 0;
    for (Draft draft : kept("count-passage")) {
      assertThat(faults(draft)).isEmpty();
      int vehicle = passed.indexOf(draft.occurred().monotonicNanos());
      if (draft.body().get("plate") instanceof Value.Fields plate && vehicle % 2 == 0) {
        assertThat(Json.write(plate)).contains(key.hidden("51F%05d".formatted(vehicle)).hash());
        plates++;
      }
    }
    assertThat(plates).isGreaterThan(3);
  }

  @Test
  void everyRecordOfTrafficOutagesAndFaultsFitsItsSchema() throws IOException {
    hear();
    play("t", 150 * S);
    station.interrupted("l", new Interruption(160 * S, Interruption.Cause.LINK_DOWN, "cut"));
    tickUntil(250 * S);
    station.stop();
    assertThat(kept("count-passage")).hasSizeGreaterThan(10);
    assertThat(kept("count-interval")).hasSizeGreaterThan(3);
    assertThat(kept("count-fault")).isNotEmpty();
    for (Draft draft : journal.drafts) {
      assertThat(faults(draft)).as(Json.write(draft.body())).isEmpty();
      assertThat(draft.stream()).isEqualTo("counting.lane-2");
    }
  }

  @Test
  void anIntervalThatWasNotObservedHasNoCounts() {
    hear();
    station.interrupted("l", new Interruption(S, Interruption.Cause.LINK_DOWN, "cut"));
    tickUntil(181 * S);
    assertThat(kept("count-interval")).hasSize(3);
    assertThat(kept("count-interval").get(0).body().get("counts")).isNotEqualTo(Value.ABSENT);
    assertThat(kept("count-interval").get(1).body().get("counts")).isEqualTo(Value.ABSENT);
    assertThat(kept("count-interval").get(1).body().get("observedS")).isEqualTo(new Value.Real(0));
  }

  @Test
  void withoutTheAxleSensorCountsGoOnAndMeasurementsAreMarked() {
    hear();
    station.interrupted("p", new Interruption(0, Interruption.Cause.LINK_DOWN, "cut"));
    play("p", 65 * S);
    Value.Fields body = kept("count-interval").get(0).body();
    assertThat(body.get("observedS")).isEqualTo(new Value.Real(60));
    assertThat(body.get("measuredS")).isEqualTo(new Value.Real(0));
    assertThat(kept("count-passage")).hasSizeGreaterThan(5);
  }

  @Test
  void healthSaysWhatIsNotHeardAndWhichSensorIsAtFault() {
    assertThat(station.health().code()).isEqualTo("no-signal");
    hear();
    tickUntil(S);
    assertThat(station.health().status()).isEqualTo(Status.OK);
    play("t", 150 * S);
    assertThat(station.health().code()).isEqualTo("missing-partner");
    assertThat(station.health().message()).contains("trail");
  }

  @Test
  void recordsWaitInOrderWhileTheJournalIsBusy() {
    hear();
    journal.busy = true;
    play("", 100 * S);
    assertThat(journal.drafts).isEmpty();
    assertThat(backlog.state().waiting()).isGreaterThan(5);
    journal.busy = false;
    station.tick(time.monotonicNanos());
    assertThat(backlog.state().waiting()).isZero();
    assertThat(kept("count-passage")).extracting(d -> d.occurred().monotonicNanos()).isSorted();
  }

  @Test
  void whatFindsNoRoomIsCountedAndHealthFails() {
    hear();
    journal.busy = true;
    for (int i = 1; i < 120; i++) {
      tickUntil(i * 60L * S);
    }
    assertThat(backlog.state().waiting()).isEqualTo(100);
    assertThat(station.health().status()).isEqualTo(Status.FAILED);
    assertThat(station.health().message()).startsWith("18 records");
  }

  @Test
  void contactsOfOtherPlacesArePassedOver() {
    station.contact("door", new ContactChange(5, true, StampedBy.KERNEL));
    assertThat(station.knows("door")).isFalse();
    assertThat(journal.drafts).isEmpty();
  }
}
