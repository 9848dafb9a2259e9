// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.Device;
import io.wayside.core.device.Output;
import io.wayside.core.record.Provenance;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.automation.RuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders through the component: a lantern comes, is told, and is given back. */
class AidOrdersTest {

  private static final long PATIENCE_NANOS = 60_000_000_000L;
  private static final int AT_ONCE = 100;
  private static final int AFTER_SECONDS = 3_000;

  private final SteppedTime time = new SteppedTime("2026-11-22T13:00:00Z");
  private final KeptJournal journal = new KeptJournal();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private Optional<AidComponent> running = Optional.empty();
  private long seconds;
  @TempDir private Path site;

  private final class Lamp implements Lantern {
    @Override
    public Set<Class<? extends LanternOrder>> knows() {
      return Set.of(
          LanternOrder.Automatic.class, LanternOrder.Dark.class, LanternOrder.Rhythm.class);
    }

    @Override
    public Fallback fallback() {
      return Fallback.RETURNS_BY_ITSELF;
    }

    @Override
    public Answer order(LanternOrder order, Duration lease) {
      told.add(order.toString());
      return Answer.CONFIRMED;
    }

    @Override
    public Answer release() {
      told.add("release");
      return Answer.CONFIRMED;
    }

    @Override
    public String deviceId() {
      return "lantern-1";
    }
  }

  private final class Relay implements Output {
    private final boolean safe;

    Relay(boolean safe) {
      this.safe = safe;
    }

    @Override
    public void drive(boolean on, Duration lease) {
      told.add(on ? "on" : "off");
    }

    @Override
    public void release() {
      told.add("release");
    }

    @Override
    public boolean safeState() {
      return safe;
    }

    @Override
    public String deviceId() {
      return "lantern-1";
    }
  }

  private AidComponent component(Map<String, Object> more) throws Exception {
    Map<String, Object> all =
        new HashMap<>(Map.of("lanternDevice", "lantern-1", "reports", new String[0]));
    all.putAll(more);
    AidComponent component =
        new AidComponent(
            site,
            AidConfigs.of(all),
            journal,
            time,
            () -> new Provenance("0.1.0", "0123456789abcdef", "none"));
    running = Optional.of(component);
    return component;
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (running.isPresent()) {
      running.get().stop();
    }
  }

  private CommandResult order(AidComponent aid, String id, String verb, Value.Fields arguments) {
    return aid.handle(
        new Command(
            id,
            aid.target(),
            verb,
            arguments,
            new Actor("nam", "cli", Set.of(Permission.MAINTAIN)),
            "works at the lamp",
            time.now().wall().plusSeconds(600)));
  }

  private static Value.Fields minute() {
    return Value.Fields.with("leaseS", 60).build();
  }

  private void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start)
          .as("%s; told %s; health %s", what, told, running.map(AidComponent::health))
          .isLessThan(PATIENCE_NANOS);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /**
   * What the control did last it notes by the clock a moment later, and when that was is not known
   * here: time goes on until it has done the next.
   *
   * @param step seconds
   * @param looks of a millisecond at least, between two steps
   */
  private void untilAsTimeGoesOn(String what, long step, int looks, BooleanSupplier condition) {
    int[] look = {0};
    until(
        what,
        () -> {
          if (look[0]++ % looks == 0) {
            seconds += step;
            time.set(seconds * SteppedTime.S);
          }
          return condition.getAsBoolean();
        });
  }

  /** The control asks for its lantern again some seconds after it found none. */
  private void untilReleased() {
    untilAsTimeGoesOn("it is released", 6, AT_ONCE, () -> told.contains("release"));
  }

  @Test
  void lanternIsReleasedFirstToldWhatIsOrderedAndGivenBackAtTheEnd() throws Exception {
    AidComponent aid = component(Map.of());
    aid.addLantern(new Lamp(), Map.of(Device.ID, "lantern-1"));
    aid.addLantern(new Lamp(), Map.of(Device.ID, "lantern-9"));
    untilReleased();
    assertThat(told.get(0)).isEqualTo("release");

    assertThat(order(aid, "o-1", "dark", minute())).isInstanceOf(CommandResult.Done.class);
    until("it is told", () -> told.contains("Dark[]"));
    until("its step is on record", () -> journal.kept("aid-order").size() >= 3);
    told.clear();
    aid.stop();
    running = Optional.empty();

    assertThat(told).contains("release");
    assertThat(journal.kept("aid-order").toString()).contains("gateway-stops");
  }

  @Test
  void characterThatIsNotForTheMarkIsRefusedWithTheReason() throws Exception {
    AidComponent aid =
        component(
            Map.of(
                "mark",
                io.wayside.waterway.mark.Mark.LEFT_BANK,
                "lanternCharacters",
                new String[] {"7=Iso R 4s", "8=Fl G 3s=0.5 2.5"}));
    aid.addLantern(new Lamp(), Map.of(Device.ID, "lantern-1"));
    untilReleased();

    CommandResult refused =
        order(aid, "o-2", "rhythm", Value.Fields.with("code", "7").and("leaseS", 60).build());

    assertThat(refused).isInstanceOf(CommandResult.Refused.class);
    assertThat(refused.toString()).contains("left-bank");
  }

  @Test
  void relayThatFallsDarkTakesNoOrdersAndOneThatIsLitByItselfDoes() throws Exception {
    AidComponent aid = component(Map.of());
    Relay dark = new Relay(false);
    aid.addOutput(dark, Map.of(Device.ID, "lantern-1"));
    assertThat(aid.health().code()).isEqualTo("output-falls-dark");
    assertThat(aid.health().message()).contains("lantern-1", "wire the lamp", "safe state");
    aid.removeOutput(dark);
    assertThat(aid.health().code()).isEqualTo("no-source");

    Relay lit = new Relay(true);
    aid.addOutput(lit, Map.of(Device.ID, "lantern-1"));
    untilReleased();
    assertThat(order(aid, "o-3", "dark", minute())).isInstanceOf(CommandResult.Done.class);
    until("it is off", () -> told.contains("off"));
    aid.removeOutput(lit);
    assertThat(aid.health().message()).contains("lantern-1");
  }

  @Test
  void orderInForceIsToldAnewAndNeverReleasedInTheMiddleOfItsLease() throws Exception {
    AidComponent aid = component(Map.of());
    aid.addLantern(new Lamp(), Map.of(Device.ID, "lantern-1"));
    untilReleased();
    assertThat(order(aid, "o-5", "dark", Value.Fields.with("leaseS", 3600).build()))
        .isInstanceOf(CommandResult.Done.class);
    until("it is told", () -> told.contains("Dark[]"));
    told.clear();
    for (int minute = 1; minute <= 12; minute++) {
      int before = told.size();
      untilAsTimeGoesOn("it is told anew", 61, AFTER_SECONDS, () -> told.size() > before);
    }

    assertThat(told).containsOnly("Dark[]");
  }

  @Test
  void lightThatWasNotGivenBackIsSaidBeforeAllElse() throws Exception {
    AidComponent aid = component(Map.of());
    for (int tries = 1; tries < 30; tries++) {
      time.set(tries * 10L * SteppedTime.S);
    }

    until("it is said", () -> aid.health().code().equals("light-not-given-back"));
    assertThat(aid.health().status()).isEqualTo(io.wayside.core.health.Health.Status.FAILED);
  }

  @Test
  void gaugeThatARuleAsksIsListenedToThoughTheAidItselfHasNone() throws Exception {
    Path example = Path.of("../../config/water/bridge-span-example.json");
    Files.copy(example, site.resolve("rules.json"));
    AidComponent aid = component(Map.of("lightRules", "rules.json"));
    aid.addLantern(new Lamp(), Map.of(Device.ID, "lantern-1"));

    String gauge =
        RuleBook.from(Node.read("example", Files.readString(example))).gauges().iterator().next();
    assertThat(aid.health().message()).contains(gauge.split("/", 2)[0]);
  }

  @Test
  void aidWithoutALanternSaysSo() throws Exception {
    AidComponent aid = component(Map.of("lanternDevice", ""));

    assertThat(aid.verbs()).isEmpty();
    assertThat(order(aid, "o-4", "dark", minute()).toString()).contains("no-lantern");
  }

  @Test
  void settingThatCannotBeReadNamesItsPlace() throws Exception {
    assertWrong(Map.of("lanternCharacters", new String[] {"7"}), "lanternCharacters");
    assertWrong(Map.of("lanternCharacters", new String[] {"7=Fx R 4s"}), "lanternCharacters");
    assertWrong(Map.of("lightRules", "rules.json"), "lightRules");
    assertWrong(Map.of("character", ""), "character");
    assertWrong(Map.of("usualLeaseMin", 900), "longestLease");
    assertWrong(
        Map.of("lanternCharacters", new String[] {"7=VQ G"}, "shortestFlashMs", 300),
        "lanternCharacters: the lantern cannot show VQ G: a flash of 200 ms is shorter than 300 ms");
    assertWrong(Map.of("longestPeriodMs", 3_000), "character: the lantern cannot show Fl G 4s");
    Files.writeString(site.resolve("rules.json"), "{}");
    assertWrong(Map.of("lightRules", "rules.json"), "rules.json");
  }

  private void assertWrong(Map<String, Object> more, String place) {
    assertThatThrownBy(() -> component(more))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining(place);
  }
}
