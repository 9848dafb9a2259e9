// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import static io.wayside.rig.simulators.fault.FaultKind.COALESCE;
import static io.wayside.rig.simulators.fault.FaultKind.CORRUPT;
import static io.wayside.rig.simulators.fault.FaultKind.DELAY;
import static io.wayside.rig.simulators.fault.FaultKind.DISCONNECT;
import static io.wayside.rig.simulators.fault.FaultKind.DROP;
import static io.wayside.rig.simulators.fault.FaultKind.DUPLICATE;
import static io.wayside.rig.simulators.fault.FaultKind.GARBAGE;
import static io.wayside.rig.simulators.fault.FaultKind.SPLIT;
import static io.wayside.rig.simulators.fault.FaultKind.STALL;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which faults strike, how often and how hard. What happens to frame n depends on the seed and n
 * alone, not on time.
 */
public record FaultPlan(long seed, Map<FaultKind, FaultRule> rules) {

  public FaultPlan {
    rules.forEach(FaultPlan::requireComplete);
    rules = Map.copyOf(rules);
  }

  private static void requireComplete(FaultKind kind, FaultRule rule) {
    if (rule.perFrame() > 0 && kind.lasts && rule.lasting().isZero()) {
      throw new IllegalArgumentException(kind + " needs a duration: set lasting");
    }
    if (rule.perFrame() > 0 && kind.counts && rule.atMost() == 0) {
      throw new IllegalArgumentException(kind + " needs a count: set atMost");
    }
  }

  public static FaultPlan none() {
    return new FaultPlan(0, Map.of());
  }

  /** A tired cable: single bytes and bits, small delays, no outages. */
  public static FaultPlan gentle() {
    return none()
        .with(DROP, FaultRule.of(0.005).atMost(1))
        .with(CORRUPT, FaultRule.of(0.005).atMost(1))
        .with(DELAY, FaultRule.of(0.02).lasting(Duration.ofMillis(60)))
        .with(SPLIT, FaultRule.of(0.05).lasting(Duration.ofMillis(5)).atMost(6));
  }

  /** Every kind of fault, each often enough to be met several times in 1,000 frames. */
  public static FaultPlan rough() {
    return none()
        .with(DROP, FaultRule.of(0.02).atMost(4))
        .with(CORRUPT, FaultRule.of(0.02).atMost(3))
        .with(DELAY, FaultRule.of(0.03).lasting(Duration.ofMillis(150)))
        .with(SPLIT, FaultRule.of(0.10).lasting(Duration.ofMillis(8)).atMost(5))
        .with(COALESCE, FaultRule.of(0.02).lasting(Duration.ofMillis(600)).atMost(4))
        .with(STALL, FaultRule.of(0.012).lasting(Duration.ofMillis(1200)))
        .with(DISCONNECT, FaultRule.of(0.012).lasting(Duration.ofMillis(800)))
        .with(GARBAGE, FaultRule.of(0.02).atMost(24))
        .with(DUPLICATE, FaultRule.of(0.02));
  }

  /** The plan of that name: none, gentle or rough. */
  public static FaultPlan preset(String name) {
    return switch (name) {
      case "none" -> none();
      case "gentle" -> gentle();
      case "rough" -> rough();
      default ->
          throw new IllegalArgumentException(
              "no fault plan named '" + name + "'; there are none, gentle and rough");
    };
  }

  public FaultPlan withSeed(long newSeed) {
    return new FaultPlan(newSeed, rules);
  }

  public FaultPlan with(FaultKind kind, FaultRule rule) {
    Map<FaultKind, FaultRule> changed = new EnumMap<>(FaultKind.class);
    changed.putAll(rules);
    changed.put(kind, rule);
    return new FaultPlan(seed, changed);
  }

  public FaultRule rule(FaultKind kind) {
    return rules.getOrDefault(kind, FaultRule.NEVER);
  }

  /** The kinds that can strike at all. */
  public Set<FaultKind> kinds() {
    Set<FaultKind> active = EnumSet.noneOf(FaultKind.class);
    rules.forEach(
        (kind, rule) -> {
          if (rule.perFrame() > 0) {
            active.add(kind);
          }
        });
    return active;
  }
}
