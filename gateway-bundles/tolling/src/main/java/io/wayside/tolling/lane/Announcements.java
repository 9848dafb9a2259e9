// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/**
 * Keeps the other lanes told how well tags are heard here, early enough that their word is known
 * when a decision falls; and asks the office of tags that come near.
 */
final class Announcements {

  private static final long EVERY_NANOS = 100_000_000;
  private static final double CHANGE = 0.05;

  private final Scene scene;
  private final Queue queue;
  private final Identification identification;

  Announcements(Scene scene, Queue queue, Identification identification) {
    this.scene = scene;
    this.queue = queue;
    this.identification = identification;
  }

  void heard(HeardTag tag) {
    if (tag.spent) {
      return;
    }
    long now = scene.time.now();
    boolean first = tag.announced == 0;
    if (!first && now - tag.announcedNanos < EVERY_NANOS) {
      return;
    }
    double score =
        Score.of(
            tag.between(now - scene.rules.identifying().leadNanos(), now),
            scene.rules.identifying());
    if (score <= 0) {
      return;
    }
    if (scene.officeReachable && tag.known.usable()) {
      identification.ask(tag);
    }
    if (scene.neighbours != Neighbours.NONE
        && (first || Math.abs(score - tag.announced) >= CHANGE || stale(tag))) {
      tag.announcedNanos = now;
      tag.announced = score;
      scene.acts.addLast(new LaneAct.Announce(tag.tag, score, queue.onArming() != null));
    }
  }

  private boolean stale(HeardTag tag) {
    return scene.time.isOlder(tag.announcedNanos, 5 * EVERY_NANOS);
  }
}
