// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.driver.camera.picture.GreyGrid;
import io.wayside.driver.camera.picture.Picture;
import io.wayside.driver.camera.picture.PrivacyMask;
import io.wayside.driver.camera.picture.Scaler;
import io.wayside.driver.camera.watch.SceneWatch;
import io.wayside.driver.camera.watch.Trouble;
import java.util.List;
import java.util.Optional;

/**
 * What happens to every picture, in this order: masked, scaled, looked at, shown. On one thread.
 */
final class Darkroom {

  private static final long LOOK_EVERY_NANOS = 500_000_000L;
  private static final boolean[] NOTHING_HIDDEN = {};

  private final PrivacyMask mask;
  private final Optional<Scaler> scaler;
  private final Optional<SceneWatch> watch;
  private final boolean waits;
  private final Viewers viewers;
  private long lookedNanos;
  private List<Trouble> troubles = List.of();

  /**
   * @param waits whether the next picture waits until all viewers are done with this one
   */
  Darkroom(
      PrivacyMask mask,
      Optional<Scaler> scaler,
      Optional<SceneWatch> watch,
      boolean waits,
      Viewers viewers) {
    this.mask = mask;
    this.scaler = scaler;
    this.watch = watch;
    this.waits = waits;
    this.viewers = viewers;
  }

  /** Returns what is wrong with the scene. */
  List<Trouble> develop(Picture taken) {
    mask.apply(taken);
    Picture picture = scaler.map(each -> each.scaled(taken)).orElse(taken);
    watch.ifPresent(each -> look(each, picture));
    viewers.show(picture);
    return troubles;
  }

  private void look(SceneWatch each, Picture picture) {
    long now = picture.arrivedNanos();
    boolean early = lookedNanos != 0 && now - lookedNanos < LOOK_EVERY_NANOS;
    if (early || !GreyGrid.isPossible(picture.size())) {
      return;
    }
    lookedNanos = now;
    boolean[] hidden =
        mask.isEmpty() ? NOTHING_HIDDEN : mask.hidden(picture.size(), picture.nativeSize());
    troubles = each.look(GreyGrid.of(picture, hidden), now);
  }

  void awaitTaken() throws InterruptedException {
    if (waits) {
      viewers.awaitIdle();
    }
  }
}
