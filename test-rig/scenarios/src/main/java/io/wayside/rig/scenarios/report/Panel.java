// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import java.util.List;

/** One pair of axes in a picture, and what is drawn between them. */
final class Panel {

  private static final double TICK = 4;

  private final Svg svg;
  private final double left;
  private final double top;
  private final double width;
  private final double height;
  private final Ticks across;
  private final Ticks up;

  /** A point in the units of the axes. */
  record Point(double x, double y) {}

  /** Draws the axes with their ticks, labels and a heading. */
  Panel(
      Svg svg,
      double left,
      double top,
      double width,
      double height,
      String heading,
      Ticks across,
      Ticks up) {
    this.svg = svg;
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.across = across;
    this.up = up;
    StringBuilder grid = new StringBuilder();
    for (double tick : across.at()) {
      grid.append('M').append(x(tick)).append(' ').append(Svg.number(top)).append('v');
      grid.append(Svg.number(height + TICK));
      svg.words(
          "tick",
          left + width * across.share(tick),
          top + height + 17,
          Svg.Anchor.MIDDLE,
          across.text(tick));
    }
    for (double tick : up.at()) {
      grid.append('M').append(Svg.number(left - TICK)).append(' ').append(y(tick)).append('h');
      grid.append(Svg.number(width + TICK));
      svg.words(
          "tick", left - 7, top + height * (1 - up.share(tick)) + 4, Svg.Anchor.END, up.text(tick));
    }
    svg.path("grid", grid);
    svg.box("frame", left, top, width, height);
    svg.words("head", left, top - 8, Svg.Anchor.START, heading);
    svg.words("label", left + width / 2, top + height + 35, Svg.Anchor.MIDDLE, across.label());
    svg.words("label", left - 42, top + height / 2, Svg.Anchor.MIDDLE, -90, up.label());
  }

  private String x(double value) {
    return Svg.number(left + width * across.share(value));
  }

  private String y(double value) {
    return Svg.number(top + height * (1 - up.share(value)));
  }

  /** A dot for each; what lies beyond the axes lies on their edge. */
  void dots(List<Point> points) {
    StringBuilder data = new StringBuilder();
    points.forEach(
        p -> data.append('M').append(x(p.x())).append(' ').append(y(p.y())).append("h0"));
    svg.path("dots", data);
  }

  void line(String style, List<Point> points) {
    StringBuilder data = new StringBuilder();
    for (Point p : points) {
      data.append(data.isEmpty() ? 'M' : 'L').append(x(p.x())).append(' ').append(y(p.y()));
    }
    svg.path(style, data);
  }

  /** From bottom to top. */
  void upright(String style, double at) {
    svg.path(style, "M" + x(at) + " " + Svg.number(top) + "v" + Svg.number(height));
  }

  /** From side to side. */
  void level(String style, double at) {
    svg.path(style, "M" + Svg.number(left) + " " + y(at) + "h" + Svg.number(width));
  }

  /** Standing on the lower axis. */
  void bar(double fromX, double toX, double high) {
    double x = left + width * across.share(fromX);
    double y = top + height * (1 - up.share(high));
    svg.box("bars", x, y, left + width * across.share(toX) - x, Math.max(0, top + height - y));
  }

  /** Words beside a place of the lower axis, so many pixels below the upper edge. */
  void note(double atX, double below, String words) {
    boolean right = across.share(atX) > 0.85;
    svg.words(
        "note",
        left + width * across.share(atX) + (right ? -4 : 4),
        top + below,
        right ? Svg.Anchor.END : Svg.Anchor.START,
        words);
  }

  /** Words in the upper right corner. */
  void corner(int row, String words) {
    svg.words("note", left + width - 6, top + 15 + 15 * row, Svg.Anchor.END, words);
  }
}
