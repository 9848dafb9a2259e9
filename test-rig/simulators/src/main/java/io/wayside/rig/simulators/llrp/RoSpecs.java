// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import io.wayside.rig.simulators.clock.RigClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ROSpecs of a reader and what they are doing: disabled, inactive, and one of them active. Only
 * while one is active does the transmitter send.
 */
final class RoSpecs {

  /** Hears of every change. */
  interface Watch {
    /** One of {@link Events#STARTED}, ENDED, PREEMPTED; before the start, after the end. */
    void change(int what, RoSpec spec, long preemptedBy);
  }

  private final ReaderTraits traits;
  private final RigClock clock;
  private final Watch watch;
  private final Map<Long, RoSpec> all = new LinkedHashMap<>();
  private final Map<Long, Boolean> enabled = new LinkedHashMap<>();
  private @Nullable RoSpec active;
  private RigClock.@Nullable Task end;

  RoSpecs(ReaderTraits traits, RigClock clock, Watch watch) {
    this.traits = traits;
    this.clock = clock;
    this.watch = watch;
  }

  @Nullable RoSpec active() {
    return active;
  }

  List<Long> ids() {
    return List.copyOf(all.keySet());
  }

  void add(RoSpec spec) throws Refused {
    if (all.containsKey(spec.id())) {
      throw new Refused(
          Status.parameterField(
              Parameter.RO_SPEC, 0, Status.A_INVALID, "ROSpec " + spec.id() + " is there already"));
    }
    if (all.size() >= traits.maxRoSpecs()) {
      throw new Refused(
          Status.of(
              Status.M_OVERFLOW_PARAMETER,
              "there is room for " + traits.maxRoSpecs() + " ROSpecs; delete one first"));
    }
    all.put(spec.id(), spec);
    enabled.put(spec.id(), false);
  }

  void delete(long id) throws Refused {
    for (RoSpec spec : chosen(id)) {
      halt(spec);
      all.remove(spec.id());
      enabled.remove(spec.id());
    }
  }

  void enable(long id) throws Refused {
    for (RoSpec spec : chosen(id)) {
      boolean was = Boolean.TRUE.equals(enabled.put(spec.id(), true));
      if (!was && spec.immediate()) {
        begin(spec);
      }
    }
  }

  void disable(long id) throws Refused {
    for (RoSpec spec : chosen(id)) {
      halt(spec);
      enabled.put(spec.id(), false);
    }
  }

  void start(long id) throws Refused {
    RoSpec spec = single(id);
    if (!Boolean.TRUE.equals(enabled.get(id))) {
      throw new Refused(
          Status.field(0, Status.A_INVALID, "ROSpec " + id + " is disabled; enable it first"));
    }
    if (!begin(spec)) {
      throw new Refused(
          Status.of(Status.R_DEVICE_ERROR, "a ROSpec of the same or higher priority is active"));
    }
  }

  void stop(long id) throws Refused {
    halt(single(id));
  }

  /** An input changed. */
  void input(int port, boolean high) {
    for (RoSpec spec : List.copyOf(all.values())) {
      boolean waits = Boolean.TRUE.equals(enabled.get(spec.id())) && spec.startGpi().isPresent();
      if (waits && spec.startGpi().getAsInt() == port && spec.startHigh() == high) {
        begin(spec);
      }
    }
  }

  /** The reader was switched off; nobody is told. */
  void powerFails() {
    endTimer();
    active = null;
  }

  /** The reader is up again with the ROSpecs it had. */
  void powerReturns() {
    for (RoSpec spec : List.copyOf(all.values())) {
      if (Boolean.TRUE.equals(enabled.get(spec.id())) && spec.immediate()) {
        begin(spec);
      }
    }
  }

  void forget() {
    all.clear();
    enabled.clear();
  }

  private Collection<RoSpec> chosen(long id) throws Refused {
    return id == 0 ? new ArrayList<>(all.values()) : List.of(single(id));
  }

  private RoSpec single(long id) throws Refused {
    RoSpec spec = all.get(id);
    if (spec == null) {
      throw new Refused(Status.field(0, Status.A_INVALID, "there is no ROSpec " + id));
    }
    return spec;
  }

  private boolean begin(RoSpec spec) {
    RoSpec before = active;
    if (spec.equals(before)) {
      return true;
    }
    if (before != null) {
      if (before.priority() <= spec.priority()) {
        return false;
      }
      endTimer();
      active = null;
      watch.change(Events.PREEMPTED, before, spec.id());
    }
    active = spec;
    watch.change(Events.STARTED, spec, 0);
    if (spec.durationMs() > 0) {
      end = clock.after(Duration.ofMillis(spec.durationMs()), () -> halt(spec));
    }
    return true;
  }

  private void halt(RoSpec spec) {
    if (spec.equals(active)) {
      endTimer();
      active = null;
      watch.change(Events.ENDED, spec, 0);
    }
  }

  private void endTimer() {
    if (end != null) {
      end.cancel();
      end = null;
    }
  }

  byte[] bytes() {
    Octets out = new Octets();
    all.values().forEach(spec -> spec.write(out, state(spec)));
    return out.bytes();
  }

  private int state(RoSpec spec) {
    if (spec.equals(active)) {
      return 2;
    }
    return Boolean.TRUE.equals(enabled.get(spec.id())) ? 1 : 0;
  }
}
