// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Signals of known truth, of the simplest kind: constant forces under parabolic footprints roll
 * over straight and slanted strips. No road, no suspension: what comes out must be what went in.
 */
final class Road {

  static final double WIDTH_M = 0.06;
  static final double UNITS_PER_NEWTON = 1e-4;
  static final double LOOP_M = 2;

  /** A wheel: load, length of its footprint along and across, where it rolls. */
  record Wheel(double newtons, double lengthM, double acrossM, double lateralM) {}

  /** An axle: how far behind the first, its wheels. */
  record Axle(double behindM, List<Wheel> wheels) {

    static Axle of(double behindM, double newtons) {
      return of(behindM, newtons / 2, newtons / 2);
    }

    static Axle of(double behindM, double leftN, double rightN) {
      return new Axle(
          behindM, List.of(new Wheel(leftN, 0.22, 0.3, 0.9), new Wheel(rightN, 0.22, 0.3, -0.9)));
    }
  }

  /** A vehicle: when its first axle reaches 0 m, its speed then, its acceleration. */
  record Vehicle(double atS, double speedMps, double accelerationMps2, List<Axle> axles) {

    /** Place of its front axle. */
    double frontM(double seconds) {
      double t = seconds - atS;
      return speedMps * t + accelerationMps2 * t * t / 2;
    }

    double grossN() {
      return axles.stream().flatMap(a -> a.wheels.stream()).mapToDouble(Wheel::newtons).sum();
    }
  }

  final StripInstrument instrument;
  final double hertz;
  final double[][] samples;
  final List<String> channels;

  Road(StripInstrument instrument, double hertz, double seconds) {
    this.instrument = instrument;
    this.hertz = hertz;
    this.channels = instrument.channels();
    this.samples = new double[channels.size()][(int) (seconds * hertz)];
  }

  static StripInstrument instrument(String json) {
    try {
      return StripInstrument.from(Node.read("lane.json", json));
    } catch (GarbledData garbled) {
      throw new AssertionError(garbled);
    }
  }

  /** Straight lines with two halves each, calibrated and verified, with what else is given. */
  static StripInstrument straight(double[] places, String more) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < places.length; i++) {
      lines
          .append(i == 0 ? "" : ",")
          .append(line("q" + (i + 1), places[i], 0, "\"newtonsPerUnitMetre\": " + constant()));
    }
    return instrument(
        "{\"instrument\": \"t\", \"kind\": \"strips\", "
            + "\"calibration\": {\"id\": \"c\", \"on\": \"2026-01-01\", \"by\": \"x\"}, "
            + "\"verified\": {\"speedKmh\": [10, 120]}, \"lines\": ["
            + lines
            + "]"
            + more
            + "}");
  }

  static String line(String name, double atM, double angleDeg, String half) {
    return "{\"name\": \""
        + name
        + "\", \"atM\": "
        + atM
        + ", \"angleDeg\": "
        + angleDeg
        + ", \"widthM\": "
        + WIDTH_M
        + ", \"halves\": [{\"channel\": \""
        + name
        + ".left\", \"side\": \"left\", "
        + half
        + "}, {\"channel\": \""
        + name
        + ".right\", \"side\": \"right\", "
        + half
        + "}]}";
  }

  /** The C of the area method for strips of this road. */
  static double constant() {
    return 1 / (UNITS_PER_NEWTON * WIDTH_M);
  }

  static final String LOOP =
      ", \"loops\": [{\"channel\": \"loop\", \"fromM\": -3, \"toM\": -1, \"threshold\": 0.5}]";

  Road drive(Vehicle... vehicles) {
    for (Vehicle vehicle : vehicles) {
      for (Detector detector : new Layout(instrument.lines()).detectors()) {
        double[] into = samples[channels.indexOf(detector.half().channel())];
        for (Axle axle : vehicle.axles) {
          for (Wheel wheel : axle.wheels) {
            roll(into, detector, vehicle, axle, wheel);
          }
        }
      }
      int loop = channels.indexOf("loop");
      if (loop >= 0) {
        double rear = vehicle.axles.get(vehicle.axles.size() - 1).behindM + 1;
        for (int i = 0; i < samples[loop].length; i++) {
          double nose = vehicle.frontM(i / hertz) + 1;
          if (nose > -3 && nose - 1 - rear < -1 && vehicle.speedMps > 0) {
            samples[loop][i] = 1;
          }
        }
      }
    }
    return this;
  }

  private void roll(double[] into, Detector detector, Vehicle vehicle, Axle axle, Wheel wheel) {
    if (wheel.lateralM < detector.half().fromM() || wheel.lateralM > detector.half().toM()) {
      return;
    }
    int slices = detector.tangent() == 0 ? 1 : 15;
    for (int s = 0; s < slices; s++) {
      double y = wheel.lateralM + (slices == 1 ? 0 : ((s + 0.5) / slices - 0.5) * wheel.acrossM);
      double place = detector.line().atM() + y * detector.tangent();
      for (int i = 0; i < into.length; i++) {
        double at = vehicle.frontM(i / hertz) - axle.behindM - place;
        double share =
            below(at + WIDTH_M / 2, wheel.lengthM) - below(at - WIDTH_M / 2, wheel.lengthM);
        into[i] += UNITS_PER_NEWTON * wheel.newtons / slices * share;
      }
    }
  }

  /** Share of a parabolic footprint before a place. */
  private static double below(double x, double length) {
    double u = Math.max(-1, Math.min(1, 2 * x / length));
    return 0.5 + 0.75 * (u - u * u * u / 3);
  }

  Road noise(double sigma, long seed) {
    Random random = new Random(seed);
    for (double[] channel : strips()) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] += sigma * random.nextGaussian();
      }
    }
    return this;
  }

  Road hum(double amplitude, double mainsHz) {
    for (double[] channel : strips()) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] += amplitude * Math.sin(2 * Math.PI * mainsHz * i / hertz + 0.4);
      }
    }
    return this;
  }

  Road drift(double unitsPerS, double offset) {
    for (double[] channel : strips()) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] += offset + unitsPerS * i / hertz;
      }
    }
    return this;
  }

  /** A first-order high-pass, as a charge amplifier has. */
  Road highPass(double seconds) {
    double keep = Math.exp(-1 / (seconds * hertz));
    for (double[] channel : strips()) {
      double held = 0;
      double last = 0;
      for (int i = 0; i < channel.length; i++) {
        held = keep * (held + channel[i] - last);
        last = channel[i];
        channel[i] = held;
      }
    }
    return this;
  }

  double[][] strips() {
    return Arrays.copyOf(samples, new Layout(instrument.lines()).detectors().size());
  }

  double[] channel(String name) {
    return samples[channels.indexOf(name)];
  }

  List<MotionVehicle> weigh() {
    return weigh(new StripWeighing(instrument, channels), 1000);
  }

  List<MotionVehicle> weigh(StripWeighing weighing, int... cuts) {
    List<MotionVehicle> found = new ArrayList<>();
    int from = 0;
    for (int k = 0; from < samples[0].length; k++) {
      int to = Math.min(samples[0].length, from + cuts[k % cuts.length]);
      weighing.samples(block(from, to), found::add);
      from = to;
    }
    weighing.finish(found::add);
    return found;
  }

  SampleBlock block(int from, int to) {
    double[][] cut = new double[samples.length][];
    for (int c = 0; c < cut.length; c++) {
      cut[c] = Arrays.copyOfRange(samples[c], from, to);
    }
    double interval = 1e9 / hertz;
    return new SampleBlock(
        5_000_000_000L + Math.round(from * interval), interval, from, cut, Flags.NONE);
  }
}
