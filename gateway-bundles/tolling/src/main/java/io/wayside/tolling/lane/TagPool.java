// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.tag.TagNumber;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every tag that is heard, whether a vehicle has taken it or not. Bounded: the oldest goes first.
 */
final class TagPool {

  private final Scene scene;
  private final Map<TagNumber, HeardTag> tags = new LinkedHashMap<>();

  TagPool(Scene scene) {
    this.scene = scene;
  }

  void hear(LaneEvent.Heard heard) {
    if (heard.tag().bits() == 0) {
      scene.tally.unreadable++; // a tag without a number is nobody's
      return;
    }
    HeardTag tag = tags.get(heard.tag());
    if (tag == null) {
      if (tags.size() >= scene.rules.mostTags() && !dropOldest()) {
        return;
      }
      tag = new HeardTag(heard.tag(), scene.judge.know(heard.tag()), scene.time.now());
      tags.put(heard.tag(), tag);
    }
    tag.hear(scene.time.now(), heard, scene.layout);
  }

  Collection<HeardTag> all() {
    return tags.values();
  }

  @Nullable HeardTag get(TagNumber tag) {
    return tags.get(tag);
  }

  /** Forgets what was not heard for long; what no vehicle took was a ghost. */
  void expire() {
    if (!scene.readerHeard) {
      return; // its silence says nothing
    }
    Iterator<HeardTag> each = tags.values().iterator();
    while (each.hasNext()) {
      HeardTag tag = each.next();
      if (tag.bound == null
          && scene.time.passed(silentSince(tag), scene.rules.identifying().silenceNanos())) {
        each.remove();
        gone(tag);
      }
    }
  }

  private long silentSince(HeardTag tag) {
    return scene.readerWasLost ? LaneTime.later(tag.lastNanos, scene.readerNanos) : tag.lastNanos;
  }

  /** A vehicle comes: what is heard in the lane and no more on the approach is of one ahead. */
  void comes(Vehicle vehicle) {
    if (scene.layout.approachAntennas().isEmpty()) {
      return;
    }
    LaneRules.Identifying rules = scene.rules.identifying();
    for (HeardTag tag : tags.values()) {
      HeardTag.Window lately =
          tag.between(scene.time.now() - rules.leadNanos(), scene.time.now(), rules.floorDbm());
      if (tag.firstBehind == 0
          && lately.lane() >= Abreast.ENOUGH
          && lately.lane() >= 4 * lately.approach()) {
        tag.firstBehind = vehicle.number;
      }
    }
  }

  /** Begins anew with a tag when it is heard again. */
  void forget(HeardTag tag) {
    if (tag.bound == null) {
      tags.remove(tag.tag);
    }
  }

  private boolean dropOldest() {
    HeardTag oldest = null;
    for (HeardTag tag : tags.values()) {
      if (tag.bound == null && (oldest == null || tag.lastNanos - oldest.lastNanos < 0)) {
        oldest = tag;
      }
    }
    if (oldest == null) {
      return false;
    }
    tags.remove(oldest.tag);
    gone(oldest);
    return true;
  }

  private void gone(HeardTag tag) {
    if (!tag.spent) {
      scene.tally.ghosts++;
      scene.acts.addLast(new LaneAct.Ghost(tag.evidence(0)));
    }
  }
}
