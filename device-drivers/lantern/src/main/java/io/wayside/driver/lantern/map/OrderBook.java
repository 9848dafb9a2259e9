// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.water.LanternOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a device is told what to do. Every order but a reset says all of it: by whose will it shines,
 * with which rhythm and how brightly; so nothing is left over from the order before.
 *
 * @param heartbeat without one the device holds the last order for ever
 * @param plain the steps of orders that carry nothing; automatic is always among them
 * @param offset a setting and no order: by what it flashes in step with UTC
 */
public record OrderBook(
    Optional<Heartbeat> heartbeat,
    Map<Class<? extends LanternOrder>, Step> plain,
    Optional<Setting> rhythm,
    Optional<Setting> intensity,
    Optional<OffsetSetting> offset) {

  public OrderBook {
    plain = Map.copyOf(plain);
  }

  /**
   * What a site says that a device is set up with, and goes back to.
   *
   * @param rhythm as the map names it
   * @param intensity 0 to 1
   */
  public record Own(Optional<String> rhythm, Optional<Double> intensity) {
    public static final Own NONE = new Own(Optional.empty(), Optional.empty());
  }

  /** Which orders it can be given: another rhythm only where its own is known to go back to. */
  public Set<Class<? extends LanternOrder>> knows(Own own) {
    Set<Class<? extends LanternOrder>> knows = new LinkedHashSet<>(plain.keySet());
    if (rhythm.isPresent() && own.rhythm().isPresent()) {
      knows.add(LanternOrder.Rhythm.class);
    }
    if (intensity.isPresent() && own.intensity().isPresent()) {
      knows.add(LanternOrder.Intensity.class);
    }
    return Set.copyOf(knows);
  }

  /** The steps of an order; empty where the device does not know it. */
  public Optional<List<Step>> steps(LanternOrder order, Own own) {
    if (!knows(own).contains(order.getClass())) {
      return Optional.empty();
    }
    Optional<String> code = own.rhythm();
    Optional<Double> fraction = own.intensity();
    Class<? extends LanternOrder> will = order.getClass();
    if (order instanceof LanternOrder.Reset) {
      return step(will).map(List::of);
    }
    if (order instanceof LanternOrder.Rhythm other) {
      code = Optional.of(other.code());
      will = LanternOrder.Automatic.class;
    } else if (order instanceof LanternOrder.Intensity other) {
      fraction = Optional.of(other.fraction());
      will = LanternOrder.Automatic.class;
    }
    List<Step> steps = new ArrayList<>();
    if (rhythm.isPresent() && code.isPresent()) {
      Optional<Step> set = rhythm.get().named(code.get());
      if (set.isEmpty()) {
        return Optional.empty();
      }
      steps.add(set.get());
    }
    if (intensity.isPresent() && fraction.isPresent()) {
      steps.add(intensity.get().scaled(fraction.get()));
    }
    step(will).ifPresent(steps::add);
    return Optional.of(steps);
  }

  private Optional<Step> step(Class<? extends LanternOrder> order) {
    return Optional.ofNullable(plain.get(order));
  }
}
