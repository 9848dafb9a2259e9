// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/**
 * Measures the pulses of one burst in the stored samples: high-pass undone, baseline under them
 * taken away, area, centre and widths. One for all channels: its room is lent from pulse to pulse.
 */
final class PulseReader {

  // A converter that is full repeats one reading: more often than noise or a round top can.
  private static final int CLIPPED_AT_LEAST = 6;
  private static final double CLIPPED_SHARE = 0.15;
  private static final double FOOT_SHARE = 0.1;

  private final double mainsPerSample;
  private final QuietFit baseline = new QuietFit();
  private double[] y = new double[1024];

  PulseReader(double mainsPerSample) {
    this.mainsPerSample = mainsPerSample;
  }

  /** What of a channel the reader must know. */
  record Channel(int detector, double timeConstantSamples, Half.Lobe lobe, double clipAt) {}

  /** Stretches of a burst, as sample numbers: quiet, pulses with guards, quiet. */
  record Window(long from, long quietUntil, long quietAgainFrom, long to) {}

  /** Readies the stretch: afterwards pulses can be read from it. */
  void load(Ring ring, Window window, Channel channel) {
    int length = (int) (window.to - window.from);
    if (y.length < length) {
      y = new double[Integer.highestOneBit(length) << 1];
    }
    int before = (int) (window.quietUntil - window.from);
    double start = 0;
    for (int i = 0; i < before; i++) {
      start += ring.at(window.from + i);
    }
    start = before > 0 ? start / before : ring.at(window.from);
    // The high-pass x = y − (1/τ)·∫y·e^(−t/τ) is undone by y = x + (1/τ)·∫x. The sum starts anew
    // with
    // each burst and the line through the quiet samples takes up what it started with, so that it
    // cannot run away.
    double rate = 1 / channel.timeConstantSamples;
    double sum = 0;
    double last = 0;
    for (int i = 0; i < length; i++) {
      double x = ring.at(window.from + i) - start;
      sum += (x + last) / 2;
      last = x;
      y[i] = x + rate * sum;
    }
    int after = (int) (window.quietAgainFrom - window.from);
    baseline.fit(y, before, after, length, mainsPerSample);
    baseline.subtract(y, length);
  }

  double noise() {
    return baseline.noise();
  }

  /** The pulse within [from, to) of the loaded stretch, both sample numbers. */
  Pulse read(
      Ring ring, Window window, Channel channel, Span span, long from, long to, double noise) {
    int first = (int) (from - window.from);
    int last = (int) (to - window.from);
    int top = first;
    for (int i = first; i < last; i++) {
      if (y[i] > y[top]) {
        top = i;
      }
    }
    if (channel.lobe == Half.Lobe.POSITIVE) {
      int left = top;
      int right = top;
      while (left > first && y[left - 1] > 0) {
        left--;
      }
      while (right < last - 1 && y[right + 1] > 0) {
        right++;
      }
      first = left;
      last = right + 1;
    }
    double area = 0;
    double moment = 0;
    for (int i = first; i < last; i++) {
      area += y[i];
      moment += y[i] * (i - top);
    }
    double sigma = Math.max(noise, baseline.noise());
    double peak = y[top];
    int n = last - first;
    long quiet = (window.to - window.quietAgainFrom) + (window.quietUntil - window.from);
    return new Pulse(
        channel.detector,
        span.start(),
        span.end(),
        window.from + (area > 0 ? top + moment / area : top),
        area,
        sigma * Math.sqrt(n + (double) n * n / Math.max(1, quiet)),
        peak,
        width(top, first, last, peak / 2),
        width(top, first, last, peak * FOOT_SHARE),
        clipped(ring, window.from + first, window.from + last, channel.clipAt, sigma),
        false);
  }

  private double width(int top, int first, int last, double level) {
    int left = top;
    while (left > first && y[left - 1] > level) {
      left--;
    }
    int right = top;
    while (right < last - 1 && y[right + 1] > level) {
      right++;
    }
    double beforeLeft = left > first ? (y[left] - level) / (y[left] - y[left - 1]) : 0;
    double afterRight = right < last - 1 ? (y[right] - level) / (y[right] - y[right + 1]) : 0;
    return right - left + beforeLeft + afterRight;
  }

  @SuppressWarnings("FloatingPointEquality") // the very same reading, not a close one
  private static boolean clipped(Ring ring, long from, long to, double clipAt, double noise) {
    double highest = Double.NEGATIVE_INFINITY;
    int run = 0;
    int longest = 0;
    for (long i = from; i < to; i++) {
      double x = ring.at(i);
      if (x >= clipAt) {
        return true;
      }
      if (x > highest) {
        highest = x;
        run = 1;
        longest = 1;
      } else {
        run = x == highest ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    // A signal without any noise has level tops of its own and tells nothing.
    return noise > 0 && longest >= Math.max(CLIPPED_AT_LEAST, CLIPPED_SHARE * (to - from));
  }
}
