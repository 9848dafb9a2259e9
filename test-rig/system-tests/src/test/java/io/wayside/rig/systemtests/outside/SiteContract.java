// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.RecordId;
import io.wayside.journal.verify.JournalListing;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.scenarios.site.ControlSocket;
import io.wayside.rig.scenarios.site.GatewayProcess;
import io.wayside.rig.scenarios.site.HealthReport;
import io.wayside.rig.scenarios.site.SiteFile;
import io.wayside.rig.scenarios.site.WeighSite;
import io.wayside.rig.scenarios.site.Weighing;
import io.wayside.rig.scenarios.wire.WireCheck;
import io.wayside.rig.simulators.clock.MachineLag;
import io.wayside.rig.simulators.weighlane.LaneEvent;
import io.wayside.rig.simulators.weighlane.Vehicle;
import io.wayside.rig.systemtests.Figures;
import io.wayside.rig.systemtests.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a site promises to those outside it, whatever the framework. One site lives through all of
 * these; each test leaves it running. The last looks back on every vehicle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class SiteContract {

  private static final String SCALE = "device.scale-1";
  private static final String UPLINK = "uplink.centre";
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** The bar is 2 s; a machine that does many things at once gets more. */
  private static final Duration RECOVERY_AT_THE_LATEST = Duration.ofSeconds(8);

  private Path folder;
  private WeighSite site;
  private Overheard overheard;

  abstract WeighSite site(Path folder) throws Exception;

  private String name() {
    return getClass().getSimpleName();
  }

  @BeforeAll
  void open(@TempDir Path box) throws Exception {
    folder = box;
    overheard = new Overheard(WireCheck.in(ROOT));
    site = site(folder);
    SiteFile.set(site.site(), "uplinks.centre.commandsFrom", "broker-acl");
    SiteFile.set(site.site(), "uplinks.centre.commandsWithoutClock", new Value.Truth(true));
    site.broker().overhear(overheard);
    site.startLane();
  }

  @AfterAll
  void close() throws IOException {
    if (site != null) {
      site.close();
    }
  }

  @BeforeEach
  void everythingIsWell() throws Exception {
    if (!started()) {
      site.startGateway();
      Duration took = until("the gateway is well", () -> health().status().equals("ok"));
      Figures.note("%s: start to all parts well %d ms", name(), took.toMillis());
    }
  }

  private boolean started() {
    try {
      return site.gateway().running();
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  @Test
  @Order(1)
  void allPartsOfTheDocumentStandAndAreWell() {
    Map<String, HealthReport.Part> parts = health().parts();

    assertThat(parts.keySet()).contains(SCALE, "journal", "station." + WeighSite.STATION, UPLINK);
    assertThat(parts.values()).allMatch(part -> part.status().equals("ok"), "ok");
  }

  @Test
  @Order(2)
  void theShippedScriptTellsHealthAsTheSocketDoes() throws Exception {
    GatewayProcess asked = site.call("health");
    assertThat(asked.awaitEnd(60_000)).isTrue();

    assertThat(asked.exitCode()).as(asked.output()).isZero();
    assertThat(asked.output()).contains("\"status\":\"ok\"").contains(SCALE);
  }

  @Test
  @Order(2)
  void aSecondGatewayOnTheSameStateEndsInOneLine() throws Exception {
    GatewayProcess second = site.another(site.state(), folder.resolve("second.log"));

    assertThat(second.awaitEnd(60_000)).isTrue();
    assertThat(second.exitCode()).isEqualTo(4);
    assertThat(second.output().lines())
        .singleElement()
        .asString()
        .contains("pid " + site.gateway().pid());
    assertThat(site.gateway().running()).isTrue();
  }

  @Test
  @Order(2)
  void aCommandFromTheCentreIsAnsweredAndBadOnesAreRefusedWithTheReason() throws Exception {
    String station = "station." + WeighSite.STATION;
    try (Dispatcher dispatcher = new Dispatcher(site.broker().address())) {
      assertThat(dispatcher.command("c-1", station, "state", 30)).has(code("done"));
      assertThat(dispatcher.command("c-2", station, "state", 172_800))
          .has(code("expires-too-late"));
      assertThat(dispatcher.command("c-3", "station.lane-9", "state", 30))
          .has(code("unknown-target"));
      assertThat(dispatcher.command("c-4", station, "fly", 30)).has(code("unknown-verb"));
      assertThat(dispatcher.send("{\"id\":")).has(code("malformed"));
    }
    assertThat(health().status()).isEqualTo("ok");
  }

  @Test
  @Order(3)
  void aReloadRestartsOnlyWhatChanged() throws Exception {
    String before = health().configuration();
    SiteFile.set(site.site(), "stations.lane-1.vehicleGap", "1.6 s");

    ControlSocket.Answer answer = site.control().ask("reload");

    assertThat(answer.exitCode()).as(answer.text()).isZero();
    assertThat(answer.text())
        .contains("changed io.wayside.station.weighing~lane-1", ", 1 changed,")
        .doesNotContain(
            "created", "deleted", "changed io.wayside.journal", "changed io.wayside.device");
    assertThat(site.gateway().output())
        .as("the driver and the journal go on")
        .doesNotContain("driver was stopped");
    assertThat(health().configuration()).isNotEqualTo(before);
    until(
        "a vehicle is weighed with the new gap",
        () -> weighings().stream().anyMatch(SiteContract::hasNewGap));
  }

  private static boolean hasNewGap(Weighing weighing) {
    Value.Fields parameters = (Value.Fields) weighing.body().get("parameters");
    return parameters.get("vehicleGapS").equals(new Value.Real(1.6));
  }

  @Test
  @Order(4)
  void anUnpluggedScaleIsHeardAgainSoonAfterItIsBack() throws Exception {
    site.lane().pipe().unplug();
    until("health misses the scale", () -> health().code(SCALE).equals("link-down"));

    site.lane().pipe().replug();
    Duration took =
        MachineLag.own(() -> until("the scale is heard", () -> health().code(SCALE).equals("ok")));

    Figures.note("%s: replug to first reading %d ms", name(), took.toMillis());
    assertThat(took).isLessThan(RECOVERY_AT_THE_LATEST);
    until(
        "a gap is on record",
        () ->
            site.stored().stream().anyMatch(r -> isGap(r))
                || weighings().stream().anyMatch(w -> w.flags().contains("signal-interrupted")));
  }

  private static boolean isGap(StoredRecord record) {
    return record.kind().startsWith("weighing-gap/");
  }

  @Test
  @Order(5)
  void whatIsRecordedWithoutANetworkArrivesWhenItIsBack() throws Exception {
    site.network().cut();
    until("health misses the centre", () -> !health().code(UPLINK).equals("ok"));
    int left = vehiclesLeft().size();
    until("two vehicles have passed", () -> vehiclesLeft().size() >= left + 2);
    List<JournalListing.Entry> accepted = site.accepted();
    int before = site.stored().size();

    site.network().mend();
    assertThat(before).as("stored without a network").isLessThan(accepted.size());
    Duration took =
        until(
            "the centre has what waited",
            () -> site.stored().size() >= accepted.size() && health().code(UPLINK).equals("ok"));

    Figures.note("%s: network back to records at the centre %d ms", name(), took.toMillis());
    assertThat(site.centre().counts().missing()).isZero();
  }

  @Test
  @Order(6)
  void aStopInTheMiddleOfAVehicleTakesLessThanFiveSecondsAndLosesNothing() throws Exception {
    awaitVehicleOnThePlatform();
    Figures.note("%s: resident %d MiB", name(), site.gateway().residentBytes() >> 20);

    long startNanos = System.nanoTime();
    assertThat(site.gateway().stop(5_000)).as("stops within 5 s").isTrue();
    Figures.note("%s: SIGTERM to end %d ms", name(), (System.nanoTime() - startNanos) / 1_000_000);

    assertThat(site.gateway().exitCode()).isZero();
    List<JournalListing.Entry> accepted = site.accepted();
    site.startGateway();
    untilDelivered(accepted);
  }

  @Test
  @Order(7)
  void aKillLosesNothingAndDoublesNothing() throws Exception {
    site.network().cut();
    int left = vehiclesLeft().size();
    until("a vehicle has passed", () -> vehiclesLeft().size() > left);
    awaitVehicleOnThePlatform();
    site.gateway().kill();
    List<JournalListing.Entry> accepted = site.accepted();
    site.network().mend();

    site.startGateway();

    untilDelivered(accepted);
    until("the gateway is well", () -> health().status().equals("ok"));
  }

  @Test
  @Order(8)
  void everyWeightIsTrueAndEveryNumberThere() throws Exception {
    int clean = (int) weighings().stream().filter(Weighing::clean).count();
    until(
        "two more vehicles are weighed without doubt",
        () -> weighings().stream().filter(Weighing::clean).count() >= clean + 2);
    site.lane().close();
    assertThat(site.gateway().stop(5_000)).isTrue();

    List<JournalListing.Entry> accepted = site.accepted();
    site.startGateway();
    untilDelivered(accepted);

    assertThat(site.centre().counts().proven()).as("complete, chained, no conflict").isTrue();
    assertThat(ids(site.stored())).doesNotHaveDuplicates();
    List<Vehicle> vehicles = vehiclesLeft();
    assertThat(weighings().stream().filter(Weighing::clean))
        .allSatisfy(
            weighing ->
                assertThat(vehicles)
                    .as("a vehicle that is as %s says", weighing)
                    .anyMatch(vehicle -> weighing.fits(vehicle, Sites.INTERVAL_KG)));
    Figures.note(
        "%s: %d vehicles, %d weighings, %d of them without doubt",
        name(),
        vehicles.size(),
        weighings().size(),
        weighings().stream().filter(Weighing::clean).count());
  }

  @Test
  @Order(9)
  void everyMessageThatCrossedTheBrokerIsAsThePublishedDocumentsSay() {
    // One was sent on purpose that is no command.
    assertThat(overheard.problems()).singleElement().asString().contains("{\"id\":");
    assertThat(overheard.messages().keySet())
        .contains(
            "status",
            "command",
            "command-result",
            "weighing",
            "gateway-start",
            "gateway-status",
            "gateway-stop",
            "command-audit");
    Figures.note("%s: messages judged %s", name(), overheard.messages());
  }

  private static Condition<Value.Fields> code(String code) {
    return new Condition<>(
        answer -> answer.get("code").equals(new Value.Text(code)), "the code %s", code);
  }

  private HealthReport health() {
    return site.control().health().orElse(HealthReport.NONE);
  }

  private List<Weighing> weighings() {
    return site.stored().stream().filter(Weighing::is).map(Weighing::of).toList();
  }

  private List<Vehicle> vehiclesLeft() {
    return site.truth().stream()
        .filter(LaneEvent.VehicleLeft.class::isInstance)
        .map(event -> ((LaneEvent.VehicleLeft) event).vehicle())
        .toList();
  }

  private void awaitVehicleOnThePlatform() {
    int events = site.truth().size();
    until(
        "an axle stands on the platform",
        () -> site.truth().stream().skip(events).anyMatch(LaneEvent.AxleSettled.class::isInstance));
  }

  private void untilDelivered(List<JournalListing.Entry> accepted) {
    Map<RecordId, String> wanted =
        accepted.stream()
            .collect(Collectors.toMap(JournalListing.Entry::id, JournalListing.Entry::hash));
    assertThat(wanted).isNotEmpty();
    until(
        "the centre has all %d records the journal had accepted".formatted(wanted.size()),
        () -> {
          Map<RecordId, String> held =
              site.stored().stream()
                  .collect(Collectors.toMap(StoredRecord::id, StoredRecord::hash));
          return held.entrySet().containsAll(wanted.entrySet());
        });
  }

  private static List<RecordId> ids(List<StoredRecord> records) {
    return records.stream()
        .map(StoredRecord::id)
        .sorted(Comparator.comparing(RecordId::stream).thenComparing(RecordId::sequence))
        .toList();
  }

  private Duration until(String expectation, Callable<Boolean> condition) {
    return Patience.timed(
        expectation,
        condition,
        () ->
            "%s\n%s\n%s\n%s vehicles have left\n%s"
                .formatted(
                    health(),
                    site.centre().counts(),
                    weighings().stream().map(Weighing::flags).toList(),
                    vehiclesLeft().size(),
                    site.gateway().output()));
  }
}
