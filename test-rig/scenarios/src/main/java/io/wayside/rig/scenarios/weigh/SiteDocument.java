// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.core.data.Value.Real;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.sensor.BridgeSpan;
import io.wayside.rig.simulators.motion.sensor.InductiveLoop;
import io.wayside.rig.simulators.motion.sensor.Platform;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.sensor.Thermometer;
import io.wayside.weighing.instrument.InstrumentHead.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * The instrument's document as a technician writes it before anything was calibrated: what stands
 * on drawings and data sheets. The gains as they really are stand nowhere.
 */
public final class SiteDocument {

  /** How a platform hears of contacts. */
  public enum Contacts {
    /** As channels of its samples. */
    SAMPLED,
    /** As changes, each with its time. */
    TOLD
  }

  /** Speeds a little beyond those of the traffic belong to the verified range. */
  private static final double MARGIN = 0.2;

  /** Temperatures for which sensors at the roadside are sold, °C. */
  private static final List<Value> TEMPERATURES = List.of(new Real(0), new Real(60));

  /** Scale interval of the platforms, newton. */
  public static final double INTERVAL_N = PlatformPart.INTERVAL_KG * PlatformPart.NEWTONS_PER_KG;

  private SiteDocument() {}

  /** What the site weighs with. */
  public static Kind kind(MotionSite site) {
    if (all(site, BridgeSpan.class).findAny().isPresent()) {
      return Kind.BRIDGE;
    }
    return all(site, Platform.class).findAny().isPresent() ? Kind.PLATFORM : Kind.STRIPS;
  }

  /** The document with nominal constants; neither calibrated nor verified. */
  static Fields nominal(Scenario scenario) {
    return nominal(scenario, Contacts.SAMPLED);
  }

  /** The same for a station that gets its contacts in that way. */
  public static Fields nominal(Scenario scenario, Contacts contacts) {
    MotionSite site = scenario.site();
    Kind kind = kind(site);
    FieldsBuilder head =
        Fields.with("instrument", "rig-" + scenario.name())
            .and("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
            .and("notes", "simulated: " + scenario.description());
    return switch (kind) {
      case STRIPS -> StripsPart.of(head, site, StripsPart::nominal);
      case PLATFORM -> PlatformPart.of(head, site, contacts);
      case BRIDGE -> BridgePart.of(head, site);
    };
  }

  /** Strips with constants that somebody knows. */
  public static Fields strips(
      MotionSite site, ToDoubleBiFunction<StripLine, StripLine.Half> newtonsPerUnitMetre) {
    FieldsBuilder head = Fields.with("instrument", "simulated").and("kind", "strips");
    return StripsPart.of(head, site, newtonsPerUnitMetre);
  }

  /** Which wheels a half-line feels, by where it lies: left, right or both. */
  public static String side(StripLine.Half half) {
    return StripsPart.side(half);
  }

  /** The same, verified for the speeds of the scenario's traffic. */
  public static Fields verified(Fields document, Scenario scenario) {
    double least = scenario.traffic().speed().leastKmh();
    double most = scenario.traffic().speed().mostKmh();
    FieldsBuilder range =
        Fields.with(
            "speedKmh",
            new Many(List.of(new Real(least * (1 - MARGIN)), new Real(most * (1 + MARGIN)))));
    if (kind(scenario.site()) != Kind.PLATFORM && thermometer(scenario.site()).isPresent()) {
      range.and("temperatureC", new Many(TEMPERATURES));
    }
    Map<String, Value> members = new LinkedHashMap<>(document.values());
    members.put("verified", range.build());
    return new Fields(members);
  }

  /** All sensors of a kind. */
  public static <S extends Sensor> Stream<S> all(MotionSite site, Class<S> kind) {
    return site.sensors().stream().filter(kind::isInstance).map(kind::cast);
  }

  static Optional<String> thermometer(MotionSite site) {
    return all(site, Thermometer.class).findFirst().map(Thermometer::name);
  }

  /** Loops as channels of the samples. */
  static List<Fields> loops(MotionSite site) {
    return all(site, InductiveLoop.class)
        .map(
            loop ->
                Fields.with("channel", loop.name())
                    .and("fromM", loop.fromM())
                    .and("toM", loop.toM())
                    .and("threshold", loop.closesAt())
                    .build())
        .toList();
  }

  static Many pair(double one, double other) {
    return new Many(List.of(new Real(one), new Real(other)));
  }
}
