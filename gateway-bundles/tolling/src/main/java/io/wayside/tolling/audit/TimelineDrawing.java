// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.audit;

import io.wayside.core.record.JournalRecord;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The way of a vehicle through the lane as an SVG drawing; zero is the moment of the record. */
public final class TimelineDrawing {

  private static final int WIDTH = 900;
  private static final int LEFT = 150;
  private static final int RIGHT = 20;
  private static final int ROW = 26;
  private static final int TOP = 16;
  private static final double LEAST_BAR = 2;

  private final List<Track> tracks;
  private final double fromS;
  private final double toS;

  private TimelineDrawing(List<Track> tracks) {
    this.tracks = tracks;
    double[] times =
        tracks.stream()
            .flatMapToDouble(
                track ->
                    DoubleStream.concat(
                        track.ticks().stream().mapToDouble(Track.Tick::atS),
                        track.bars().stream()
                            .flatMapToDouble(bar -> DoubleStream.of(bar.fromS(), bar.toS()))))
            .toArray();
    double first = DoubleStream.of(times).min().orElse(-1);
    double last = Math.max(0, DoubleStream.of(times).max().orElse(0));
    double margin = Math.max(0.2, (last - first) * 0.03);
    fromS = first - margin;
    toS = last + margin;
  }

  /** The drawing, complete. */
  public static String of(JournalRecord record) {
    return new TimelineDrawing(Track.of(record)).svg();
  }

  private String svg() {
    int height = TOP + ROW * (tracks.size() + 1) + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n",
            WIDTH,
            height,
            WIDTH,
            height));
    axis(svg, height);
    int y = TOP;
    for (Track track : tracks) {
      row(svg, track, y);
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private void axis(StringBuilder svg, int height) {
    double step = step((toS - fromS) / 8);
    int bottom = height - 20;
    for (long i = (long) Math.ceil(fromS / step); i * step <= toS; i++) {
      double x = x(i * step);
      String colour = i == 0 ? "#b00" : "#ddd";
      line(svg, x, TOP - 8, x, bottom, colour);
      text(svg, x, height - 6, "middle", String.format(Locale.ROOT, "%.3g s", i * step));
    }
  }

  /** The next larger of 1, 2 and 5 times a power of ten. */
  private static double step(double wanted) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(wanted, 1e-6))));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= wanted) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private void row(StringBuilder svg, Track track, int y) {
    text(svg, LEFT - 8, y + 15, "end", track.name());
    line(svg, LEFT, y + 20, WIDTH - RIGHT, y + 20, "#eee");
    for (Track.Bar bar : track.bars()) {
      double width = Math.max(LEAST_BAR, x(bar.toS()) - x(bar.fromS()));
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"#357\"/>\n",
              x(bar.fromS()),
              y + 6,
              width));
    }
    for (Track.Tick tick : track.ticks()) {
      line(svg, x(tick.atS()), y + 3, x(tick.atS()), y + 20, "#b60");
      text(svg, x(tick.atS()) + 3, y + 15, "start", tick.what());
    }
  }

  private double x(double seconds) {
    return LEFT + (seconds - fromS) / (toS - fromS) * (WIDTH - LEFT - RIGHT);
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  private static void text(StringBuilder svg, double x, int y, String anchor, String what) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>\n",
            x,
            y,
            anchor,
            Markup.escape(what)));
  }
}
