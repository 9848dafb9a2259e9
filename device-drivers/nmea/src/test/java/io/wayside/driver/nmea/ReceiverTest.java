// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SentenceSink;
import io.wayside.core.health.Health;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.AidSource;
import io.wayside.core.water.VesselSource;
import io.wayside.core.water.WaterQuantity;
import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;
import io.wayside.driver.nmea.sentence.CheckSum;
import io.wayside.rig.contracts.Eventually;
import io.wayside.rig.contracts.Heard;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.fault.FaultKind;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultRule;
import io.wayside.rig.simulators.fault.FaultyPipe;
import io.wayside.rig.simulators.talker.SatelliteReceiver;
import io.wayside.rig.simulators.talker.SentenceWriter;
import io.wayside.rig.simulators.talker.Sounder;
import io.wayside.rig.simulators.talker.Talker;
import io.wayside.rig.simulators.talker.Tide;
import io.wayside.rig.simulators.talker.TideGauge;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import io.wayside.rig.simulators.transport.UdpPipe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ReceiverTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Map<String, Object> PATIENT = Map.of("silentAfterMs", 3_600_000);
  private static final Map<String, Object> ANNOUNCING =
      Map.of("silentAfterMs", 3_600_000, "announces", true);

  private final Eventually eventually = new Eventually(LONG, () -> {});

  @Test
  void oneReceiverIsASourceOfFourThingsUnderOneId() throws IOException {
    try (TcpServerPipe pipe = opened();
        Wired wired = new Wired("tcp://" + pipe.address(), Wired.TIME, PATIENT)) {
      assertThat(wired.as(AidSource.class).deviceId()).isEqualTo("ais-1");
      assertThat(wired.as(VesselSource.class).deviceId()).isEqualTo("ais-1");
      assertThat(wired.as(WaterSource.class).deviceId()).isEqualTo("ais-1");
      assertThat(wired.receiver().healthId()).isEqualTo("device.ais-1");
    }
  }

  @Test
  void aStopIsToldToAllWhoListenToAnyOfIt() throws IOException {
    try (TcpServerPipe pipe = opened();
        Wired wired = new Wired("tcp://" + pipe.address(), Wired.TIME, PATIENT)) {
      Heard<WaterReading> water = new Heard<>();
      Heard<AidReport> aids = new Heard<>();
      wired.as(WaterSource.class).subscribe(water);
      wired.as(AidSource.class).subscribe(aids);
      wired.receiver().stop();

      eventually.until("both are told", () -> !water.interruptions().isEmpty());
      eventually.until("both are told", () -> !aids.interruptions().isEmpty());
      assertThat(wired.receiver().health().code()).isEqualTo("stopped");
    }
  }

  @Test
  void datagramsOfSeveralSendersAreHeardThoughEachIsTorn() throws IOException {
    int port = LoopbackPorts.free();
    InetSocketAddress gateway = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (UdpPipe one = new UdpPipe(0, gateway);
        UdpPipe other = new UdpPipe(0, gateway);
        Wired wired = new Wired("udp://127.0.0.1:" + port, Wired.TIME, PATIENT)) {
      one.open();
      other.open();
      Heard<WaterReading> heard = new Heard<>();
      wired.as(WaterSource.class).subscribe(heard);
      eventually.until(
          "the port is open",
          () -> {
            one.write(SentenceWriter.plain("SDDPT,1.0,0.0,"));
            return !heard.events().isEmpty();
          });
      byte[] first = SentenceWriter.plain("SDDPT,5.3,0.0,");
      byte[] second = SentenceWriter.plain("YXMTW,24.5,C");
      one.write(java.util.Arrays.copyOfRange(first, 0, 9));
      other.write(java.util.Arrays.copyOfRange(second, 0, 9));
      one.write(java.util.Arrays.copyOfRange(first, 9, first.length));
      other.write(java.util.Arrays.copyOfRange(second, 9, second.length));

      eventually.until("the first is whole", () -> has(heard, WaterQuantity.DEPTH_M, 5.3));
      eventually.until("so is the second", () -> has(heard, WaterQuantity.WATER_CEL, 24.5));
    }
  }

  private static boolean has(Heard<WaterReading> heard, WaterQuantity quantity, double value) {
    return heard.events().stream()
        .anyMatch(reading -> reading.quantity() == quantity && reading.value() == value);
  }

  /**
   * Missing bytes, wrong bits, noise and doubled lines, ten minutes of it. One of each in a line is
   * what a check sum of one byte is sure to find.
   */
  @Test
  void onABadLineNothingUntrueIsTold() throws IOException {
    Tide tide = new Tide(1.5, 1.2);
    Sounder sounder = new Sounder(tide, -4, 0.4, 24.5);
    TideGauge gauge = new TideGauge(tide, 12.6);
    SatelliteReceiver gps = new SatelliteReceiver(20.24, 106.66, 30, 2, 7);
    FaultPlan plan =
        FaultPlan.none()
            .withSeed(11)
            .with(FaultKind.DROP, FaultRule.of(0.1).atMost(1))
            .with(FaultKind.CORRUPT, FaultRule.of(0.1).atMost(1))
            .with(FaultKind.GARBAGE, FaultRule.of(0.1).atMost(24))
            .with(FaultKind.DUPLICATE, FaultRule.of(0.05));
    SteppedRigClock clock = new SteppedRigClock();
    try (TcpServerPipe wire = opened();
        FaultyPipe pipe = new FaultyPipe(wire, plan, clock);
        Wired wired =
            new Wired(
                "tcp://" + wire.address(),
                Wired.TIME,
                Map.of(
                    "silentAfterMs",
                    3_600_000,
                    "transducers",
                    new String[] {"TIDE=LEVEL_M", "BATT=SUPPLY_V"}))) {
      Heard<WaterReading> water = new Heard<>();
      Heard<AidReport> aids = new Heard<>();
      wired.as(WaterSource.class).subscribe(water);
      wired.as(AidSource.class).subscribe(aids);
      eventually.until("somebody listens", wire::attached);
      try (Talker talker =
          Talker.on(pipe, clock, Duration.ofSeconds(1), List.of(sounder, gauge, gps))) {
        assertThat(talker).isNotNull();
        for (int second = 0; second < 600; second++) {
          clock.advance(Duration.ofSeconds(1));
          int rounds = second;
          if (rounds % 50 == 49) { // so that the wire never takes more than it can hold
            eventually.until("most rounds are heard", () -> aids.events().size() > rounds / 2);
          }
        }
      }
      pipe.inject(false);
      wire.write(SentenceWriter.plain("YXMTW,99.0,C"));
      eventually.until("all has come", () -> has(water, WaterQuantity.WATER_CEL, 99.0));

      assertThat(water.events().stream().filter(r -> r.quantity() == WaterQuantity.DEPTH_M))
          .hasSizeGreaterThan(300)
          .allSatisfy(r -> assertThat(r.value()).isBetween(5.5 - 0.001, 5.5 + 0.15));
      assertThat(water.events().stream().filter(r -> r.quantity() == WaterQuantity.LEVEL_M))
          .hasSizeGreaterThan(300)
          .allSatisfy(r -> assertThat(r.value()).isBetween(1.5 - 0.001, 1.5 + 0.15));
      assertThat(aids.events()).hasSizeGreaterThan(500);
      assertThat(aids.events().stream().flatMap(report -> report.fix().stream()))
          .allSatisfy(
              fix -> {
                assertThat(fix.latitudeDeg()).isBetween(20.2395, 20.2405);
                assertThat(fix.longitudeDeg()).isBetween(106.6595, 106.6605);
              });
    }
  }

  @Test
  void aLineThatIsNotForSendingRefusesWithTheRemedy() throws IOException {
    try (TcpServerPipe pipe = opened();
        Wired wired = new Wired("tcp://" + pipe.address(), Wired.TIME, PATIENT)) {
      assertThatThrownBy(() -> wired.receiver().send(List.of(CheckSum.ended("$AIACK,001")), LONG))
          .isInstanceOf(DeviceException.Refused.class)
          .hasMessageContaining("ais-1")
          .hasMessageContaining("announces");
    }
  }

  @Test
  void withoutALinkNothingIsSent() throws IOException {
    try (Wired wired =
        new Wired("tcp://127.0.0.1:" + LoopbackPorts.free(), Wired.TIME, ANNOUNCING)) {
      assertThatThrownBy(() -> wired.receiver().send(List.of(CheckSum.ended("$AIACK,001")), LONG))
          .isInstanceOf(DeviceException.LinkDown.class)
          .hasMessageContaining("ais-1");
    }
  }

  @Test
  void whatHasNoAnswerIsTakenOnceItIsWritten() throws Exception {
    try (TcpServerPipe pipe = opened();
        Wired wired = connected(pipe)) {
      String sentence = CheckSum.ended("!AIVDO,1,1,,A,w,0");

      assertThat(wired.receiver().send(List.of(sentence), LONG))
          .isEqualTo(SentenceSink.Answer.TAKEN);
      assertThat(received(pipe, sentence)).isEqualTo(sentence);
    }
  }

  @Test
  void theTranspondersAnswerIsMatchedToWhatWasSent() throws Exception {
    try (TcpServerPipe pipe = opened();
        Wired wired = connected(pipe)) {
      String order = CheckSum.ended("!AIABM,1,1,2,002241111,0,6,w,0");
      CompletableFuture<SentenceSink.Answer> answer = sending(wired, order);
      assertThat(received(pipe, order)).isEqualTo(order);
      pipe.write(SentenceWriter.plain("AIABK,002241111,A,6,1,1"));
      pipe.write(SentenceWriter.plain("AIABK,002241111,A,6,2,0"));

      assertThat(answered(answer)).isEqualTo(SentenceSink.Answer.RECEIVED);
    }
  }

  @Test
  void aTransponderThatCouldNotSendRefuses() throws Exception {
    try (TcpServerPipe pipe = opened();
        Wired wired = connected(pipe)) {
      String order = CheckSum.ended("!AIBBM,1,1,1,0,8,w,0");
      CompletableFuture<SentenceSink.Answer> answer = sending(wired, order);
      received(pipe, order);
      pipe.write(SentenceWriter.plain("AIABK,,,8,1,2"));

      assertThatThrownBy(() -> answered(answer))
          .hasCauseInstanceOf(DeviceException.Refused.class)
          .hasMessageContaining("could not send it");
    }
  }

  @Test
  void aTransponderThatSaysNothingIsNotWaitedForForEver() throws Exception {
    try (TcpServerPipe pipe = opened();
        Wired wired = connected(pipe)) {
      assertThat(
              wired
                  .receiver()
                  .send(List.of(CheckSum.ended("!AIBBM,1,1,1,0,8,w,0")), Duration.ofMillis(20)))
          .isEqualTo(SentenceSink.Answer.TAKEN);
    }
  }

  @Test
  void aFaultInAListenerIsShownAndDisturbsNobody() throws Exception {
    try (TcpServerPipe pipe = opened();
        Wired wired = connected(pipe)) {
      wired
          .as(WaterSource.class)
          .subscribe(
              new io.wayside.core.device.Listener<WaterReading>() {
                @Override
                public void received(WaterReading reading) {
                  throw new IllegalStateException("full");
                }

                @Override
                public void interrupted(io.wayside.core.device.Interruption interruption) {
                  throw new IllegalStateException("full");
                }
              });
      eventually.until(
          "the fault shows",
          () -> {
            pipe.write(SentenceWriter.plain("YXMTW,24.5,C"));
            return wired.receiver().health().code().equals("listener-failed");
          });
      assertThat(wired.as(AidSource.class)).isInstanceOf(io.wayside.core.health.HealthSource.class);
      assertThat(wired.receiver().health().status()).isEqualTo(Health.Status.DEGRADED);
    }
  }

  private static TcpServerPipe opened() throws IOException {
    TcpServerPipe pipe = new TcpServerPipe(0);
    pipe.open();
    return pipe;
  }

  private Wired connected(TcpServerPipe pipe) {
    Wired wired = new Wired("tcp://" + pipe.address(), Wired.TIME, ANNOUNCING);
    eventually.until(
        "it hears",
        () -> {
          pipe.write(SentenceWriter.plain("GPTXT,01,01,02,hello"));
          return wired.receiver().health().status() == Health.Status.OK;
        });
    return wired;
  }

  private static CompletableFuture<SentenceSink.Answer> sending(Wired wired, String order) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return wired.receiver().send(List.of(order), LONG);
          } catch (DeviceException e) {
            throw new java.util.concurrent.CompletionException(e);
          }
        });
  }

  private static SentenceSink.Answer answered(CompletableFuture<SentenceSink.Answer> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private String received(TcpServerPipe pipe, String expected) {
    StringBuilder all = new StringBuilder();
    eventually.until(
        "the transponder has " + expected.strip(),
        () -> {
          all.append(new String(pipe.read(), StandardCharsets.US_ASCII));
          return all.length() >= expected.length();
        });
    return all.toString();
  }
}
