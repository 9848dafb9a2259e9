// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.simulators.MemoryWire;
import io.wayside.rig.simulators.Soon;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.fault.FaultyPipe;
import io.wayside.rig.simulators.transport.BytePipe;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IndicatorFormatTest {

  @TempDir Path folder;

  private static SimulatedIndicator indicator(RigClock clock, BytePipe pipe, String format) {
    return new SimulatedIndicator(
        clock,
        pipe,
        elapsed -> 12_340,
        IndicatorFormat.named(format),
        IndicatorSettings.axlePlatform());
  }

  @Test
  void everyNamedFormatRunsBehindARoughLine() {
    for (String name : IndicatorFormat.names()) {
      SteppedRigClock clock = new SteppedRigClock();
      MemoryWire wire = new MemoryWire();
      FaultyPipe faulty = new FaultyPipe(wire, FaultPlan.rough().withSeed(4), clock);
      try (SimulatedIndicator device = indicator(clock, faulty, name)) {
        device.start();
        for (int i = 0; i < 1_000; i++) {
          wire.say("SI\r\n\nW\rMSV?;");
          clock.advance(Duration.ofMillis(100));
        }
      }
      assertThat(wire.bytes()).as(name).hasSizeGreaterThan(3_000);
      assertThat(faulty.ledger().missing(FaultPlan.rough())).as(name).isEmpty();
    }
  }

  @Test
  void aLoadAtRestIsShownInEveryFormat() {
    for (String name : IndicatorFormat.names()) {
      SteppedRigClock clock = new SteppedRigClock();
      MemoryWire wire = new MemoryWire();
      try (SimulatedIndicator device = indicator(clock, wire, name)) {
        device.start();
        clock.advance(Duration.ofSeconds(5));
        wire.clear();
        wire.say("SI\r\n\nW\rMSV?;");
        clock.advance(Duration.ofMillis(100));
      }
      String text = new String(wire.bytes(), US_ASCII);
      switch (name) {
        case "toledo-lb" -> assertThat(text).contains("27200"); // 12,340 kg are 27,205 lb
        case "toledo-tens" -> assertThat(text).contains("  1234");
        case "ht9800", "gm8803" -> assertThat(wire.bytes()).endsWith(0x40, 0x23, 0x01);
        case "reversed-6" -> assertThat(text).isEqualTo("=      "); // room for four digits
        case "reversed-7", "reversed-8" -> assertThat(text).contains("=04321");
        default -> assertThat(text).as(name).contains("12340");
      }
    }
  }

  @Test
  void aPolledIndicatorAnswersOverTcp() throws Exception {
    TcpServerPipe pipe = new TcpServerPipe(0);
    pipe.open();
    try (RealRigClock clock = new RealRigClock();
        SimulatedIndicator device = indicator(clock, pipe, "mt-sics");
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), pipe.port())) {
      device.start();
      socket.getOutputStream().write("I4\r\n".getBytes(US_ASCII));
      byte[] answer = new byte["I4 A \"1234567890\"\r\n".length()];
      new DataInputStream(socket.getInputStream()).readFully(answer);
      assertThat(new String(answer, US_ASCII)).isEqualTo("I4 A \"1234567890\"\r\n");
    } finally {
      pipe.close();
    }
  }

  @Test
  void aPolledIndicatorAnswersOverASerialLine() throws Exception {
    PtyPipe pipe = new PtyPipe(folder.resolve("ttyScale"));
    pipe.open();
    try (RealRigClock clock = new RealRigClock();
        SimulatedIndicator device = indicator(clock, pipe, "sma+7e1")) {
      device.start();
      try (RandomAccessFile line = new RandomAccessFile(pipe.address(), "rw")) {
        Soon.until("the device sees a reader", pipe::attached);
        line.write("\nW\r".getBytes(US_ASCII));
        byte[] answer = new byte[20];
        line.readFully(answer);
        assertThat(answer).isEqualTo(ParityMarked.even(answer));
        for (int i = 0; i < answer.length; i++) {
          answer[i] &= 0x7F;
        }
        assertThat(new String(answer, US_ASCII)).startsWith("\n").endsWith("kg \r");
      }
    } finally {
      pipe.close();
    }
  }

  @Test
  void zeroAndTareChangeWhatIsShown() throws IOException {
    SteppedRigClock clock = new SteppedRigClock();
    MemoryWire wire = new MemoryWire();
    SimulatedIndicator device =
        new SimulatedIndicator(
            clock,
            wire,
            elapsed -> elapsed < 5_000_000_000L ? 120 : 1_120,
            IndicatorFormat.named("mt-sics"),
            IndicatorSettings.axlePlatform());
    device.start();
    clock.advance(Duration.ofSeconds(2));
    assertThat(asked(wire, clock, "Z\r\n")).isEqualTo("Z A\r\n");
    assertThat(asked(wire, clock, "SI\r\n")).isEqualTo("S S          0 kg\r\n");
    clock.advance(Duration.ofSeconds(3));
    assertThat(asked(wire, clock, "SI\r\n")).startsWith("S D ");
    assertThat(asked(wire, clock, "TI\r\n")).isEqualTo("TI I\r\n");
    clock.advance(Duration.ofSeconds(3));
    assertThat(asked(wire, clock, "T\r\n")).isEqualTo("T S       1000 kg\r\n");
    assertThat(asked(wire, clock, "SI\r\n")).isEqualTo("S S          0 kg\r\n");
    assertThat(asked(wire, clock, "Z\r\n")).isEqualTo("Z +\r\n");
    device.close();
  }

  private static String asked(MemoryWire wire, SteppedRigClock clock, String command) {
    wire.clear();
    wire.say(command);
    clock.advance(Duration.ofMillis(20));
    return new String(wire.bytes(), US_ASCII);
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> IndicatorFormat.named("teledo"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'teledo'")
        .hasMessageContaining("mt-sics, ");
  }
}
