// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was foreground in the last moments, and who was followed in it. Nobody begins in the middle
 * of a road: what appears there was hidden behind others or one with them before, and its way leads
 * back as far as there was foreground that it can have been in and that was nobody else.
 */
final class Past {

  private static final double LASTS_S = 3;

  /** So much of it lay in foreground, or it was not there. */
  private static final double COVERED = 0.7;

  /** So alike its outline and that of another are, then it was that other one. */
  private static final double SAME = 0.5;

  private final Deque<Picture> pictures = new ArrayDeque<>(); // the latest first

  /** One that was followed, as it was then and went then. */
  private record Other(Track track, Box box, double speedX, double speedY) {

    boolean goesAs(Track one) {
      return speedX * one.speedX() + speedY * one.speedY() > 0;
    }
  }

  private record Picture(double atS, List<Blob> blobs, List<Other> others) {}

  void see(List<Blob> blobs, Collection<Track> tracks, double atS) {
    pictures.addFirst(
        new Picture(
            atS,
            blobs,
            tracks.stream()
                .map(track -> new Other(track, track.box(), track.speedX(), track.speedY()))
                .toList()));
    while (atS - pictures.getLast().atS() > LASTS_S) {
      pictures.removeLast();
    }
  }

  /** Where it was before it was seen for the first time, in the order of time. */
  List<Step> before(Track track) {
    Step first = track.way().get(0);
    List<Step> before = new ArrayList<>();
    Iterator<Picture> back =
        pictures.stream().filter(picture -> picture.atS() < first.atS()).iterator();
    boolean goesOn = true;
    while (goesOn && back.hasNext()) {
      Picture picture = back.next();
      Optional<Box> there =
          track
              .wouldBe(first.box(), picture.atS() - first.atS())
              .filter(box -> wasThere(box, track, picture));
      there.ifPresent(box -> before.add(new Step(picture.atS(), box, box, false)));
      goesOn = there.isPresent();
    }
    Collections.reverse(before);
    return before;
  }

  private static boolean wasThere(Box box, Track track, Picture picture) {
    return picture.blobs().stream().anyMatch(blob -> blob.box().overlap(box) > COVERED * box.area())
        && picture.others().stream()
            .noneMatch(
                other ->
                    other.track() != track
                        && other.goesAs(track)
                        && other.box().likeness(box) > SAME);
  }
}
