// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.MemoryWire;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatedModemTest {

  private final SteppedRigClock clock = new SteppedRigClock();
  private final SmsNetwork network = new SmsNetwork(clock, 1);

  @Test
  void aNetworkLosesAndDoublesAboutAsManyAsItIsTold() {
    List<String> came = new ArrayList<>();
    network.join("+2", (from, text) -> came.add(text));
    network.is(0.5, 0, Duration.ofSeconds(10));
    for (int i = 0; i < 1_000; i++) {
      network.send("+1", "+2", "text " + i);
    }
    assertThat(came).as("all are under way").hasSizeLessThan(50);
    clock.advance(Duration.ofSeconds(11));
    assertThat(came).hasSizeBetween(400, 600).doesNotHaveDuplicates();
    came.clear();
    network.is(0, 1, Duration.ZERO);
    network.send("+1", "+2", "twice");
    clock.advance(Duration.ofSeconds(1));
    assertThat(came).containsExactly("twice", "twice");
    assertThat(network.sent()).hasSize(1_001);
  }

  @Test
  void aLanternAnswersOnlyThoseWhoMayAsk() {
    List<String> came = new ArrayList<>();
    network.join("+1", (from, text) -> came.add(from + " " + text));
    TextingLantern lantern = new TextingLantern(network, "+2", Set.of("+1"));
    lantern.flashCode(12);
    network.send("+1", "+2", "GET FC");
    network.send("+3", "+2", "get fc");
    lantern.raise("BATLO", "+1");
    clock.advance(Duration.ofSeconds(1));

    assertThat(came).containsExactlyInAnyOrder("+2 Lantern Config\r\nFlash Code: 12", "+2 BATLO");
    assertThat(lantern.asked()).isEqualTo(2);
  }

  @Test
  void aModemSpeaksAsTheStandardHasIt() {
    MemoryWire wire = new MemoryWire();
    List<String> came = new ArrayList<>();
    network.join("+2", (from, text) -> came.add(from + " " + text));
    try (SimulatedModem modem = new SimulatedModem(clock, wire, network, "+1")) {
      assertThat(says(wire, "AT\r")).isEqualTo("AT\r\r\nOK\r\n");
      assertThat(says(wire, "ATE0\r")).endsWith("OK\r\n");
      assertThat(says(wire, "AT+CPIN?\r")).isEqualTo("\r\n+CPIN: READY\r\n\r\nOK\r\n");
      assertThat(says(wire, "AT+NONSENSE\r")).isEqualTo("\r\nERROR\r\n");
      assertThat(says(wire, "AT+CNMI=2,1,0,0,0\r")).contains("OK");
      network.send("+2", "+1", "hello");
      assertThat(says(wire, "")).isEqualTo("\r\n+CMTI: \"SM\",1\r\n");
      assertThat(says(wire, "AT+CMGL=\"ALL\"\r"))
          .contains("+CMGL: 1,\"REC UNREAD\",\"+2\",,\"26/11/22,10:00:00+28\"\r\nhello\r\n");
      assertThat(says(wire, "AT+CMGD=1\r")).contains("OK");
      assertThat(modem.kept()).isZero();
      assertThat(says(wire, "AT+CMGS=\"+2\"\r")).isEqualTo("\r\n> ");
      assertThat(says(wire, "get fc" + (char) 26)).contains("+CMGS: 1");
      clock.advance(Duration.ofSeconds(1));
      assertThat(came).containsExactly("+1 get fc");
      modem.registered(false);
      assertThat(says(wire, "AT+CMGS=\"+2\"\r")).contains("+CMS ERROR: 331");
    }
  }

  @Test
  void aLockedSimWantsItsPinAndLocksAtTheThirdWrongOne() {
    MemoryWire wire = new MemoryWire();
    try (SimulatedModem modem = new SimulatedModem(clock, wire, network, "+1")) {
      modem.lock("4711");
      says(wire, "ATE0\r");
      assertThat(says(wire, "AT+CPIN?\r")).contains("SIM PIN");
      assertThat(says(wire, "AT+CMGF=1\r")).contains("+CMS ERROR: 311");
      assertThat(says(wire, "AT+CPIN=\"1111\"\r")).contains("+CME ERROR: 16");
      says(wire, "AT+CPIN=\"2222\"\r");
      says(wire, "AT+CPIN=\"3333\"\r");
      assertThat(modem.pinTries()).isZero();
      assertThat(says(wire, "AT+CPIN?\r")).contains("SIM PUK");
    }
  }

  private String says(MemoryWire wire, String words) {
    wire.clear();
    wire.say(words);
    clock.advance(Duration.ofMillis(20));
    return new String(wire.bytes(), StandardCharsets.ISO_8859_1);
  }
}
