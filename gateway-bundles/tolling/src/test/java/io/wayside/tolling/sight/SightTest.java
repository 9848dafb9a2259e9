// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.Listener;
import io.wayside.core.device.PlateReading;
import io.wayside.core.plate.PlateForms;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Blob;
import io.wayside.core.traffic.ClassedVehicle;
import io.wayside.core.traffic.VehicleClassSource;
import io.wayside.rig.contracts.scripted.ScriptedPlateSource;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.passage.Measured;
import io.wayside.tolling.passage.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SightTest {

  private static final long SECOND = 1_000_000_000L;
  private static final PlateKey KEY = new PlateKey(new byte[16]);
  private static final Blob PICTURE = new Blob("plate-1", "image/jpeg", new byte[] {1});

  private final ScriptedPlateSource camera = new ScriptedPlateSource("anpr-1");
  private final Station station = new Station();
  private final List<LaneEvent.Plate> told = new ArrayList<>();

  private static final class Station implements VehicleClassSource {
    private Listener<? super ClassedVehicle> listener;

    @Override
    public Subscription subscribe(Listener<? super ClassedVehicle> one) {
      listener = one;
      return () -> listener = null;
    }

    void sees(long from, long to, String vehicleClass) {
      listener.received(
          new ClassedVehicle(
              from,
              to,
              "fhwa-13",
              vehicleClass,
              OptionalDouble.of(1),
              OptionalDouble.of(8.5),
              OptionalInt.of(3)));
    }
  }

  private static Node document(String folder, String name) throws IOException, GarbledData {
    Path path = Path.of("../../config", folder, name + ".json");
    return Node.read(path.toString(), Files.readString(path));
  }

  private Sight sight(Keeping text, boolean ofCharges) {
    try {
      return new Sight(
          new LaneEyes(
              Optional.of(camera),
              Optional.empty(),
              Optional.of(station),
              new SightRules(
                  Optional.of(KEY),
                  Optional.of(PlateForms.from(document("plates", "vn"))),
                  1_000_000,
                  text,
                  ofCharges,
                  Optional.of(ClassGroups.from(document("tolling", "class-groups-example"))))),
          told::add,
          Runnable::run);
    } catch (IOException | GarbledData wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static Evidence evidence(long vehicle) {
    return new Evidence(
        vehicle,
        Travel.FORWARD,
        10 * SECOND,
        20 * SECOND,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Flags.NONE);
  }

  private static Passage passage(Terms terms) {
    return new Passage(evidence(1), terms, Optional.empty(), 19 * SECOND, Violation.NONE);
  }

  private Sight seeing(Keeping text, boolean ofCharges) {
    Sight sight = sight(text, ofCharges);
    camera.reads("51F-123.45", List.of(PICTURE));
    sight.carryOut(new LaneAct.PlateOf(1, told.get(0).hashes().get(0)), 0);
    return sight;
  }

  @Test
  void theLaneIsToldHashesAloneOfAllThatAReadingMayMeanAndWhen() {
    try (Sight sight = sight(Keeping.NEVER, true)) {
      camera.reads("51F-123.45");
      camera.reads("5IF-I23.45");
      camera.reads("5181-234.56");

      assertThat(sight.pictures()).isZero();
      assertThat(told.get(0).hashes()).containsExactly(KEY.hidden("51F12345").hash());
      assertThat(told.get(1).hashes()).contains(KEY.hidden("51F12345").hash());
      assertThat(told.get(2).hashes()).containsExactly(KEY.hidden("51B123456").hash());
      assertThat(camera.monotonicNanos() - told.get(2).nanos()).isEqualTo(1_000_000);
    }
    camera.reads("51F-999.99");
    assertThat(told).hasSize(3);
  }

  @Test
  void aCameraWithoutEndCannotFillTheLanesQueue() {
    try (Sight sight = sight(Keeping.NEVER, true)) {
      for (int i = 0; i < 900; i++) { // a millisecond apart
        camera.reads("51F-%05d".formatted(i));
      }
      assertThat(sight.pictures()).isZero();
      assertThat(told).hasSize(8);
    }
  }

  @ParameterizedTest
  @EnumSource(Terms.class)
  void picturesStayWithWhatIsInDoubtAndWithChargesOnlyWhereTheSiteSaysSo(Terms terms) {
    boolean doubt = terms == Terms.VIOLATION || terms == Terms.REVIEW;

    assertThat(seeing(Keeping.NEVER, true).of(passage(terms)).pictures()).containsExactly(PICTURE);
    told.clear();
    assertThat(seeing(Keeping.NEVER, false).of(passage(terms)).pictures()).hasSize(doubt ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(Keeping.class)
  void thePlateItselfStaysOnlyWhereARuleAsksForIt(Keeping rule) {
    Sight sight = seeing(rule, true);

    assertThat(sight.of(passage(Terms.CHARGED)).plate().isPresent())
        .isEqualTo(rule == Keeping.ALWAYS);
    assertThat(sight.of(passage(Terms.VIOLATION)).plate().isPresent())
        .isEqualTo(rule != Keeping.NEVER);
  }

  @Test
  void whoWentBackOrWasOnlyGrantedHasNoPictures() {
    Sight sight = seeing(Keeping.ALWAYS, true);

    assertThat(sight.of(new Abort(evidence(1), Why.BACKED_OUT, Optional.empty())))
        .isEqualTo(Seen.NOTHING);
    assertThat(sight.of(new Abort(evidence(1), Why.UNPROVEN, Optional.empty())).pictures())
        .hasSize(1);
  }

  @Test
  void whatIsDurableIsForgotten() {
    Sight sight = seeing(Keeping.ALWAYS, true);
    LaneOutcome passed = passage(Terms.CHARGED);
    sight.done(passed);

    assertThat(sight.of(passed).pictures()).isEmpty();
    assertThat(sight.of(passed).plate()).isEmpty();
    assertThat(sight.pictures()).isEqualTo(1);
  }

  @Test
  void theClassOfTheTimeIsPutToTheVehicleUnlessTwoMayBeMeant() {
    Sight sight = sight(Keeping.NEVER, true);
    station.sees(2 * SECOND, 9 * SECOND, "7");
    station.sees(12 * SECOND, 13 * SECOND, "9");
    station.sees(21 * SECOND, 22 * SECOND, "5");
    Measured measured = sight.of(passage(Terms.CHARGED)).measured();

    assertThat(measured.seen()).contains(new Measured.ClassSeen("fhwa-13", "9"));
    assertThat(measured.group()).contains(4);
    assertThat(measured.axles()).contains(3);
    assertThat(measured.lengthM()).contains(8.5);
    station.sees(14 * SECOND, 15 * SECOND, "7");
    assertThat(sight.of(passage(Terms.CHARGED)).measured()).isEqualTo(Measured.NOTHING);
  }

  @Test
  void aClassThatSaysNothingOfAGroupIsStillRecorded() {
    Sight sight = sight(Keeping.NEVER, true);
    station.sees(12 * SECOND, 13 * SECOND, "1");
    Measured measured = sight.of(passage(Terms.CHARGED)).measured();

    assertThat(measured.group()).isEmpty();
    assertThat(measured.seen()).isPresent();
  }

  @Test
  void aLaneWithoutEyesSeesNothing() {
    Sight blind = new Sight(LaneEyes.NONE, told::add, Runnable::run);

    assertThat(blind.carryOut(new LaneAct.Photograph(1, LaneAct.Shot.ARMED), 0)).isTrue();
    assertThat(blind.carryOut(new LaneAct.Siren(true), 0)).isFalse();
    assertThat(blind.of(passage(Terms.VIOLATION))).isEqualTo(Seen.NOTHING);
    assertThat(blind.trouble(0)).isEmpty();
  }

  @Test
  void groupsThatCannotBeMeantAreRefused() throws Exception {
    String right = Files.readString(Path.of("../../config/tolling/class-groups-example.json"));
    for (String wrong :
        List.of(
            right.replace("\"lowest\": 3", "\"lowest\": 6"),
            right.replace("\"class\": \"11\"", "\"class\": \"7\""),
            right.replace("\"highest\": 5", "\"highest\": 500"))) {
      assertThat(wrong).isNotEqualTo(right);
      assertThatThrownBy(() -> ClassGroups.from(Node.read("groups", wrong)))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("groups");
    }
  }

  @Test
  void aReadingsTextIsItsPlateWhereNobodyKnowsTheForms() {
    SightRules bare =
        new SightRules(
            Optional.of(KEY), Optional.empty(), 0, Keeping.NEVER, true, Optional.empty());
    try (PlateFeed feed = new PlateFeed(camera, bare, KEY, told::add)) {
      camera.reads("B-ÄB 123");

      assertThat(told.get(0).hashes()).containsExactly(KEY.hidden("BÄB123").hash());
      assertThat(feed.take(told.get(0).hashes().get(0)).map(PlateFeed.Told::reading))
          .map(PlateReading::text)
          .contains("B-ÄB 123");
      assertThat(feed.take(told.get(0).hashes().get(0))).isEmpty();
    }
  }
}
