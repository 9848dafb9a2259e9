// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.ground.Kind;
import io.wayside.counting.vision.Counted;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * A guess at the kind without metres, by what outlines are like beside each other: which tilt and
 * scale of the camera make vehicles of all that passed is learnt as it goes, and what kind one is
 * follows from each of them, as far as it is likely. So a car far away is no two-wheeler, and where
 * motorcycles are the usual thing they are not cars. Nobody can know from pixels alone, so the
 * confidence is low, and what may be one kind as well as another is none. Not for several threads.
 */
final class RelativeSize {

  private static final int LATEST = 40;

  /** Confidence of a guess of which there is no doubt. */
  private static final double GUESS = 0.4;

  /** Less likely than that is not told. */
  private static final double TOLD = 0.5;

  /** The scale has to change by so much for vehicles of before to be looked at again. */
  private static final double OTHERWISE = 0.1;

  private final double widthPx;
  private final double heightPx;
  private final Growth growth = new Growth();
  private final Deque<Passing> passed = new ArrayDeque<>();
  private final Deque<Posing> posed = new ArrayDeque<>();
  private double posedB = Double.NaN;
  private double posedC = Double.NaN;

  RelativeSize(double widthPx, double heightPx) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
  }

  /** What it looks like beside all others until now; it is remembered for those to come. */
  Look look(Counted counted) {
    Passing passing = Passing.of(counted, widthPx, heightPx);
    if (passing.sure()) {
      growth.saw(passing);
      remember(passing);
    }
    double[] kinds = kinds(new Posing(passing, growth));
    int most = 0;
    for (int kind = 1; kind < kinds.length; kind++) {
      most = kinds[kind] > kinds[most] ? kind : most;
    }
    return new Look(
        kinds[most] > TOLD ? Posing.KINDS.get(most) : Kind.OTHER,
        GUESS * kinds[most],
        OptionalDouble.empty());
  }

  private void remember(Passing passing) {
    passed.addFirst(passing);
    if (passed.size() > LATEST) {
      passed.removeLast();
      posed.removeLast();
    }
    if (Math.hypot(growth.b() - posedB, growth.c() - posedC) <= OTHERWISE) {
      posed.addFirst(new Posing(passing, growth));
    } else {
      posed.clear();
      passed.forEach(one -> posed.addLast(new Posing(one, growth)));
      posedB = growth.b();
      posedC = growth.c();
    }
  }

  /** How likely each kind is, over all tilts, scales and sites; the rest is like nothing known. */
  private double[] kinds(Posing one) {
    double[][][] likely = likely();
    double most = most(likely);
    double[] kinds = new double[Posing.KINDS.size()];
    double all = 0;
    for (int tilt = 0; tilt < likely.length; tilt++) {
      for (int scale = 0; scale < likely[tilt].length; scale++) {
        double[] looks = one.likelihoods(tilt, scale);
        for (int site = 0; site < Sites.count(); site++) {
          double weight = Math.exp(likely[tilt][scale][site] - most);
          all += weight;
          for (int kind = 0; kind < kinds.length; kind++) {
            kinds[kind] += weight * Sites.share(site, kind) * looks[kind] / Sites.any(site, looks);
          }
        }
      }
    }
    for (int kind = 0; kind < kinds.length; kind++) {
      kinds[kind] /= all;
    }
    return kinds;
  }

  /** How likely a camera is by all that passed, as logarithms, by tilt, scale and site. */
  private double[][][] likely() {
    double[][] cameras = Cameras.likely(growth.steepness(), posed);
    double[][][] likely = new double[Posing.TILTS.length][Posing.SCALES.length][Sites.count()];
    for (int tilt = 0; tilt < likely.length; tilt++) {
      for (int scale = 0; scale < likely[tilt].length; scale++) {
        for (int site = 0; site < Sites.count(); site++) {
          double sum = cameras[tilt][scale] + Math.log(Sites.likely(site));
          for (Posing one : posed) {
            sum += one.log(tilt, scale, site);
          }
          likely[tilt][scale][site] = sum;
        }
      }
    }
    return likely;
  }

  private static double most(double[][][] likely) {
    return Arrays.stream(likely)
        .flatMap(Arrays::stream)
        .flatMapToDouble(Arrays::stream)
        .max()
        .orElseThrow();
  }
}
