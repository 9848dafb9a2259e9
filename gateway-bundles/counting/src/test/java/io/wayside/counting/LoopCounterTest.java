// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.health.Health.Status;
import io.wayside.core.record.Provenance;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

/** The component as a framework drives it: contacts come and go, its own thread ticks. */
class LoopCounterTest {

  private static final long MS = 1_000_000L;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final SteppedTime time = new SteppedTime();
  private final KeptJournal journal = new KeptJournal();
  private final Said lead = new Said("loop-1");
  private final Said trail = new Said("loop-2");
  private final LoopCounter counter = counter(Map.of("trailContact", "loop-2"));
  private boolean stopped;

  private LoopCounter counter(Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(more);
    values.put("intervals", new String[] {"1m"});
    try {
      return new LoopCounter(
          CounterConfigs.of(values),
          context(),
          journal,
          time,
          () -> new Provenance("0.1.0", "0123456789abcdef", "none"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static BundleContext context() {
    return Objects.requireNonNull(
        (BundleContext)
            Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> null));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (!stopped) {
      counter.stop();
    }
  }

  /** A contact that says what the test wants. */
  private static final class Said implements Contact {
    private final String id;
    private final Listeners<ContactChange> listeners;
    private Duration lookedAtEvery = Duration.ZERO;
    private volatile Optional<Boolean> active = Optional.empty();
    private volatile boolean breaks;
    private final AtomicInteger asked = new AtomicInteger();

    Said(String id) {
      this.id = id;
      this.listeners = new Listeners<>(id, (words, fault) -> {});
    }

    void change(long nanos, boolean on) {
      active = Optional.of(on);
      listeners.received(new ContactChange(nanos, on, StampedBy.KERNEL));
    }

    void answers() {
      active = Optional.of(false);
    }

    void lost(long nanos) {
      active = Optional.empty();
      listeners.interrupted(new Interruption(nanos, Interruption.Cause.LINK_DOWN, id + ": cut"));
    }

    @Override
    public Duration lookedAtEvery() {
      return lookedAtEvery;
    }

    @Override
    public String deviceId() {
      return id;
    }

    @Override
    public Optional<Boolean> active() {
      asked.incrementAndGet();
      if (breaks) {
        throw new NoClassDefFoundError("com/example/Missing");
      }
      return active;
    }

    @Override
    public Subscription subscribe(Listener<? super ContactChange> listener) {
      return listeners.subscribe(listener);
    }
  }

  private void bind(Said... contacts) {
    for (Said contact : contacts) {
      counter.addContact(contact, Map.of(Device.ID, contact.id));
    }
  }

  private static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as(what).isLessThan(PATIENCE_NANOS);
      LockSupport.parkNanos(MS);
    }
  }

  private void untilHeard() {
    lead.change(time.monotonicNanos(), false);
    trail.change(time.monotonicNanos(), false);
    assertThat(counter.health().status()).isEqualTo(Status.OK);
  }

  /** A car of 4.5 m at 20 m/s over loops 4 m apart with zones of 2 m. */
  private void car(long atMs) {
    time.set(atMs * MS);
    lead.change(atMs * MS, true);
    trail.change((atMs + 200) * MS, true);
    lead.change((atMs + 325) * MS, false);
    trail.change((atMs + 525) * MS, false);
    time.set((atMs + 5_000) * MS);
  }

  @Test
  void contactsThatAnswerAreHeardAlsoWhenNothingChanges() {
    assertThat(counter.healthId()).isEqualTo("station.lane-2");
    bind(lead, trail);
    assertThat(counter.health().code()).isEqualTo("no-signal");
    lead.answers();
    trail.answers();

    until("both are heard", () -> counter.health().status() == Status.OK);
  }

  @Test
  void aContactThatBreaksIsAskedAgain() {
    lead.breaks = true;
    bind(lead, trail);
    until("it breaks", () -> lead.asked.get() > 0);
    lead.breaks = false;
    lead.answers();
    trail.answers();

    until("both are heard", () -> counter.health().status() == Status.OK);
  }

  @Test
  void aVehicleBecomesARecord() {
    bind(lead, trail);
    untilHeard();
    car(10_000);
    until("the passage is kept", () -> journal.kept("count-passage").size() == 1);
    Value.Fields body = journal.kept("count-passage").get(0).body();

    assertThat(((Value.Real) body.get("speedMps")).value()).isBetween(19.99, 20.01);
    assertThat(((Value.Real) body.get("lengthM")).value()).isBetween(4.49, 4.51);
  }

  @Test
  void speedsFromContactsThatAreLookedAtSeldomAreFlagged() {
    trail.lookedAtEvery = Duration.ofMillis(10); // 10 ms of the 200 from loop to loop are 5 %
    bind(lead, trail);
    untilHeard();
    car(10_000);
    until("the passage is kept", () -> journal.kept("count-passage").size() == 1);

    assertThat(journal.kept("count-passage").get(0).body().get("flags").toString())
        .contains("coarse-times");
  }

  @Test
  void speedsFromContactsThatAreLookedAtOftenEnoughAreNot() {
    trail.lookedAtEvery = Duration.ofMillis(1); // half a percent
    bind(lead, trail);
    untilHeard();
    car(10_000);
    until("the passage is kept", () -> journal.kept("count-passage").size() == 1);

    assertThat(journal.kept("count-passage").get(0).body().get("flags").toString())
        .doesNotContain("coarse-times");
  }

  @Test
  void aContactThatLeavesTheGatewayIsAnOutageWithItsName() {
    bind(lead, trail);
    untilHeard();
    counter.removeContact(trail);

    assertThat(counter.health().code()).isEqualTo("no-signal");
    assertThat(counter.health().message()).contains("TRAIL", "stopped");
    bind(trail);
    until("it is heard again", () -> counter.health().status() == Status.OK);
  }

  @Test
  void anInterruptionIsAnOutageUntilTheContactAnswers() {
    bind(lead, trail);
    untilHeard();
    lead.lost(time.monotonicNanos());
    assertThat(counter.health().message()).contains("LEAD", "link-down");
    lead.answers();

    until("it is heard again", () -> counter.health().status() == Status.OK);
  }

  @Test
  void contactsOfOtherLanesAreNotListenedTo() {
    Said door = new Said("door-1");
    bind(door);
    door.change(5 * MS, true);
    counter.removeContact(door);

    assertThat(counter.health().message()).doesNotContain("door");
  }

  @Test
  void theStopTellsTheIntervalAsFarAsItCame() throws InterruptedException {
    bind(lead, trail);
    untilHeard();
    car(10_000);
    counter.stop();
    stopped = true;

    assertThat(journal.kept("count-passage")).hasSize(1);
    assertThat(journal.kept("count-interval")).hasSize(1);
    assertThat(journal.kept("count-interval").get(0).body().get("slotS"))
        .isEqualTo(new Value.Whole(60));
  }

  @Test
  void withoutPassagesOnlyIntervalsAndFaultsAreKept() throws InterruptedException {
    LoopCounter quiet = counter(Map.of("trailContact", "loop-2", "passages", false));
    quiet.addContact(lead, Map.of(Device.ID, "loop-1"));
    quiet.addContact(trail, Map.of(Device.ID, "loop-2"));
    lead.change(0, false);
    trail.change(0, false);
    car(10_000);
    quiet.stop();

    assertThat(journal.kept("count-passage")).isEmpty();
    assertThat(journal.kept("count-interval")).isNotEmpty();
  }

  @Test
  void aWrongConfigurationIsRefusedAtTheStart() {
    assertThatThrownBy(() -> counter(Map.of("trailContact", "loop-1")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }
}
