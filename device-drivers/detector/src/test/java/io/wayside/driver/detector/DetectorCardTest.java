// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.CardWord;
import io.wayside.core.device.CardWord.Counted;
import io.wayside.core.device.CardWord.Heard;
import io.wayside.core.device.CardWord.Vehicle;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.driver.detector.card.LineProfile;
import io.wayside.driver.detector.card.RegisterProfile;
import io.wayside.driver.modbus.ModbusDevice;
import io.wayside.rig.simulators.card.CountingCard;
import io.wayside.rig.simulators.card.RememberingCard;
import io.wayside.rig.simulators.card.TalkingCard;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.modbus.ModbusRtuSlave;
import io.wayside.rig.simulators.modbus.RegisterTable;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cards at the end of a pseudo-terminal: Modbus frames, and lines. */
@Timeout(120)
class DetectorCardTest implements Listener<CardWord> {

  private final List<CardWord> words = new CopyOnWriteArrayList<>();
  private final List<Interruption> interruptions = new CopyOnWriteArrayList<>();
  @TempDir private Path folder;

  @Override
  public void received(CardWord word) {
    words.add(word);
  }

  @Override
  public void interrupted(Interruption interruption) {
    interruptions.add(interruption);
  }

  private int vehicles() {
    int vehicles = 0;
    for (CardWord word : words) {
      vehicles += word instanceof Vehicle ? 1 : 0;
      vehicles += word instanceof Counted counted ? counted.vehicles() : 0;
    }
    return vehicles;
  }

  private void heard() {
    int before = words.size();
    Bench.until("it is heard", () -> words.size() > before);
  }

  /** What is done while the card is looked at. */
  private interface Doing {
    void run(RegisterCard card, PtyPipe pipe) throws Exception;
  }

  private void withCard(String profile, RegisterTable cells, Doing doing) throws Exception {
    try (RealRigClock clock = new RealRigClock();
        PtyPipe pipe = new PtyPipe(folder.resolve("card"))) {
      pipe.open();
      try (ModbusRtuSlave slave = new ModbusRtuSlave(clock, pipe, Map.of(1, cells))) {
        slave.start();
        ModbusDevice modbus = Bench.modbus("serial:" + pipe.address() + "?19200,8E1");
        RegisterCard card =
            new RegisterCard(
                "card-1", RegisterProfile.from(Bench.profile(profile)), modbus, Bench.TIME);
        try {
          card.subscribe(this);
          Bench.until("it is heard", () -> words.stream().anyMatch(w -> w instanceof Heard));
          doing.run(card, pipe);
        } finally {
          card.stop();
          modbus.stop();
        }
      }
    }
  }

  @Test
  void whatACardCountedWhileItsLineWasGoneIsToldWhenItIsBack() throws Exception {
    CountingCard there = new CountingCard(65_530, 0);
    withCard(
        "example-counters",
        there.cells(),
        (card, pipe) -> {
          there.passes(1, 200);
          Bench.until("one", () -> vehicles() == 1);
          pipe.unplug();
          Bench.until("it is told", () -> !interruptions.isEmpty());
          for (int i = 0; i < 7; i++) {
            there.passes(1, 0);
          }
          assertThat(card.health().message()).contains("card-1");
          pipe.replug();
          Bench.until("the rest", () -> vehicles() == 8);
          Bench.until("health is ok", () -> card.health().code().equals("ok"));
        });

    assertThat(interruptions.get(interruptions.size() - 1).cause()).isEqualTo(Cause.STOPPED);
  }

  @Test
  void whatACardSaysOfItsLoopsIsInItsHealth() throws Exception {
    CountingCard there = new CountingCard(0, 0);
    withCard(
        "example-counters",
        there.cells(),
        (card, pipe) -> {
          there.faulty(1);
          Bench.until("it is told", () -> card.health().code().equals("loop-fault"));
          assertThat(card.health().message()).contains("card-1", "open loop at channel 1");
          there.faulty(0);
          Bench.until("it is over", () -> card.health().code().equals("ok"));
        });
  }

  @Test
  void vehiclesOfACardAreAcknowledged() throws Exception {
    RememberingCard there = new RememberingCard(40);
    withCard(
        "example-vehicles",
        there.cells(),
        (card, pipe) -> {
          for (int i = 0; i < 6; i++) {
            there.passed(500, 400, 2, 10);
          }
          Bench.until("all", () -> vehicles() == 6);
          Bench.until("they are acknowledged", () -> there.acknowledged() == 46);
        });

    assertThat(words).filteredOn(word -> word instanceof Counted).isEmpty();
  }

  @Test
  void aCardThatSendsLinesIsHeardAgainAfterItsLineWasGone() throws Exception {
    TalkingCard there = new TalkingCard(998);
    try (PtyPipe pipe = new PtyPipe(folder.resolve("lines"))) {
      pipe.open();
      LineCard card =
          new LineCard(
              Bench.config(
                  LineCardConfig.class,
                  Map.of(
                      "device_id",
                      "card-1",
                      "link",
                      "serial:" + pipe.address() + "?9600,8N1",
                      "profile",
                      "example-lines",
                      "firstRetryMs",
                      20,
                      "longestRetryMs",
                      100)),
              LineProfile.from(Bench.profile("example-lines")),
              Bench.links(),
              Bench.TIME);
      try {
        card.subscribe(this);
        heard();
        pipe.write(there.vehicle(40, 4, "C"));
        Bench.until("one", () -> vehicles() == 1);
        pipe.unplug();
        Bench.until("it is told", () -> !interruptions.isEmpty());
        there.unheard();
        there.unheard();
        pipe.replug();
        heard();
        pipe.write(there.vehicle(40, 4, "C"));
        Bench.until("the rest", () -> vehicles() == 4);
        Bench.until("health is ok", () -> card.health().code().equals("ok"));
      } finally {
        card.stop();
      }
    }

    assertThat(interruptions.get(0).cause()).isEqualTo(Cause.LINK_DOWN);
  }
}
