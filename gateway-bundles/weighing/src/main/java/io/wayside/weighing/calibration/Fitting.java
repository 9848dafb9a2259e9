// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Fits the factor of each sensor to runs with known loads. */
public final class Fitting {

  /** COST 323 asks for ten; three are the least for which a scatter means anything. */
  private static final int FEWEST = 3;

  /** Bins with fewer runs are compared with the median of all. */
  private static final int FULL_BIN = 4;

  /** A median of absolute deviations times this is a standard deviation, if errors are normal. */
  private static final double MAD_TO_DEVIATION = 1.4826;

  /** So that runs that agree to the last digit do not make the next one an outlier. */
  private static final double LEAST_DEVIATION = 1e-4;

  private final FitSettings settings;

  public Fitting(FitSettings settings) {
    this.settings = settings;
  }

  /** One fit for each sensor, in the order in which they appear. */
  public List<SensorFit> fit(List<Run> runs) throws TooFewRuns {
    Map<String, List<Run>> bySensor = new LinkedHashMap<>();
    runs.forEach(run -> bySensor.computeIfAbsent(run.sensor(), s -> new ArrayList<>()).add(run));
    List<SensorFit> fits = new ArrayList<>();
    for (Map.Entry<String, List<Run>> sensor : bySensor.entrySet()) {
      fits.add(fit(sensor.getKey(), sensor.getValue()));
    }
    return fits;
  }

  private SensorFit fit(String sensor, List<Run> runs) throws TooFewRuns {
    List<Outlier> outliers = outliers(runs);
    List<Run> used = new ArrayList<>(runs);
    outliers.forEach(outlier -> used.remove(outlier.run()));
    if (used.size() < FEWEST) {
      throw new TooFewRuns(sensor, used.size(), FEWEST);
    }
    int n = used.size();
    double mean = mean(used, Run::ratio);
    double factor = 1 / mean;
    double deviation = deviation(used, mean);
    double reach = new TDistribution(n - 1.0).inverseCumulativeProbability(0.975);
    double scatter = 100 * reach * deviation / mean / Math.sqrt(n);
    List<SpeedBin> bins = bins(used, factor);
    double probability = speedProbability(used);
    SimpleRegression line = line(used);
    return new SensorFit(
        sensor,
        n,
        factor,
        Math.hypot(scatter, settings.referencePercent()),
        slope(used),
        line.getIntercept(),
        reach * line.getInterceptStdErr(),
        100 * deviation * factor,
        used.stream()
            .map(run -> 100 * (run.ratio() * factor - 1))
            .max(Comparator.comparingDouble(Math::abs))
            .orElseThrow(),
        bins,
        probability,
        probability < settings.significance() && widest(bins) >= settings.leastSpeedEffectPercent(),
        outliers);
  }

  /** By the median and the median of absolute deviations within the speed bin. */
  private List<Outlier> outliers(List<Run> runs) {
    double all = median(runs.stream().map(Run::ratio).toList());
    Map<Long, List<Run>> bins = byBin(runs);
    Map<Run, Double> centres = new LinkedHashMap<>();
    for (List<Run> bin : bins.values()) {
      double centre = bin.size() < FULL_BIN ? all : median(bin.stream().map(Run::ratio).toList());
      bin.forEach(run -> centres.put(run, centre));
    }
    // Runs lie closer to the median of their own bin than to the truth.
    double freedom = Math.sqrt(runs.size() / Math.max(1.0, runs.size() - bins.size()));
    double spread =
        Math.max(
            LEAST_DEVIATION,
            MAD_TO_DEVIATION
                * freedom
                * median(
                    runs.stream()
                        .map(run -> Math.abs(run.ratio() / centres.getOrDefault(run, all) - 1))
                        .toList()));
    List<Outlier> outliers = new ArrayList<>();
    for (Run run : runs) {
      double away = run.ratio() / centres.getOrDefault(run, all) - 1;
      if (Math.abs(away) / spread > settings.outlierScore()) {
        outliers.add(new Outlier(run, 100 * away, Math.abs(away) / spread));
      }
    }
    return outliers;
  }

  private Map<Long, List<Run>> byBin(List<Run> runs) {
    Map<Long, List<Run>> bins = new TreeMap<>();
    for (Run run : runs) {
      long bin = (long) Math.floor(run.speedMps() / settings.binMps());
      bins.computeIfAbsent(bin, b -> new ArrayList<>()).add(run);
    }
    return bins;
  }

  private List<SpeedBin> bins(List<Run> used, double factor) {
    return byBin(used).values().stream()
        .map(
            bin -> {
              double mean = mean(bin, Run::ratio);
              return new SpeedBin(
                  mean(bin, Run::speedMps),
                  bin.size(),
                  mean,
                  bin.size() < 2 ? Double.NaN : 100 * deviation(bin, mean) / mean,
                  1 / (mean * factor));
            })
        .toList();
  }

  private static double widest(List<SpeedBin> bins) {
    return bins.stream().mapToDouble(bin -> 100 * Math.abs(bin.factor() - 1)).max().orElse(0);
  }

  /** Analysis of variance over the bins. */
  private double speedProbability(List<Run> used) {
    Map<Long, List<Run>> bins = byBin(used);
    int free = used.size() - bins.size();
    if (bins.size() < 2 || free < 1) {
      return Double.NaN;
    }
    double mean = mean(used, Run::ratio);
    double between = 0;
    double inside = 0;
    for (List<Run> bin : bins.values()) {
      double own = mean(bin, Run::ratio);
      between += bin.size() * (own - mean) * (own - mean);
      inside += bin.stream().mapToDouble(run -> Math.pow(run.ratio() - own, 2)).sum();
    }
    if (inside == 0) {
      return between == 0 ? 1 : 0;
    }
    double f = (between / (bins.size() - 1)) / (inside / free);
    return 1 - new FDistribution(bins.size() - 1.0, free).cumulativeProbability(f);
  }

  private static double slope(List<Run> used) {
    double products = used.stream().mapToDouble(run -> run.referenceN() * run.measuredN()).sum();
    double squares = used.stream().mapToDouble(run -> run.measuredN() * run.measuredN()).sum();
    return products / squares;
  }

  private static SimpleRegression line(List<Run> used) {
    SimpleRegression line = new SimpleRegression();
    used.forEach(run -> line.addData(run.measuredN(), run.referenceN()));
    return line;
  }

  private static double mean(List<Run> runs, ToDoubleFunction<Run> what) {
    return runs.stream().mapToDouble(what).average().orElseThrow();
  }

  private static double deviation(List<Run> runs, double mean) {
    double squares = runs.stream().mapToDouble(run -> Math.pow(run.ratio() - mean, 2)).sum();
    return Math.sqrt(squares / (runs.size() - 1));
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
