// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.health.Health;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sequence of attempts without a thread and without time. */
class AttemptsTest {

  private static final long FIRST_MS = 250;
  private static final long LONGEST_MS = 4_000;

  /** How an attempt goes. */
  private enum Way {
    BREAKS,
    SPEAKS_AND_BREAKS,
    RETURNS,
    IS_INTERRUPTED,
    FAULT,
    ERROR
  }

  /** What of a driver may have a fault in itself while it is told something. */
  private enum Part {
    BROKE,
    FAULTY,
    STOPPED,
    HEALTH
  }

  private final List<String> calls = new ArrayList<>();
  private final List<Long> pauses = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  /** Goes these ways one after the other; the stop comes in the last of them or after it. */
  private final class Scripted implements KeptOpen, Hold {
    private final List<Way> ways;
    private final Set<Part> faults;
    private final boolean stopWithin;
    private final Backoff backoff = new Backoff(FIRST_MS, LONGEST_MS, new SplittableRandom(5));
    private int next;
    private boolean stopping;

    Scripted(List<Way> ways, Set<Part> faults, boolean stopWithin) {
      this.ways = ways;
      this.faults = faults;
      this.stopWithin = stopWithin;
    }

    void run() {
      new Attempts(this, backoff, this::pause, health -> {}, (what, fault) -> log.add(what))
          .run(this);
    }

    private void pause(long ms) throws InterruptedException {
      pauses.add(ms);
      stopping = next == ways.size();
      if (ms % 7 == 0) {
        throw new InterruptedException("by somebody");
      }
    }

    @Override
    public void work(Hold hold) throws DeviceException, InterruptedException {
      Way way = ways.get(next++);
      calls.add("work " + way);
      stopping = stopWithin && next == ways.size();
      switch (way) {
        case BREAKS -> throw new LinkDown("cable is out");
        case SPEAKS_AND_BREAKS -> {
          hold.progress();
          throw new LinkDown("cable is out");
        }
        case RETURNS -> {}
        case IS_INTERRUPTED -> throw new InterruptedException("by somebody");
        case FAULT -> throw new IllegalStateException("a fault");
        case ERROR -> throw new StackOverflowError("an error");
      }
    }

    private void told(Part part) {
      calls.add(part.name());
      if (faults.contains(part)) {
        throw new IllegalStateException("a fault in " + part);
      }
    }

    @Override
    public void broke(DeviceException why) {
      assertThat(why).hasMessage("cable is out");
      told(Part.BROKE);
    }

    @Override
    public void faulty(String detail) {
      assertThat(detail).contains("fault in the driver (", "see the log");
      told(Part.FAULTY);
    }

    @Override
    public void stopped() {
      told(Part.STOPPED);
    }

    @Override
    public Health health() {
      if (faults.contains(Part.HEALTH)) {
        throw new IllegalStateException("a fault in health");
      }
      return Health.ok(0);
    }

    @Override
    public boolean isStopping() {
      return stopping;
    }

    @Override
    public <C extends AutoCloseable> C open(Opening<C> opening) {
      throw new AssertionError("nothing is opened here");
    }

    @Override
    public void progress() {
      backoff.reset();
    }

    @Override
    public void publish() {}
  }

  private static List<Way> some(RandomGenerator random) {
    List<Way> ways = new ArrayList<>();
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      ways.add(Way.values()[random.nextInt(Way.values().length)]);
    }
    return ways;
  }

  /** What a driver is told, by the plainest reading of its contract. */
  private static List<String> expected(List<Way> ways, boolean stopWithin) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      boolean stopping = stopWithin && i == ways.size() - 1;
      expected.add("work " + ways.get(i));
      switch (ways.get(i)) {
        case BREAKS, SPEAKS_AND_BREAKS -> {
          if (!stopping) {
            expected.add("BROKE");
          }
        }
        case FAULT, ERROR -> expected.add("FAULTY");
        case RETURNS, IS_INTERRUPTED -> {}
      }
    }
    expected.add("STOPPED");
    return expected;
  }

  @Test
  void whateverAttemptsEndWithTheNextFollowsUntilTheStopWhichIsTheLastThingTold() {
    Random random = new Random(1);
    for (int trial = 0; trial < 500; trial++) {
      calls.clear();
      List<Way> ways = some(random);
      boolean stopWithin = random.nextBoolean();
      new Scripted(ways, EnumSet.noneOf(Part.class), stopWithin).run();

      assertThat(calls).as("trial %d", trial).isEqualTo(expected(ways, stopWithin));
    }
  }

  @Test
  void pausesDoubleToTheLongestAndBeginAnewWhenTheDeviceSpoke() {
    Random random = new Random(2);
    for (int trial = 0; trial < 200; trial++) {
      pauses.clear();
      List<Way> ways = some(random);
      new Scripted(ways, EnumSet.noneOf(Part.class), false).run();

      assertThat(pauses).hasSameSizeAs(ways);
      long most = FIRST_MS;
      for (int i = 0; i < ways.size(); i++) {
        most = ways.get(i) == Way.SPEAKS_AND_BREAKS ? FIRST_MS : most;
        assertThat(pauses.get(i)).isBetween(most - most / 4, most);
        most = Math.min(LONGEST_MS, 2 * most);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDriverThatCannotEvenTellOfItsEndIsTriedAgainAndTheLogSaysSo(Part part) {
    List<Way> ways = List.of(Way.BREAKS, Way.FAULT, Way.ERROR, Way.BREAKS);
    new Scripted(ways, EnumSet.of(part), false).run();

    assertThat(calls.stream().filter(call -> call.startsWith("work"))).hasSize(4);
    assertThat(calls).endsWith("STOPPED");
    assertThat(log).anyMatch(line -> line.contains("fault in the driver"));
    // A fault of whoever was told that it broke is told as one of the driver.
    if (part == Part.BROKE) {
      assertThat(calls.stream().filter("FAULTY"::equals)).hasSize(4);
    }
  }

  @Test
  void anInterruptThatIsNoStopEndsNothing() {
    new Scripted(
            List.of(Way.IS_INTERRUPTED, Way.IS_INTERRUPTED, Way.RETURNS),
            EnumSet.noneOf(Part.class),
            true)
        .run();

    assertThat(calls)
        .containsExactly("work IS_INTERRUPTED", "work IS_INTERRUPTED", "work RETURNS", "STOPPED");
  }
}
