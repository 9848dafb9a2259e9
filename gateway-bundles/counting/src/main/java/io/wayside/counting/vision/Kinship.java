// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Optional;

/** What is known of a track beside others: whether it may be a part of one of them. */
final class Kinship {

  private long twin; // the number of another that may be the same vehicle
  private int twinPictures;
  private int besidePictures;
  private boolean ofItsOwn;
  private Optional<Track> appearedAt = Optional.empty();
  private boolean appearedUpon;

  /** In how many pictures in a row it has been, or not, where the other is. */
  int twinOf(Track other, boolean now) {
    if (now || twin == other.number()) {
      twinPictures = now && twin == other.number() ? twinPictures + 1 : now ? 1 : 0;
      twin = other.number();
    }
    return now ? twinPictures : 0;
  }

  /** Whether in this picture it is two beside each other. */
  void rideBeside(boolean now) {
    besidePictures = now ? besidePictures + 1 : 0;
  }

  /** In how many pictures in a row, up to now, it was two beside each other. */
  int besidePictures() {
    return besidePictures;
  }

  /** It was parted from another that it hung together with. */
  void parted() {
    ofItsOwn = true;
  }

  /** Whether it is known to be no part of any other, since it was parted from one. */
  boolean isOfItsOwn() {
    return ofItsOwn;
  }

  /** It began in the middle of the picture, right at another or mostly upon it. */
  void appearedAt(Track other, boolean upon) {
    appearedAt = Optional.of(other);
    appearedUpon = upon;
  }

  /** It parts from whom it began at. */
  void parts() {
    appearedAt = Optional.empty();
  }

  /** Whether it began mostly upon another. */
  boolean appearedUpon() {
    return appearedUpon;
  }

  /** At whom it began, if it did and is there still. */
  Optional<Track> appearedAt() {
    return appearedAt;
  }
}
