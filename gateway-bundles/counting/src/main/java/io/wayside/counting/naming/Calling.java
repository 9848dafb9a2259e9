// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.naming;

import io.wayside.counting.detect.ClassVotes.Verdict;
import io.wayside.counting.detect.ModelPlan;
import io.wayside.counting.naming.Called.By;
import io.wayside.counting.scheme.PcuRule;
import io.wayside.counting.sighting.Sighting;
import java.util.Map;

/** Gives each counted vehicle a class of one scheme: by the detector, else by its outline. */
public final class Calling {

  private final String model;
  private final Map<String, String> outlines;
  private final PcuRule units;

  private Calling(String model, Map<String, String> outlines, PcuRule units) {
    this.model = model;
    this.outlines = Map.copyOf(outlines);
    this.units = units;
  }

  /** By outlines alone. */
  public static Calling byOutlines(PcuRule units) {
    return new Calling("", Map.of(), units);
  }

  /** By a model where it says something. */
  public static Calling by(ModelPlan plan, PcuRule units) {
    return new Calling(plan.model(), plan.outlines(), units);
  }

  /** Id of the scheme of all classes. */
  public String scheme() {
    return units.scheme();
  }

  public Called call(Named named) {
    return named.verdict().map(this::byModel).orElseGet(() -> byOutline(named.sighting()));
  }

  private Called byModel(Verdict verdict) {
    String name = verdict.vehicleClass();
    return new Called(name, By.MODEL, model, verdict.confidence(), units.of(name));
  }

  private Called byOutline(Sighting sighting) {
    String kind = sighting.kind().code();
    String name = scheme().equals(ModelPlan.BY_SIZE) ? kind : outlines.get(kind);
    if (name == null) {
      return new Called("unknown", By.NOTHING, "", 0, units.of("unknown"));
    }
    String rule = sighting.lengthM().isPresent() ? "size" : "relative-size";
    return new Called(name, By.OUTLINE, rule, sighting.confidence(), units.of(name));
  }
}
