// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.camerakill;

import io.wayside.core.device.Source;
import io.wayside.driver.camera.Camera;
import io.wayside.rig.scenarios.lane.Assembled;
import io.wayside.rig.scenarios.lane.BenchTime;
import io.wayside.rig.scenarios.lane.Wrong;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The driver itself, with a child process that is killed at moments of the killer's choosing. */
final class KilledCamera {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Rounds before the first that counts: classes are loaded, buffers made. */
  private static final int WARM_UP = 2;

  private final Map<String, Object> settings;
  private final SplittableRandom random;
  private final BenchTime time = new BenchTime();

  /** The camera did not show anything, or not again. */
  static final class Dark extends Exception {
    private static final long serialVersionUID = 1L;

    Dark(String message) {
      super(message);
    }
  }

  /**
   * A camera that is not started yet.
   *
   * @param settings as in a site document
   * @param seed of the moments within a second at which it is killed
   */
  KilledCamera(Map<String, Object> settings, long seed) {
    this.settings = Map.copyOf(settings);
    this.random = new SplittableRandom(seed);
  }

  /**
   * Kills it so often.
   *
   * @param everyNanos about how long it lives
   * @param progress told each round
   */
  List<Round> run(int kills, long everyNanos, Consumer<Round> progress)
      throws Wrong, Dark, IOException, InterruptedException {
    Set<Long> others = children().map(ProcessHandle::pid).collect(Collectors.toSet());
    Camera camera = Assembled.make(Camera.class, settings, time);
    Screen screen = new Screen();
    List<Round> rounds = new ArrayList<>();
    Source.Subscription watching = camera.subscribe(screen);
    try {
      await(screen, camera, 0, -1);
      for (int k = -WARM_UP; k < kills; k++) {
        Round round = round(screen, camera, others, k < 0 ? 0 : everyNanos);
        if (k >= 0) {
          rounds.add(round);
          progress.accept(round);
        }
      }
    } finally {
      watching.close();
      camera.stop();
    }
    return rounds;
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().children();
  }

  private Round round(Screen screen, Camera camera, Set<Long> others, long everyNanos)
      throws Dark, IOException, InterruptedException {
    long before = screen.pictures();
    screen.watch(everyNanos + random.nextLong(TimeUnit.MILLISECONDS.toNanos(200)));
    long interruptions = screen.interruptions();
    long pictures = screen.pictures();
    long killed = time.monotonicNanos();
    children()
        .filter(child -> !others.contains(child.pid()))
        .forEach(ProcessHandle::destroyForcibly);
    await(screen, camera, pictures, interruptions);
    // The last pictures of the old process may have come after the kill: one more is of the new.
    await(screen, camera, screen.pictures(), interruptions);
    double back = (time.monotonicNanos() - killed) / 1e9;
    return new Round(back, pictures - before, Vitals.now());
  }

  private static void await(Screen screen, Camera camera, long pictures, long interruptions)
      throws Dark, InterruptedException {
    if (!screen.awaitMore(pictures, interruptions, PATIENCE_NANOS)) {
      throw new Dark(
          "no picture within "
              + TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS)
              + " s; the camera says: "
              + camera.health().message());
    }
  }
}
