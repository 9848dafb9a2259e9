// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.weighing.motion.MotionWeighing.Trouble;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the half-lines over the last vehicles: which no longer feel axles, which read too much or
 * too little against the others, which are full or noisy, whose baseline moves.
 */
final class SensorWatch {

  // Weight of the newest axle: about the last 60 count.
  private static final double RATE = 1 / 60.0;
  private static final int ENOUGH = 30;
  private static final double DEAD_BELOW = 0.4;
  private static final double DISAGREES_BY = 0.06;
  private static final double CLIPS_OFTEN = 0.05;
  private static final double LEAST_NOISY_N = 2000;
  // Of the mean pulse, within the time between two looks at the baseline.
  private static final double DRIFTS_BY = 0.25;
  private static final double MOST_ORPHANS = 0.5;
  private static final double LOOK_EVERY_S = 60;

  private final Layout layout;
  private final State[] states;
  private long orphans;
  private double orphansPerVehicle;

  SensorWatch(Layout layout) {
    this.layout = layout;
    this.states = new State[layout.detectors().size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = new State();
    }
  }

  /** What is remembered of one half-line. */
  private static final class State {
    private long axles;
    private double seen = 1;
    private double bias;
    private double clipped;
    private double peak;
    private double threshold;
    private double base = Double.NaN;
    private double drift;
    private long lost;
    private long lookAt;

    void follow(double share, double biasNow, boolean hasBias) {
      axles++;
      double rate = Math.max(RATE, 1.0 / axles);
      seen += rate * (share - seen);
      if (hasBias) {
        bias += rate * (biasNow - bias);
      }
    }
  }

  /** One axle of a vehicle that rolled over the {@code wanted} halves. */
  void axle(AxleTrack track, AxleLoads loads, boolean[] wanted) {
    for (Detector detector : layout.detectors()) {
      if (!wanted[detector.index()]) {
        continue;
      }
      State state = states[detector.index()];
      double load = loads.loads()[detector.index()];
      double mean = loads.side(layout, detector.half().side());
      state.follow(track.has(detector) ? 1 : 0, load / mean - 1, load > 0 && mean > 0);
      Pulse pulse = track.on(detector);
      if (pulse != null) {
        double rate = Math.max(RATE, 1.0 / state.axles);
        state.clipped += rate * ((pulse.clipped() ? 1 : 0) - state.clipped);
        state.peak += rate * (pulse.peak() - state.peak);
      }
    }
  }

  /** A look at a channel's baseline. */
  void look(PulseDetector channel, Detector detector, long sample, double samplesPerSecond) {
    State state = states[detector.index()];
    state.threshold = channel.threshold();
    state.lost = channel.lost();
    if (sample >= state.lookAt && !channel.busy()) {
      double base = channel.base();
      state.drift = Double.isNaN(state.base) ? 0 : Math.abs(base - state.base);
      state.base = base;
      state.lookAt = sample + Math.round(LOOK_EVERY_S * samplesPerSecond);
    }
  }

  /** A vehicle was weighed; so many pulses belonged to none since the start. */
  void orphans(long sinceStart) {
    long more = Math.max(0, sinceStart - orphans); // another lane counts anew
    orphans = sinceStart;
    orphansPerVehicle += RATE * 3 * (more - orphansPerVehicle);
  }

  boolean isDead(Detector detector) {
    State state = states[detector.index()];
    return state.axles >= ENOUGH && state.seen < DEAD_BELOW;
  }

  boolean isDrifting() {
    for (State state : states) {
      if (drifts(state)) {
        return true;
      }
    }
    return false;
  }

  private static boolean drifts(State state) {
    return state.axles >= ENOUGH && state.drift > DRIFTS_BY * state.peak;
  }

  /** What the half-lines' lasting disagreement says about the mean of them all, as a share. */
  double systematicShare() {
    double squares = 0;
    int count = 0;
    for (State state : states) {
      if (state.axles >= ENOUGH) {
        squares += state.bias * state.bias;
        count++;
      }
    }
    return count < 2 ? 0 : Math.sqrt(squares / count / (count - 1));
  }

  List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>();
    for (Detector detector : layout.detectors()) {
      add(troubles, detector, states[detector.index()]);
    }
    if (orphansPerVehicle > MOST_ORPHANS) {
      troubles.add(
          trouble(
              "pulses-unmatched",
              "%.1f pulses for each vehicle belonged to none; vehicles may pass unweighed: check"
                  + " lines for noise and traffic for queues",
              orphansPerVehicle));
    }
    return troubles;
  }

  private void add(List<Trouble> troubles, Detector detector, State state) {
    String channel = "channel " + detector.half().channel() + " ";
    boolean known = state.axles >= ENOUGH;
    if (isDead(detector)) {
      troubles.add(
          trouble(
              "dead-line",
              channel + "felt %.0f %% of the last axles; check strip, cable and amplifier",
              state.seen * 100));
    } else if (known && Math.abs(state.bias) > DISAGREES_BY) {
      troubles.add(
          trouble(
              "lines-disagree",
              channel + "reads %+.1f %% against the others; check it and calibrate anew",
              state.bias * 100));
    }
    if (known && state.clipped > CLIPS_OFTEN) {
      troubles.add(
          trouble(
              "clipping",
              channel + "was full in %.0f %% of the last axles; lower the amplifier's gain",
              state.clipped * 100));
    }
    double thresholdN =
        state.threshold * detector.half().newtonsPerUnitMetre() * (0.2 + detector.line().widthM());
    if (thresholdN > LEAST_NOISY_N && thresholdN < Double.POSITIVE_INFINITY) {
      troubles.add(
          trouble(
              "noisy-line",
              channel
                  + "hides wheels below %.0f N in its noise; check shield, ground and amplifier",
              thresholdN));
    }
    if (drifts(state)) {
      troubles.add(
          trouble(
              "baseline-drift",
              channel
                  + "moved its baseline by %.3g units in a minute; check moisture and amplifier",
              state.drift));
    }
    if (state.lost > 0) {
      troubles.add(
          trouble(
              "no-numbers",
              channel + "gave %.0f samples that are no numbers; check the converter's driver",
              (double) state.lost));
    }
  }

  private static Trouble trouble(String code, String detail, double figure) {
    return new Trouble(code, String.format(java.util.Locale.ROOT, detail, figure));
  }
}
