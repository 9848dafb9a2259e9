// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.PlateReading;
import io.wayside.rig.simulators.anpr.OnvifCameraSimulator;
import io.wayside.rig.simulators.anpr.OnvifCameraSimulator.Fault;
import io.wayside.rig.simulators.anpr.OnvifCameraSimulator.Lock;
import io.wayside.rig.simulators.anpr.SeenPlate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera of Profile M that does what cameras do. */
class OnvifFaultsTest implements Listener<PlateReading> {

  private final List<PlateReading> heard = new CopyOnWriteArrayList<>();
  private final List<Interruption> interruptions = new CopyOnWriteArrayList<>();
  private final Map<String, Object> settings = new HashMap<>();
  private OnvifCameraSimulator peer;
  private PlateCamera camera;
  private int passages;

  @Override
  public void received(PlateReading reading) {
    heard.add(reading);
  }

  @Override
  public void interrupted(Interruption interruption) {
    interruptions.add(interruption);
  }

  @AfterEach
  void stop() {
    camera.stop();
    peer.close();
  }

  private void start(Lock lock, String user, String password, Instant clock) throws Exception {
    peer = new OnvifCameraSimulator(lock, user, password, clock);
    open();
  }

  private void start() throws Exception {
    start(Lock.HTTP, "", "", Bench.NOW);
    Bench.until("it is heard", () -> peer.hearing() > 0);
  }

  private void open() {
    settings.put("make", Make.ONVIF);
    settings.put("address", peer.address());
    camera = Bench.camera(settings);
    camera.subscribe(this);
  }

  private void untilAPlateIsHeard() {
    int before = heard.size();
    Bench.until(
        "a plate",
        () -> {
          if (peer.hearing() > 0) {
            passages++;
            peer.sees(SeenPlate.of(passages, "51F-%03d.45".formatted(passages), Bench.NOW));
          }
          return heard.size() > before;
        });
  }

  /** A token is good for half a minute by the camera's clock, and that is two days off. */
  @Test
  void aTokenIsMadeByTheCamerasClock(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "p\u1ea3ss<&\n");
    settings.put("user", "wayside");
    settings.put("passwordFile", file.toString());
    start(Lock.TOKEN, "wayside", "p\u1ea3ss<&", Bench.NOW.minus(Duration.ofDays(2)));
    Bench.until("it is heard", () -> peer.hearing() > 0);
    peer.sees(SeenPlate.of(1, "51F-123.45", Bench.NOW.minus(Duration.ofDays(2))));
    Bench.until("the plate", () -> heard.size() == 1);

    assertThat(peer.refused()).isEqualTo(1);
    Bench.until(
        "the clock is told",
        () -> {
          peer.beats();
          return camera.health().code().equals("clock-off");
        });
    assertThat(camera.health().message()).contains("172800 s behind");
    assertThat(interruptions).isEmpty();
  }

  @Test
  void aWrongPasswordInATokenIsToldWithItsRemedy() throws Exception {
    settings.put("user", "wayside");
    start(Lock.TOKEN, "wayside", "secret", Bench.NOW);
    Bench.until("it is told", () -> camera.health().message().contains("NotAuthorized"));

    assertThat(camera.health().message()).contains("anpr-1", "password file");
    assertThat(interruptions).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSES,link-down,MaxPullPoints",
    "CUTS,link-down,cannot be reached",
    "GARBAGE,garbled,check make and address",
    "FLOODS,garbled,exceeds",
    "SILENT,silent,did not answer"
  })
  void aFaultIsToldOnceAndWhenItIsOverPlatesAreHeardAgain(Fault fault, String code, String says)
      throws Exception {
    settings.put("silentAfterMs", fault == Fault.SILENT ? 4_000 : 30_000);
    start();
    untilAPlateIsHeard();
    peer.has(fault);
    if (fault == Fault.REFUSES) {
      peer.forgets();
    }
    Bench.until("it is told", () -> camera.health().message().contains(says));
    assertThat(camera.health().code()).isEqualTo(code);
    assertThat(camera.health().message()).contains("anpr-1");
    peer.has(Fault.NONE);
    untilAPlateIsHeard();

    Bench.until("it is in order", () -> camera.health().code().equals("ok"));
    assertThat(interruptions).hasSize(1);
    assertThat(interruptions.get(0).cause())
        .isIn(
            Cause.LINK_DOWN,
            Cause.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
  }

  @Test
  void aSubscriptionThatIsLostIsToldAndMadeAnew() throws Exception {
    start();
    untilAPlateIsHeard();
    peer.forgets();
    Bench.until("it is told", () -> !interruptions.isEmpty());
    untilAPlateIsHeard();

    assertThat(interruptions)
        .singleElement()
        .satisfies(lost -> assertThat(lost.detail()).contains("ResourceUnknownFault"));
    assertThat(peer.subscribed()).isEqualTo(2);
  }

  @Test
  void aShortSubscriptionIsRenewedBeforeItEnds() throws Exception {
    peer = new OnvifCameraSimulator(Lock.HTTP, "", "", Bench.NOW);
    peer.grants(Duration.ofSeconds(20)); // less than an answer may take
    open();
    Bench.until(
        "it is renewed",
        () -> {
          peer.beats();
          return peer.renewed() >= 3;
        });

    assertThat(peer.subscribed()).isEqualTo(1);
    assertThat(interruptions).isEmpty();
  }

  @Test
  void aCameraThatKnowsNoRenewingIsKeptByPulling() throws Exception {
    peer = new OnvifCameraSimulator(Lock.HTTP, "", "", Bench.NOW);
    peer.grants(Duration.ofSeconds(20)); // less than an answer may take
    peer.has(Fault.NO_RENEWING);
    open();
    Bench.until("it is heard", () -> peer.hearing() > 0);
    untilAPlateIsHeard();
    untilAPlateIsHeard();

    assertThat(peer.subscribed()).isEqualTo(1);
    assertThat(peer.renewed()).isZero();
    assertThat(interruptions).isEmpty();
  }

  @Test
  void manyAtOnceAreAllHeardInTheirOrder() throws Exception {
    start();
    for (int i = 1; i <= 1_000; i++) {
      peer.sees("tns1:VideoSource/MotionAlarm", "State", "true");
      peer.sees(SeenPlate.of(i, "30A-%05d".formatted(i), Bench.NOW));
    }
    Bench.until("all", () -> heard.size() == 1_000);

    assertThat(heard)
        .extracting(PlateReading::text)
        .isSorted()
        .startsWith("30A-00001")
        .endsWith("30A-01000");
  }

  @Test
  void whatIsToldAgainIsHeardOnceAndWhatIsOverNotAtAll() throws Exception {
    start();
    SeenPlate first = SeenPlate.of(1, "51F-123.45", Bench.NOW.plusSeconds(1));
    peer.sees(SeenPlate.of(9, "51F-999.99", Bench.NOW.minusSeconds(1)), "Initialized");
    peer.sees(first, "Initialized");
    peer.sees(first, "Changed");
    peer.sees(first, "Deleted");
    peer.sees(SeenPlate.of(2, "51F-123.45", Bench.NOW));
    Bench.until("both", () -> heard.size() == 2);
    peer.sees(SeenPlate.of(3, "29A-555.55", Bench.NOW));
    Bench.until("the next", () -> heard.size() == 3);

    assertThat(heard)
        .extracting(PlateReading::text)
        .containsExactly("51F-123.45", "51F-123.45", "29A-555.55");
  }

  @Test
  void plateEventsWithoutAPlateAreToldInHealth() throws Exception {
    start();
    Bench.until(
        "it is told",
        () -> {
          peer.sees("tns1:RuleEngine/Recognition/LicensePlate", "Likelihood", "0.5");
          return camera.health().code().equals("events-garbled");
        });
    untilAPlateIsHeard();
    Bench.until("it is in order", () -> camera.health().code().equals("ok"));

    assertThat(interruptions).isEmpty();
  }

  @Test
  void whenTheDriverStopsTheSubscriptionIsGivenBack() throws Exception {
    start();
    camera.stop();

    assertThat(peer.subscriptions()).isZero();
  }
}
