// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The AccessSpecs of a reader. Of those that fit a tag the first one added is carried out. */
final class AccessSpecs {

  private final int capacity;
  private final Map<Long, AccessSpec> all = new LinkedHashMap<>();
  private final Map<Long, Boolean> enabled = new LinkedHashMap<>();
  private final Map<Long, Integer> done = new LinkedHashMap<>();

  AccessSpecs(int capacity) {
    this.capacity = capacity;
  }

  List<Long> ids() {
    return List.copyOf(all.keySet());
  }

  void add(AccessSpec spec) throws Refused {
    if (all.containsKey(spec.id())) {
      throw new Refused(
          Status.parameterField(
              Parameter.ACCESS_SPEC, 0, Status.A_INVALID, "AccessSpec " + spec.id() + " is there"));
    }
    if (all.size() >= capacity) {
      throw new Refused(
          Status.of(Status.M_OVERFLOW_PARAMETER, "there is room for " + capacity + " AccessSpecs"));
    }
    all.put(spec.id(), spec);
    enabled.put(spec.id(), false);
  }

  void delete(long id) throws Refused {
    for (AccessSpec spec : chosen(id)) {
      remove(spec);
    }
  }

  void enable(long id, boolean on) throws Refused {
    for (AccessSpec spec : chosen(id)) {
      enabled.put(spec.id(), on);
    }
  }

  /** The one that is carried out on a tag, counted; one that has done its number is gone. */
  Optional<AccessSpec> carryOut(SimulatedTag tag, int antenna, @Nullable RoSpec beside) {
    Optional<AccessSpec> fitting =
        all.values().stream()
            .filter(spec -> Boolean.TRUE.equals(enabled.get(spec.id())))
            .filter(spec -> spec.fits(tag, antenna, beside))
            .findFirst();
    fitting.ifPresent(
        spec -> {
          int times = done.merge(spec.id(), 1, Integer::sum);
          if (spec.times() > 0 && times >= spec.times()) {
            remove(spec);
          }
        });
    return fitting;
  }

  void forget() {
    new ArrayList<>(all.values()).forEach(this::remove);
  }

  private void remove(AccessSpec spec) {
    all.remove(spec.id());
    enabled.remove(spec.id());
    done.remove(spec.id());
  }

  private List<AccessSpec> chosen(long id) throws Refused {
    if (id == 0) {
      return new ArrayList<>(all.values());
    }
    AccessSpec spec = all.get(id);
    if (spec == null) {
      throw new Refused(Status.field(0, Status.A_INVALID, "there is no AccessSpec " + id));
    }
    return List.of(spec);
  }

  byte[] bytes() {
    Octets out = new Octets();
    all.values().forEach(spec -> spec.write(out, Boolean.TRUE.equals(enabled.get(spec.id()))));
    return out.bytes();
  }
}
