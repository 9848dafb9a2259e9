// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.toll.radio.AirLink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A toll station in simulated time. It moves in steps of 10 ms; the same plan, seed and commands
 * give the same events and the same truth on any machine. For one thread.
 */
public final class World {

  /** One step. */
  public static final long TICK_NANOS = 10_000_000L;

  private static final double TICK_S = TICK_NANOS / 1e9;

  private final Lanes lanes = new Lanes();
  private final Ether ether;
  private final Script script;
  private final List<TrueVehicle> gone = new ArrayList<>();
  private final PriorityQueue<Noted> noted =
      new PriorityQueue<>(Comparator.comparingLong(Noted::nanos).thenComparingLong(Noted::order));
  private long nanos;
  private long order;

  private record Noted(WorldEvent event, long order) {
    long nanos() {
      return event.nanos();
    }
  }

  public World(WorldPlan plan, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (LaneSetup setup : plan.lanes()) {
      lanes.add(new Lane(setup, random.split()));
    }
    plan.arrivals().stream()
        .sorted(Comparator.comparingLong(Arrival::atNanos).thenComparingInt(Arrival::id))
        .forEach(arrival -> lanes.of(arrival.lane()).coming.add(arrival));
    ether = new Ether(List.copyOf(lanes.all()), AirLink.USUAL, random.split());
    script = new Script(lanes, plan.orders());
  }

  /** Where time stands. */
  public long nanos() {
    return nanos;
  }

  /**
   * Goes on, in whole steps, to the last that ends no later than a time.
   *
   * @param commands take effect at the beginning
   * @return what was noticed, in the order of time
   */
  public List<WorldEvent> step(long untilNanos, List<WorldCommand> commands) {
    commands.forEach(this::obey);
    List<WorldEvent> events = new ArrayList<>();
    while (nanos + TICK_NANOS <= untilNanos) {
      tick();
      while (!noted.isEmpty() && noted.element().nanos() <= nanos) {
        events.add(noted.remove().event());
      }
    }
    return events;
  }

  private void obey(WorldCommand command) {
    Lane lane = lanes.of(command.lane());
    if (command instanceof WorldCommand.Barrier barrier) {
      lane.arm.command(barrier.up());
    } else if (command instanceof WorldCommand.Light light) {
      lane.green = light.green();
    } else if (command instanceof WorldCommand.Radio radio) {
      lane.radio = radio.on();
    }
  }

  private void tick() {
    long from = nanos;
    long to = nanos + TICK_NANOS;
    for (Lane lane : lanes.all()) {
      lane.admit(from);
      lane.runItself();
      lane.move(TICK_S, to);
      lane.moveArm(TICK_S, to, this::note);
      lane.look(from, to, this::note);
      lane.helpWaiting(TICK_S, to, this::note);
    }
    ether.round(to, this::note);
    script.flood(from, to, this::note);
    script.run(to, gone, this::note);
    for (Lane lane : lanes.all()) {
      gone.addAll(lane.leave(to, this::note));
    }
    nanos = to;
  }

  private void note(WorldEvent event) {
    noted.add(new Noted(event, order++));
  }

  /** Whether all vehicles have come and gone, and every order was given. */
  public boolean over() {
    return script.done()
        && noted.isEmpty()
        && lanes.all().stream().allMatch(l -> l.coming.isEmpty() && l.present.isEmpty());
  }

  /** What is true of all vehicles that have come so far: first those that have gone. */
  public List<TrueVehicle> truth() {
    List<TrueVehicle> all = new ArrayList<>(gone);
    lanes.all().forEach(l -> l.present.forEach(p -> all.add(p.truth())));
    return all;
  }

  /** How far up a lane's arm is: 0 lies across the lane, 1 is up. */
  public double arm(int lane) {
    return lanes.of(lane).arm.position();
  }
}
