// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Optional;

/**
 * A road seen from straight above, ten pixels to a metre: riders are 0.5 to 1 m wide and 1.5 to 3 m
 * long, cars 1.5 to 2.2 m and 3.5 to 5.5 m.
 */
class FlatRoad implements Yardstick {

  static final double PX = 10;

  @Override
  public boolean holdsOne(Box box, Point motion) {
    boolean upDown = Math.abs(motion.y()) >= Math.abs(motion.x());
    double wide = (upDown ? box.w() : box.h()) / PX;
    double high = (upDown ? box.h() : box.w()) / PX;
    boolean rider = wide > 0.5 && wide < 1 && high > 1.5 && high < 3;
    boolean car = wide > 1.5 && wide < 2.2 && high > 3.5 && high < 5.5;
    return (rider || car) && (motion.x() != 0 || motion.y() != 0);
  }

  @Override
  public double apartM(Point a, Point b) {
    return a.distance(b) / PX;
  }

  @Override
  public Optional<Point> onRoad(Point px) {
    return Optional.of(new Point(px.x() / PX, px.y() / PX));
  }

  @Override
  public Optional<Point> inPicture(Point m) {
    return Optional.of(new Point(m.x() * PX, m.y() * PX));
  }
}
