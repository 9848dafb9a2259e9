// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.SentenceSink.Answer;
import io.wayside.core.health.Health;
import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.core.water.Transponder;
import io.wayside.driver.nmea.spoken.Form;
import io.wayside.rig.contracts.Eventually;
import io.wayside.rig.simulators.talker.SentenceWriter;
import io.wayside.rig.simulators.talker.TransponderEar;
import io.wayside.rig.simulators.talker.TransponderEar.Taken;
import io.wayside.rig.simulators.transport.BytePipe;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import io.wayside.rig.simulators.transport.UdpPipe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An aid is announced over real wires; what arrives is read by the transponder's own reading. */
class TransponderTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final AidAnnouncement AID =
      new AidAnnouncement(
          995_741_007,
          24,
          "BACH DANG 7",
          Presence.REAL,
          Fix.of(20.86521, 106.68312),
          true,
          Instant.parse("2026-11-22T13:00:42Z"),
          Optional.of(true),
          LightStatus.FAILED,
          RaconStatus.NOT_TOLD,
          Optional.of(true));
  private static final AidCondition CONDITION =
      new AidCondition(
          995_741_007,
          5_741_001,
          true,
          LightStatus.FAILED,
          RaconStatus.NOT_TOLD,
          true,
          Map.of(),
          OptionalInt.empty());

  private final Eventually eventually = new Eventually(LONG, () -> {});
  private final TransponderEar ear = new TransponderEar();

  private Wired wired(String link, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("silentAfterMs", 3_600_000);
    settings.putIfAbsent("announces", true);
    return new Wired(link, Wired.TIME, settings);
  }

  private void speaks(BytePipe pipe, Wired wired) {
    eventually.until(
        "it hears",
        () -> {
          pipe.write(SentenceWriter.plain("GPTXT,01,01,02,hello"));
          return wired.receiver().health().status() == Health.Status.OK;
        });
  }

  private Taken next(BytePipe pipe) {
    int before = ear.taken().size();
    eventually.until(
        "a message arrives",
        () -> {
          ear.hear(pipe.read());
          return ear.taken().size() > before;
        });
    assertThat(ear.wrong()).isZero();
    return ear.taken().get(before);
  }

  private void announces(BytePipe pipe, String link) throws DeviceException {
    try (Wired wired = wired(link, Map.of())) {
      speaks(pipe, wired);
      assertThat(wired.as(Transponder.class).announce(AID, LONG)).isEqualTo(Answer.TAKEN);
      Taken taken = next(pipe);
      assertThat(taken.form()).isEqualTo("VDM");
      assertThat(taken.unsigned(0, 6)).isEqualTo(21);
      assertThat(taken.unsigned(8, 30)).isEqualTo(995_741_007);
      assertThat(taken.text(43, 20)).isEqualTo("BACH DANG 7");
      assertThat(taken.signed(164, 28)).isEqualTo(64_009_872);
      assertThat(taken.signed(192, 27)).isEqualTo(12_519_126);
      assertThat(taken.unsigned(253, 7)).as("second 42, off position").isEqualTo(85);
      assertThat(taken.unsigned(260, 8)).as("light failed, alarm").isEqualTo(0b111_00_11_1);
    }
  }

  @Test
  void overASerialLine(@TempDir Path folder) throws Exception {
    try (PtyPipe pipe = new PtyPipe(folder.resolve("ttyAIS"))) {
      pipe.open();
      announces(pipe, "serial:" + pipe.address());
    }
  }

  @Test
  void overTcp() throws Exception {
    try (TcpServerPipe pipe = new TcpServerPipe(0)) {
      pipe.open();
      announces(pipe, "tcp://" + pipe.address());
    }
  }

  @Test
  void overUdpToWhoSpokeLast() throws Exception {
    int port = LoopbackPorts.free();
    try (UdpPipe pipe =
        new UdpPipe(0, new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      pipe.open();
      announces(pipe, "udp://127.0.0.1:" + port);
    }
  }

  @Test
  void theAuthorityIsToldAndTheTranspondersAnswerIsHeard() throws Exception {
    try (TcpServerPipe pipe = opened();
        Wired wired = wired("tcp://" + pipe.address(), Map.of("monitorsUnder", 250))) {
      speaks(pipe, wired);
      CompletableFuture<Answer> answer =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return wired.as(Transponder.class).tell(CONDITION, LONG);
                } catch (DeviceException e) {
                  throw new CompletionException(e);
                }
              });
      Taken taken = next(pipe);
      assertThat(taken.form()).isEqualTo("MEB");
      assertThat(taken.unsigned(0, 10)).isEqualTo(250);
      pipe.write(SentenceWriter.plain("AIABK,005741001,A,6," + taken.fields().get(3) + ",3"));

      assertThat(answer.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Answer.SENT);
    }
  }

  @Test
  void eachMessageToTheAuthorityHasANumberOfItsOwn() throws Exception {
    try (TcpServerPipe pipe = opened();
        Wired wired = wired("tcp://" + pipe.address(), Map.of("monitorsIn", Form.VDO))) {
      speaks(pipe, wired);
      for (int number : new int[] {0, 1, 2, 3, 0}) {
        wired.as(Transponder.class).tell(CONDITION, LONG);
        assertThat(next(pipe).unsigned(38, 2)).isEqualTo(number);
      }
    }
  }

  @Test
  void whatNoMessageCanSayIsRefusedAndNothingIsSent() throws Exception {
    AidAnnouncement unsayable =
        new AidAnnouncement(
            AID.mmsi(),
            AID.kind(),
            "PHAO SỐ 7",
            AID.presence(),
            AID.place(),
            true,
            AID.at(),
            AID.offPosition(),
            AID.light(),
            AID.racon(),
            AID.alarm());
    try (TcpServerPipe pipe = opened();
        Wired wired = wired("tcp://" + pipe.address(), Map.of())) {
      speaks(pipe, wired);
      assertThatThrownBy(() -> wired.as(Transponder.class).announce(unsayable, LONG))
          .isInstanceOf(DeviceException.Refused.class)
          .hasMessageContaining("ais-1")
          .hasMessageContaining("'Ố'");
      wired.as(Transponder.class).announce(AID, LONG);
      assertThat(next(pipe).text(43, 20)).isEqualTo("BACH DANG 7");
    }
  }

  @Test
  void aLineThatIsNotForSendingOrIsGoneSaysSo() throws Exception {
    try (TcpServerPipe pipe = opened();
        Wired wired = wired("tcp://" + pipe.address(), Map.of("announces", false))) {
      assertThatThrownBy(() -> wired.as(Transponder.class).announce(AID, LONG))
          .isInstanceOf(DeviceException.Refused.class)
          .hasMessageContaining("announces");
    }
    try (Wired wired = wired("tcp://127.0.0.1:" + LoopbackPorts.free(), Map.of())) {
      assertThatThrownBy(() -> wired.as(Transponder.class).announce(AID, LONG))
          .isInstanceOf(DeviceException.LinkDown.class)
          .hasMessageContaining("ais-1");
    }
  }

  private static TcpServerPipe opened() throws IOException {
    TcpServerPipe pipe = new TcpServerPipe(0);
    pipe.open();
    return pipe;
  }
}
