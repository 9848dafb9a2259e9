// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the picture that nobody is to see, filled with black. A pixel that a polygon only
 * touches is filled too, and where the picture was scaled on its way here, two more beside it:
 * scaling mixes neighbours. Not for several threads.
 */
public final class PrivacyMask {

  private static final int MIXED_PX = 2;

  private final List<Polygon> polygons;
  private @Nullable Size size;
  private @Nullable Size nativeSize;
  private boolean[] hidden = new boolean[0];

  public PrivacyMask(List<Polygon> polygons) {
    this.polygons = List.copyOf(polygons);
  }

  public boolean isEmpty() {
    return polygons.isEmpty();
  }

  /** Fills what is hidden, in place. */
  public void apply(Picture picture) {
    if (polygons.isEmpty()) {
      return;
    }
    boolean[] all = hidden(picture.size(), picture.nativeSize());
    for (int from = 0; from < all.length; from++) {
      if (all[from]) {
        int to = from;
        while (to < all.length && all[to]) {
          to++;
        }
        Arrays.fill(picture.bgr(), 3 * from, 3 * to, (byte) 0);
        from = to;
      }
    }
  }

  /** Which pixels are hidden in a picture of that size, row by row. */
  public boolean[] hidden(Size wanted, Size ofNative) {
    if (!wanted.equals(size) || !ofNative.equals(nativeSize)) {
      hidden = drawn(wanted, ofNative);
      size = wanted;
      nativeSize = ofNative;
    }
    return hidden;
  }

  private boolean[] drawn(Size wanted, Size ofNative) {
    boolean[] drawn = new boolean[wanted.widthPx() * wanted.heightPx()];
    int more = wanted.equals(ofNative) ? 0 : MIXED_PX;
    for (Polygon polygon : polygons) {
      new Drawing(
              polygon.scaled(
                  wanted.widthPx() / (double) ofNative.widthPx(),
                  wanted.heightPx() / (double) ofNative.heightPx()),
              wanted)
          .into(drawn, more);
    }
    return drawn;
  }
}
