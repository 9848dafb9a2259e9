// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.Permission;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health;
import io.wayside.core.journal.Journal;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.Lantern;
import io.wayside.core.water.LanternOrder;
import io.wayside.waterway.aid.Duty;
import io.wayside.waterway.automation.RuleBook;
import io.wayside.waterway.control.Limits;
import io.wayside.waterway.control.Repertoire;
import io.wayside.waterway.light.Colour;
import io.wayside.waterway.light.Phase;
import io.wayside.waterway.light.Rhythm;
import io.wayside.waterway.rhythm.Seen;
import io.wayside.waterway.synchrony.SyncRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The thread of its own, with a lantern that a test listens to. */
class AidControlTest {

  private static final long PATIENCE_S = 60;

  private final AtomicLong nanos = new AtomicLong();
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final List<JournalRecord> kept = new CopyOnWriteArrayList<>();
  private final Optional<SyncRules> sync =
      Optional.of(
          new SyncRules(
              new Rhythm(List.of(Phase.lit(Colour.RED, 2_000), Phase.dark(2_000))),
              300,
              Duration.ofMillis(150),
              Duration.ofHours(1)));
  private volatile boolean keepsStep;
  private volatile boolean refusesOffset;
  private volatile boolean offsetBreaks;
  private volatile boolean watchBreaks;
  private final AtomicInteger turns = new AtomicInteger();
  private volatile boolean ordersLost;
  private volatile boolean breaks;
  private volatile boolean linkDown;
  private volatile OptionalLong centreLostNanos = OptionalLong.empty();
  private AidControl control = control(Optional.empty());

  private final class Time implements TimeSource {
    @Override
    public long monotonicNanos() {
      return nanos.get();
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return new Stamp(
          Instant.parse("2026-06-10T03:00:00Z").plusNanos(monotonicNanos),
          ClockQuality.synchronisedBy("test"),
          "boot-1",
          monotonicNanos);
    }
  }

  private final class Lamp implements Lantern {
    @Override
    public Set<Class<? extends LanternOrder>> knows() {
      return Set.of(
          LanternOrder.Automatic.class, LanternOrder.Dark.class, LanternOrder.Shine.class);
    }

    @Override
    public Fallback fallback() {
      return Fallback.HOLDS;
    }

    @Override
    public Answer order(LanternOrder order, Duration lease) throws DeviceException {
      if (ordersLost) {
        heard.add(order.getClass().getSimpleName());
        throw new DeviceException.LinkDown("lamp-1 at /dev/ttyS1: no answer");
      }
      return say(order.getClass().getSimpleName());
    }

    @Override
    public Answer release() throws DeviceException {
      return say("Release");
    }

    @Override
    public boolean keepsStep() {
      return keepsStep;
    }

    @Override
    public Answer keepStep(int offsetMs, int periodMs) throws DeviceException {
      heard.add("Offset " + offsetMs + " of " + periodMs);
      if (offsetBreaks) {
        throw new IllegalStateException("off by one");
      }
      if (refusesOffset) {
        throw new DeviceException.Refused("lamp-1: exception 3");
      }
      return Answer.CONFIRMED;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Lamp;
    }

    @Override
    public int hashCode() {
      return 1;
    }

    private Answer say(String said) throws DeviceException {
      if (breaks) {
        throw new NoClassDefFoundError("com/example/Missing");
      }
      heard.add(said);
      if (linkDown) {
        throw new DeviceException.LinkDown("lamp-1 at /dev/ttyS1: no answer");
      }
      return Answer.CONFIRMED;
    }

    @Override
    public String deviceId() {
      return "lamp-1";
    }
  }

  private final class Shelf implements Journal {
    @Override
    public CompletableFuture<RecordId> append(Draft draft) {
      return CompletableFuture.completedFuture(appendDurably(draft));
    }

    @Override
    public synchronized RecordId appendDurably(Draft draft) {
      RecordId id = new RecordId("test-1", draft.stream(), kept.size() + 1);
      kept.add(
          new JournalRecord(
              id,
              draft.kind(),
              draft.importance(),
              draft.occurred(),
              draft.provenance(),
              draft.body(),
              List.of(),
              "",
              ""));
      return id;
    }

    @Override
    public Optional<JournalRecord> read(RecordId id) {
      return Optional.empty();
    }

    @Override
    public List<JournalRecord> last(String stream, int most) {
      return List.copyOf(kept);
    }

    @Override
    public Outbox outbox(String destination) {
      throw new IllegalStateException("orders have no outbox");
    }
  }

  private AidControl control(Optional<RuleBook> rules) {
    AidControlSettings settings =
        new AidControlSettings(
            "span-3",
            "aid.span-3",
            Limits.usual(Lantern.Fallback.HOLDS),
            Duration.ofSeconds(4),
            new Repertoire("Iso R 4s", List.of()),
            character -> Optional.empty(),
            rules,
            sync);
    return new AidControl(
        settings,
        () -> Optional.of(new Lamp()),
        this::centreLost,
        new Shelf(),
        () -> new Provenance("test", "0000000000000000", "none"),
        new Time());
  }

  private OptionalLong centreLost() {
    turns.incrementAndGet();
    if (watchBreaks) {
      throw new IllegalStateException("no way to know");
    }
    return centreLostNanos;
  }

  @AfterEach
  void stop() throws Exception {
    control.stop();
  }

  private CommandResult order(String id, String verb, Value.Fields arguments) {
    return control.handle(
        new Command(
            id,
            "aid.span-3",
            verb,
            arguments,
            new Actor("nam", "cli", Set.of(Permission.MAINTAIN)),
            "lamp works",
            new Time().now().wall().plusSeconds(600)));
  }

  private void pass(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private String said() throws InterruptedException {
    return String.valueOf(heard.poll(PATIENCE_S, TimeUnit.SECONDS));
  }

  private static void await(BooleanSupplier so) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    boolean is = so.getAsBoolean();
    while (!is && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(1_000_000);
      is = so.getAsBoolean();
    }
    assertThat(is).isTrue();
  }

  private boolean isKept(String step) {
    return kept.stream().anyMatch(each -> each.body().get("step").equals(new Value.Text(step)));
  }

  private String why() {
    return ((Done) order("why-1", "why", new Value.Fields(java.util.Map.of()))).answer().toString();
  }

  @Test
  void lightIsGivenBackAtTheStartAndWhenItStops() throws Exception {
    control.start();
    assertThat(said()).isEqualTo("Release");
    await(() -> order("o-1", "dark", Value.Fields.with("leaseS", 60).build()) instanceof Done);
    assertThat(said()).isEqualTo("Dark");
    await(() -> control.duty(nanos.get()).mode() == Duty.Mode.DARK);
    assertThat(why()).contains("lệnh dark của nam").contains("dark by nam");
    await(() -> control.health().code().equals("lease-runs"));

    control.stop();

    assertThat(said()).isEqualTo("Release");
    assertThat(kept.get(kept.size() - 1).body().toString()).contains("gateway-stops");
    assertThat(control.duty(nanos.get()).mode()).isEqualTo(Duty.Mode.AUTOMATIC);
  }

  @Test
  void whatIsSeenBecomesTheOutcomeOfTheOrder() throws Exception {
    control.start();
    assertThat(said()).isEqualTo("Release");
    await(() -> order("o-1", "dark", Value.Fields.with("leaseS", 60).build()) instanceof Done);
    assertThat(said()).isEqualTo("Dark");
    await(() -> isKept("device-confirmed"));
    pass(1);
    control.sees(nanos.get(), Optional.of(Seen.DARK), nanos.get(), Optional.of(true));

    await(() -> isKept("observed"));
    pass(60);

    assertThat(said()).isEqualTo("Release");
  }

  @Test
  void lanternThatHoldsAndDoesNotAnswerIsAFailure() throws Exception {
    linkDown = true;
    control.start();
    assertThat(said()).isEqualTo("Release");
    pass(61);

    await(() -> control.health().message().contains("no answer"));
    assertThat(control.health().code()).isEqualTo("light-not-given-back");
    assertThat(control.health().status()).isEqualTo(Health.Status.FAILED);
    assertThat(control.health().message()).contains("span-3");
    linkDown = false;
    await(
        () -> {
          pass(1);
          return control.health().code().equals("ok");
        });
  }

  @Test
  void ruleThatCannotBeToldIsTroubleAtOnce() throws Exception {
    ordersLost = true;
    control = control(Optional.of(spanRules()));
    stands(3.42);
    control.start();
    assertThat(said()).isEqualTo("Release");
    assertThat(said()).isEqualTo("Shine");

    await(() -> control.health().code().equals("lantern-silent"));
    assertThat(control.health().message()).contains("no answer", "look at its driver");
    ordersLost = false;
    pass(6);
    await(() -> control.health().code().equals("ok"));
  }

  @Test
  void lanternWithAClockOfItsOwnIsToldItsOffsetAndWhyNotIsKnown() throws Exception {
    keepsStep = true;
    refusesOffset = true;
    control.start();
    assertThat(said()).isEqualTo("Release");
    assertThat(said()).isEqualTo("Offset 300 of 4000");
    await(() -> control.untold().filter(why -> why.contains("exception 3")).isPresent());
    refusesOffset = false;
    pass(61);
    assertThat(said()).isEqualTo("Offset 300 of 4000");
    await(() -> control.untold().isEmpty());
  }

  /** The control has looked at everything once more. */
  private void turn() throws InterruptedException {
    int before = turns.get();
    await(() -> turns.get() >= before + 3); // One of them may say the order anew.
  }

  @Test
  void offsetWaitsForTheEndOfTheOrderSoThatItsLeaseDoesNotWaitForTheOffset() throws Exception {
    control.start();
    assertThat(said()).isEqualTo("Release");
    turn();
    await(() -> order("o-1", "shine", Value.Fields.with("leaseS", 900).build()) instanceof Done);
    assertThat(said()).isEqualTo("Shine");
    await(() -> isKept("device-confirmed"));
    keepsStep = true;
    pass(601);
    turn();
    pass(300);

    String next = said();
    while (next.equals("Shine")) {
      next = said(); // An order is said anew while it is in force.
    }
    assertThat(next).isEqualTo("Release");
    assertThat(said()).isEqualTo("Offset 300 of 4000");
  }

  @Test
  void faultThatWasNotTheLanternsIsOverWithTheNextGoodTurn() throws Exception {
    control.start();
    assertThat(said()).isEqualTo("Release");
    await(() -> control.health().code().equals("ok"));
    watchBreaks = true;
    await(() -> control.health().code().equals("fault-in-itself"));
    watchBreaks = false;
    await(() -> control.health().code().equals("ok"));
  }

  @Test
  void faultOfTheDriverAtTheOffsetIsWhyItWasNotTold() throws Exception {
    keepsStep = true;
    offsetBreaks = true;
    control.start();
    await(() -> control.untold().filter(why -> why.contains("off by one")).isPresent());
    assertThat(control.health().code()).isEqualTo("ok");
  }

  @Test
  void faultOfTheDriverEndsNeitherTheThreadNorTheLease() throws Exception {
    breaks = true;
    control.start();
    await(() -> control.health().code().equals("fault-in-itself"));
    assertThat(control.health().message()).contains("NoClassDefFoundError", "restart");
    breaks = false;
    await(
        () -> {
          pass(1);
          return heard.contains("Release");
        });
    await(() -> control.health().code().equals("ok"));
  }

  /** The example, with a light that shines at high water. */
  private static RuleBook spanRules() throws Exception {
    Path example = Path.of("../../config/water/bridge-span-example.json");
    String document =
        Files.readString(example)
            .replace("{\n            \"code\": \"43\"\n          }", "\"shine\"");
    return RuleBook.from(Node.read("example", document));
  }

  /** A level that stands for a minute, so that it is believed. */
  private void stands(double levelM) {
    for (int i = 0; i < 7; i++) {
      pass(10);
      control.level("nmea-1/gauge:10023", levelM, nanos.get());
    }
  }

  @Test
  void ruleTakesTheLightByTheGaugeAndSaysWhy() throws Exception {
    control = control(Optional.of(spanRules()));
    stands(3.42);
    control.start();

    assertThat(said()).isEqualTo("Release");
    assertThat(said()).isEqualTo("Shine");
    await(() -> why().contains("level 3.42 m"));
    assertThat(why()).contains("span-closed-at-high-water").contains("clearanceM").contains("5.7");
    stands(2.44);
    assertThat(said()).isEqualTo("Release");
    await(() -> why().contains("not up to 2.60 m"));
  }
}
