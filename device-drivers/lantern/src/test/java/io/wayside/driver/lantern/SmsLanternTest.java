// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.health.Health.Status;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSign;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.LanternMode;
import io.wayside.driver.lantern.text.Vocabulary;
import io.wayside.rig.contracts.Heard;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.lantern.SimulatedModem;
import io.wayside.rig.simulators.lantern.SmsNetwork;
import io.wayside.rig.simulators.lantern.TextingLantern;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The driver through a simulated modem on a pseudo-terminal, with a network that believes anybody.
 */
class SmsLanternTest {

  private static final String GATEWAY = "+84900000001";
  private static final String BUOY = "+84901234567";
  private static final String STRANGER = "+84666666666";

  private final RealRigClock clock = new RealRigClock();
  private final SmsNetwork network = new SmsNetwork(clock, 4);
  private final TextingLantern buoy = new TextingLantern(network, BUOY, Set.of(GATEWAY));
  private final Heard<AidReport> heard = new Heard<>();
  private PtyPipe pipe;
  private SimulatedModem modem;
  private @Nullable SmsLantern lantern;

  @TempDir Path folder;

  @BeforeEach
  void switchOn() throws IOException {
    pipe = new PtyPipe(folder.resolve("ttyModem"));
    pipe.open();
    modem = new SimulatedModem(clock, pipe, network, GATEWAY);
  }

  @AfterEach
  void switchOff() {
    if (lantern != null) {
      lantern.stop();
    }
    modem.close();
    pipe.close();
    clock.close();
  }

  private SmsLantern start(String pin, Map<String, Object> more) throws GarbledData, IOException {
    Map<String, Object> values = new HashMap<>();
    values.put("device_id", "sms-1");
    values.put("link", "serial:" + pipe.address() + "?115200,8N1");
    values.put("lanterns", new String[] {"buoy-7=" + BUOY});
    values.put("texts", "test");
    values.put("askEveryS", 0);
    values.put("lookEveryS", 1);
    values.put("answerWithinMs", 2_000);
    values.put("firstRetryMs", 20);
    values.put("longestRetryMs", 100);
    values.putAll(more);
    String text = Files.readString(Bench.CONFIG.resolve("lanterns/texts-sealite.json"));
    SmsLantern started =
        new SmsLantern(
            Bench.config(SmsLanternConfig.class, values),
            Vocabulary.from(Node.read("texts-sealite", text)),
            pin,
            Bench.links(),
            Bench.TIME);
    started.subscribe(heard);
    lantern = started;
    return started;
  }

  private SmsLantern inOrder() throws GarbledData, IOException {
    SmsLantern started = start("", Map.of());
    Bench.until("in order", () -> started.health().status() == Status.OK);
    return started;
  }

  private AidReport eventually(String what, Predicate<AidReport> is) {
    Bench.until(what, () -> heard.events().stream().anyMatch(is));
    return heard.events().stream().filter(is).findFirst().orElseThrow();
  }

  @Test
  void lanternsAreAskedAndTheirAnswersReported() throws Exception {
    buoy.mode("Always On");
    start("", Map.of("askEveryS", 3_600));

    assertThat(eventually("mode", report -> report.mode() != LanternMode.NOT_TOLD))
        .satisfies(report -> assertThat(report.aid()).isEqualTo("lantern:buoy-7"))
        .satisfies(report -> assertThat(report.mode()).isEqualTo(LanternMode.FORCED_ON));
    assertThat(eventually("rhythm", report -> report.rhythm().isPresent()).rhythm()).contains("37");
    assertThat(eventually("intensity", report -> !report.quantities().isEmpty()).quantities())
        .containsEntry(AidQuantity.INTENSITY, 0.75);
    assertThat(buoy.asked()).isEqualTo(3);
    Bench.until("its memory is emptied", () -> modem.kept() == 0);
  }

  @Test
  void anAlarmIsHeardAtOnceAndADoubledOneOnce() throws Exception {
    network.is(0, 1, Duration.ofMillis(50));
    inOrder();
    buoy.raise("BATLO", GATEWAY);
    eventually("the alarm", report -> report.signs().contains(AidSign.BATTERY_LOW));
    buoy.raise("OFFSTATION", GATEWAY);
    eventually("a later one", report -> report.offPosition().isPresent());
    Bench.until("both came twice", () -> modem.received() == 4);
    Bench.until("all are read", () -> modem.kept() == 0);

    assertThat(heard.events()).hasSize(2);
  }

  @Test
  void strangersAreNeitherBelievedNorAnsweredAndDoNotFillTheMemory() throws Exception {
    inOrder();
    for (int i = 0; i < 15; i++) {
      network.send(STRANGER, GATEWAY, i % 2 == 0 ? "BATLO" : "OK");
    }
    Bench.until("all came", () -> modem.received() == 15);
    Bench.until("its memory is emptied", () -> modem.kept() == 0);
    buoy.raise("NOGPS", GATEWAY);
    eventually("the lantern", report -> report.tells().contains(AidSign.POSITIONED));

    assertThat(heard.events()).noneMatch(report -> report.signs().contains(AidSign.BATTERY_LOW));
    assertThat(network.sent()).noneMatch(sent -> sent.to().equals(STRANGER));
    assertThat(network.sent()).noneMatch(sent -> sent.from().equals(GATEWAY));
  }

  @Test
  void noMoreIsSentThanADayMayCost() throws Exception {
    SmsLantern started = start("", Map.of("askEveryS", 3_600, "messagesADay", 2));

    Bench.until("it says so", () -> started.health().code().equals("messages-spent"));
    assertThat(started.health().message()).contains("sms-1").contains("messagesADay");
    assertThat(network.sent()).filteredOn(sent -> sent.from().equals(GATEWAY)).hasSize(2);
  }

  @Test
  void itTakesNoOrdersByTextMessage() throws Exception {
    assertThat(inOrder()).isNotInstanceOf(Lantern.class);
  }

  @Test
  void aSimThatWantsAPinGetsItOnce() throws Exception {
    modem.lock("4711");
    SmsLantern started = start("4711", Map.of());

    Bench.until("in order", () -> started.health().status() == Status.OK);
    assertThat(modem.pinTries()).isEqualTo(3);
  }

  @Test
  void aWrongPinIsNotTriedUntilTheSimIsLocked() throws Exception {
    modem.lock("4711");
    SmsLantern started = start("1234", Map.of());

    Bench.until("it is given up", () -> started.health().message().contains("is not tried again"));
    assertThat(modem.pinTries()).isEqualTo(2);
    assertThat(started.health().status()).isEqualTo(Status.FAILED);
    assertThat(started.health().message()).doesNotContain("1234");
  }

  @Test
  void aModemWithoutANetworkOrAVoiceIsToldAndTakenUpAgain() throws Exception {
    SmsLantern started = inOrder();
    modem.registered(false);
    Bench.until("no network", () -> started.health().code().equals("no-network"));
    assertThat(started.health().message()).contains("antenna");
    modem.registered(true);
    Bench.until("in order", () -> started.health().status() == Status.OK);

    modem.mute(true);
    Bench.until("silent", () -> started.health().code().equals("silent"));
    Bench.until("interrupted", () -> heard.interruptions().size() == 1);
    assertThat(heard.interruptions().get(0).detail()).contains("sms-1");
    modem.mute(false);
    Bench.until("in order again", () -> started.health().status() == Status.OK);
    pipe.unplug();
    Bench.until("link down", () -> started.health().code().equals("link-down"));
    pipe.replug();
    Bench.until("in order at last", () -> started.health().status() == Status.OK);
    buoy.raise("BATLO", GATEWAY);
    eventually("an alarm", report -> report.signs().contains(AidSign.BATTERY_LOW));
    assertThat(heard.interruptions()).hasSize(2);
  }

  @Test
  void whatLayInTheModemBeforeIsNotNews() throws Exception {
    buoy.raise("BATLO", GATEWAY);
    Bench.until("it lies there", () -> modem.kept() == 1);
    inOrder();
    Bench.until("its memory is emptied", () -> modem.kept() == 0);
    buoy.raise("NOGPS", GATEWAY);
    eventually("what comes now", report -> report.tells().contains(AidSign.POSITIONED));

    assertThat(heard.events()).hasSize(1);
  }

  @Test
  void numbersAreWholeAndEachNamedOnce() {
    for (String wrong : new String[] {"buoy-7", "buoy-7=0901234567", "=+84901234567"}) {
      assertThatThrownBy(() -> start("", Map.of("lanterns", new String[] {wrong})))
          .isInstanceOf(GarbledData.class)
          .hasMessageContaining("devices.sms-1.lanterns")
          .hasMessageContaining(wrong);
    }
    assertThatThrownBy(() -> start("12", Map.of()))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("pinFile");
  }
}
