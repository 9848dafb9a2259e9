// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.toll.Arrival;
import io.wayside.rig.simulators.toll.FittedTag;
import io.wayside.rig.simulators.toll.LaneSetup;
import io.wayside.rig.simulators.toll.Order;
import io.wayside.rig.simulators.toll.Trigger;
import io.wayside.rig.simulators.toll.WorldPlan;
import io.wayside.rig.simulators.toll.road.Manner;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import io.wayside.rig.simulators.toll.scenario.Registered.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Who and what is in a play while it is being put together. All chance comes from its seed. */
public final class Cast {

  static final int TESTED = Rule.LANE;
  static final int BESIDE = 2;

  private static final double WEAK = 0.005;
  private static final double SECOND = 1e9;

  private final SplittableRandom random;
  private final List<Arrival> arrivals = new ArrayList<>();
  private final List<Order.Timed> orders = new ArrayList<>();
  private final List<Registered> register = new ArrayList<>();
  private final Map<Integer, Rule> rules = new HashMap<>();
  private LaneSetup tested;

  Cast(long seed) {
    this.random = new SplittableRandom(seed);
    this.tested =
        LaneSetup.commanded(TESTED)
            .opening(random.nextDouble(0.6, 0.9), random.nextDouble(0.6, 0.9));
  }

  double any(double least, double most) {
    return random.nextDouble(least, most);
  }

  int oneOf(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  void loopsBounce(double share) {
    tested = tested.bouncing(share);
  }

  /** A number that begins as a known issuer's do. */
  String number() {
    String issuer = random.nextBoolean() ? "3416214b94" : "3416214b95";
    return issuer + "%014x".formatted(random.nextLong(1L << 56));
  }

  /** A tag on a list, mounted well but for one in two hundred. */
  FittedTag listed(Standing standing, int group) {
    String number = number();
    register(number, standing, group, Optional.empty());
    return mounted(SimulatedTag.of(number));
  }

  FittedTag good() {
    return listed(Standing.GOOD, 1);
  }

  void register(String number, Standing standing, int group, Optional<Duration> ends) {
    register.add(new Registered(number, 4 * number.length(), standing, group, ends));
  }

  FittedTag mounted(SimulatedTag tag) {
    boolean weak = random.nextDouble() < WEAK;
    double loss = weak ? any(12, 24) : any(1, 4);
    return new FittedTag(tag, loss, any(-0.3, 0.3), false);
  }

  static String epc(FittedTag tag) {
    return HexFormat.of().formatHex(tag.tag().epc());
  }

  /** A vehicle in the lane under test. */
  int comes(double atS, VehicleKind kind, Manner manner, Rule rule, FittedTag... tags) {
    return comes(TESTED, atS, kind, manner, any(5, 10), rule, tags);
  }

  /** A vehicle that follows so closely that both are before the arm at once. */
  int follows(VehicleKind kind, Manner manner, Rule rule, FittedTag... tags) {
    Arrival last = arrivals.get(arrivals.size() - 1);
    return comes(TESTED, last.atNanos() / SECOND + 0.1, kind, manner, last.speedMps(), rule, tags);
  }

  private int comes(
      int lane,
      double atS,
      VehicleKind kind,
      Manner manner,
      double speedMps,
      Rule rule,
      FittedTag... tags) {
    int id = arrivals.size() + 1;
    arrivals.add(
        new Arrival(id, lane, (long) (atS * SECOND), kind, manner, speedMps, List.of(tags)));
    rules.put(id, rule);
    return id;
  }

  /** A car with a good tag that drives through as most do. */
  int ordinary(double atS) {
    FittedTag tag = good();
    return comes(atS, ordinaryKind(), Manner.STEADY, Rule.of(Rule.Kind.PAYS, epc(tag)), tag);
  }

  /** One with a good tag in the lane beside. */
  int beside(double atS, FittedTag tag) {
    Rule rule = Rule.of(Rule.Kind.PAYS, epc(tag));
    return comes(BESIDE, atS, ordinaryKind(), Manner.STEADY, any(4, 9), rule, tag);
  }

  /** A vehicle without a tag in the lane beside. */
  int bareBeside(double atS, double speedMps) {
    Rule rule = Rule.of(Rule.Kind.NEVER);
    return comes(BESIDE, atS, VehicleKind.CAR, Manner.STEADY, speedMps, rule);
  }

  /** Traffic beside from the beginning to a time. */
  void trafficBeside(double toS) {
    for (double at = any(0, 5); at < toS; at += any(5, 12)) {
      beside(at, good());
    }
  }

  /** Traffic beside for as long as somebody comes, unless the scenario has settled it. */
  void fillBeside() {
    if (arrivals.stream().allMatch(arrival -> arrival.lane() == TESTED)) {
      double last = arrivals.stream().mapToLong(Arrival::atNanos).max().orElse(0) / SECOND;
      trafficBeside(last + 12);
    }
  }

  VehicleKind ordinaryKind() {
    return switch (random.nextInt(10)) {
      case 0 -> VehicleKind.VAN;
      case 1 -> VehicleKind.TRUCK;
      case 2 -> VehicleKind.COACH;
      case 3 -> VehicleKind.CONTAINER;
      default -> VehicleKind.CAR;
    };
  }

  void order(Trigger when, Order order) {
    orders.add(new Order.Timed(when, order));
  }

  void orderAt(double atS, Order order) {
    order(new Trigger.At((long) (atS * SECOND)), order);
  }

  Play play() {
    List<LaneSetup> lanes = List.of(tested, LaneSetup.byItself(BESIDE));
    return new Play(new WorldPlan(lanes, arrivals, orders), register, rules, random.nextLong());
  }
}
