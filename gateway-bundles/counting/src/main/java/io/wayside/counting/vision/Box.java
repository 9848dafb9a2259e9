// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * An upright rectangle of the picture.
 *
 * @param x left edge in pixels
 * @param y upper edge
 * @param w width
 * @param h height
 */
public record Box(double x, double y, double w, double h) {

  public static Box around(Point centre, double w, double h) {
    return new Box(centre.x() - w / 2, centre.y() - h / 2, w, h);
  }

  public Point centre() {
    return new Point(x + w / 2, y + h / 2);
  }

  /** Where it stands on the road: the middle of the lower edge. */
  public Point foot() {
    return new Point(x + w / 2, y + h);
  }

  public double right() {
    return x + w;
  }

  public double bottom() {
    return y + h;
  }

  public double area() {
    return w * h;
  }

  public Box moved(double dx, double dy) {
    return new Box(x + dx, y + dy, w, h);
  }

  /** Whether a point lies in it. */
  public boolean holds(Point point) {
    return point.x() >= x && point.x() < right() && point.y() >= y && point.y() < bottom();
  }

  /** Area in common, in square pixels. */
  public double overlap(Box other) {
    double ix = Math.min(right(), other.right()) - Math.max(x, other.x);
    double iy = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return ix <= 0 || iy <= 0 ? 0 : ix * iy;
  }

  /** What both have in common; no size where they do not meet. */
  public Box within(Box other) {
    double left = Math.max(x, other.x);
    double top = Math.max(y, other.y);
    return new Box(
        left,
        top,
        Math.max(0, Math.min(right(), other.right()) - left),
        Math.max(0, Math.min(bottom(), other.bottom()) - top));
  }

  /** The smallest box that holds both. */
  public Box with(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }

  /** Overlap as a share of what both cover together, 0 to 1. */
  public double likeness(Box other) {
    double common = overlap(other);
    return common / (area() + other.area() - common);
  }
}
