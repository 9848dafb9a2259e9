// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

import io.wayside.core.health.Health;
import io.wayside.core.record.Blob;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.passage.Measured;
import io.wayside.tolling.passage.Seen;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** One run's evidence by sight: what was seen of each vehicle, until its record is durable. */
public final class Sight implements AutoCloseable {

  private static final long MOST_BYTES = 32L << 20;
  private static final int MOST_TEXTS = 128;
  private static final long SHOWN_NANOS = 600_000_000_000L;

  private final LaneEyes eyes;
  private final Album album = new Album(MOST_BYTES);
  private final Optional<Photographer> photographer;
  private final Optional<PlateFeed> plates;
  private final Optional<ClassFeed> classes;
  private final Map<Long, String> texts =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
              return size() > MOST_TEXTS;
            }
          });
  private long missedBefore;
  private long missedNanos;

  /**
   * @param lane hears of plates, on the camera's thread
   * @param encoder where pictures are made of frames; refuses what is too much
   */
  public Sight(LaneEyes eyes, Consumer<LaneEvent.Plate> lane, Executor encoder) {
    this.eyes = eyes;
    this.photographer = eyes.overview().map(camera -> new Photographer(camera, album, encoder));
    this.plates =
        eyes.plates()
            .flatMap(
                camera ->
                    eyes.rules().key().map(key -> new PlateFeed(camera, eyes.rules(), key, lane)));
    this.classes = eyes.classes().map(station -> new ClassFeed(station, eyes.rules().groups()));
  }

  /** Does an act that is about seeing; false when it is not. Returns at once. */
  public boolean carryOut(LaneAct act, long nowNanos) {
    if (act instanceof LaneAct.Photograph wanted) {
      photographer.ifPresent(one -> one.want(wanted.vehicle(), wanted.shot(), nowNanos));
      return true;
    }
    if (act instanceof LaneAct.PlateOf known) {
      plates
          .flatMap(feed -> feed.take(known.plateHash()))
          .ifPresent(told -> keep(known.vehicle(), told));
      return true;
    }
    return false;
  }

  private void keep(long vehicle, PlateFeed.Told told) {
    texts.put(vehicle, told.text());
    for (Blob picture : told.reading().pictures()) {
      album.add(vehicle, picture);
    }
  }

  /** What goes into the record of an outcome. */
  public Seen of(LaneOutcome outcome) {
    if (outcome instanceof LaneOutcome.Grant || isAbort(outcome)) {
      return Seen.NOTHING;
    }
    boolean doubt = isInDoubt(outcome);
    long vehicle = outcome.evidence().vehicle();
    boolean withText =
        eyes.rules().plateText() == Keeping.ALWAYS
            || (doubt && eyes.rules().plateText() == Keeping.IN_DOUBT);
    return new Seen(
        doubt || eyes.rules().picturesOfCharges() ? album.of(vehicle) : List.of(),
        withText ? Optional.ofNullable(texts.get(vehicle)) : Optional.empty(),
        classes.map(feed -> feed.of(outcome.evidence())).orElse(Measured.NOTHING));
  }

  private static boolean isAbort(LaneOutcome outcome) {
    return outcome instanceof Abort abort && abort.why() != Why.UNPROVEN;
  }

  private static boolean isInDoubt(LaneOutcome outcome) {
    return !(outcome instanceof Passage passage)
        || passage.terms() == Terms.VIOLATION
        || passage.terms() == Terms.REVIEW;
  }

  /** Its record is durable. */
  public void done(LaneOutcome outcome) {
    if (!(outcome instanceof LaneOutcome.Grant)) {
      album.forget(outcome.evidence().vehicle());
      texts.remove(outcome.evidence().vehicle());
    }
  }

  /** Time passes. */
  public void tick(long nowNanos) {
    photographer.ifPresent(
        one -> {
          one.giveUp(nowNanos);
          if (one.missed() > missedBefore) {
            missedBefore = one.missed();
            missedNanos = nowNanos;
          }
        });
  }

  /** How many pictures were taken. */
  public long pictures() {
    return album.taken();
  }

  /** What is wrong; empty when nothing is. */
  public Optional<Health> trouble(long nowNanos) {
    if (missedBefore == 0 || nowNanos - missedNanos >= SHOWN_NANOS) {
      return Optional.empty();
    }
    String camera = eyes.overview().map(one -> one.deviceId()).orElse("none");
    return Optional.of(
        new Health(
            Health.Status.DEGRADED,
            "pictures-missing",
            missedBefore
                + " pictures of vehicles are missing, vehicles pass without them: look at the health"
                + " of "
                + camera,
            nowNanos));
  }

  @Override
  public void close() {
    photographer.ifPresent(Photographer::close);
    plates.ifPresent(PlateFeed::close);
    classes.ifPresent(ClassFeed::close);
  }
}
