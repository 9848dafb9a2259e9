// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import io.wayside.counting.vision.CountingLine.Side;
import java.util.List;

/**
 * A vehicle crossed a line.
 *
 * @param vehicle its number as long as the counter lives
 * @param atS when its middle was on the line
 * @param where on the line, in pixels of the working picture
 * @param box of the vehicle there
 * @param way from where it was first seen to where it is now
 * @param alone the share of the pictures in which its foreground was its own, 0 to 1
 * @param whole whether it was wholly within the picture there
 * @param stoodS the longest it stood on its way
 * @param queue whether vehicles stand at the line so close that counts are not to be relied upon
 */
public record Counted(
    long vehicle,
    String line,
    Side to,
    double atS,
    Point where,
    Box box,
    List<Step> way,
    double alone,
    boolean whole,
    double stoodS,
    boolean queue) {

  public Counted {
    way = List.copyOf(way);
  }
}
