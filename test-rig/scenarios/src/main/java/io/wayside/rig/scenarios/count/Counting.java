// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.core.device.Frame;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.counting.cli.Watched;
import io.wayside.counting.cli.Wrong;
import io.wayside.counting.picture.FrameCounter;
import io.wayside.counting.sighting.Plan;
import io.wayside.counting.sighting.Sighting;
import io.wayside.counting.vision.CountingLine;
import io.wayside.driver.camera.Camera;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** Hears the pictures of a source, counts, and writes what crosses down as it crosses. */
final class Counting implements Listener<Frame> {

  private static final long TELLS_EVERY_NANOS = 5_000_000_000L;

  private final Plan plan;
  private final FrameCounter counter;
  private final PictureSource source;
  private final EventsFile events;
  private final PrintStream progress;
  private final Proof proof;
  private final Totals totals;
  private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
  private final CountDownLatch first = new CountDownLatch(1);
  private long frames;
  private final WatchedTime watched = new WatchedTime();
  private long crossings;
  private double lastS;
  private long lastFrame;
  private long startNanos;
  private long toldNanos;

  Counting(Plan plan, PictureSource source, EventsFile events, PrintStream progress, Proof proof) {
    this.plan = plan;
    this.counter = new FrameCounter(plan);
    this.source = source;
    this.events = events;
    this.progress = progress;
    this.proof = proof;
    this.totals = new Totals(plan.lines().stream().map(CountingLine::id).toList());
  }

  /** Until there is nothing more to be seen. */
  void run() throws Wrong, InterruptedException {
    long began = System.nanoTime();
    Camera camera = source.camera();
    Subscription subscription = camera.subscribe(this);
    try {
      Optional<String> failure = ended.get();
      subscription.close(); // waits for the picture that is looked at
      tell(counter.rest());
      if (failure.isPresent()) {
        throw new Wrong(failure.get());
      }
    } catch (ExecutionException fault) {
      throw new IllegalStateException("counting broke off", fault.getCause());
    } finally {
      subscription.close();
      camera.stop();
      counter.close();
    }
    progress.printf(
        "%d pictures of %.1f s, %d crossings, counted in %.1f s%n",
        frames, lastS, crossings, (System.nanoTime() - began) / 1e9);
    totals.told().forEach(progress::println);
  }

  /** Ends as if there were no more pictures; does not wait for that. */
  void end() {
    ended.complete(Optional.empty());
  }

  /** Waits for the first picture. */
  void awaitFirst() throws InterruptedException {
    first.await();
  }

  /** What was watched, and how many crossings were told of it; to be asked when it has run. */
  Watched watched(List<String> lines) {
    return new Watched(
        lines, crossings, watched.until(source.isRecorded() ? 1 / source.rateHz() : 0));
  }

  boolean hasSeen() {
    return first.getCount() == 0;
  }

  @Override
  public void received(Frame frame) {
    if (ended.isDone()) {
      return;
    }
    try {
      see(frame);
    } catch (Wrong wrong) {
      ended.complete(Optional.of(String.valueOf(wrong.getMessage())));
    } catch (RuntimeException | LinkageError fault) {
      ended.completeExceptionally(fault);
    }
  }

  private void see(Frame frame) throws Wrong {
    if (frames == 0) {
      Optional<String> outside = outside(frame);
      if (outside.isPresent()) {
        throw of(outside.get());
      }
      events.begins();
      startNanos = frame.monotonicNanos();
      toldNanos = startNanos;
    }
    double atS =
        source.isRecorded()
            ? frames / source.rateHz()
            : (frame.monotonicNanos() - startNanos) / 1e9;
    proof.frame(atS, frame);
    lastS = atS;
    lastFrame = frames;
    tell(counter.see(frame, atS));
    watched.seen(atS, counter.learns(atS));
    first.countDown();
    frames += 1 + (source.isRecorded() ? frame.missedBefore() : 0);
    if (frame.monotonicNanos() - toldNanos > TELLS_EVERY_NANOS) {
      toldNanos = frame.monotonicNanos();
      progress.printf("picture %d, at %.1f s of the film, %d crossings%n", frames, atS, crossings);
    }
  }

  /** A line at which nothing can be seen would be a count of zero. */
  private Optional<String> outside(Frame frame) {
    return plan.outside(frame.widthPx(), frame.heightPx()).stream()
        .map(
            line ->
                "line "
                    + line.id()
                    + " lies outside of the picture, which is "
                    + frame.widthPx()
                    + "x"
                    + frame.heightPx()
                    + " pixels; lines are in pixels of the native picture")
        .findFirst();
  }

  /** What is wrong with what is looked at. */
  private Wrong of(String what) {
    return new Wrong("--in " + source.place() + ": " + what);
  }

  private void tell(List<Sighting> sightings) throws Wrong {
    for (Sighting sighting : sightings) {
      proof.sighting(sighting);
      events.add(EventLine.of(sighting, frameAt(sighting.atS(), lastS)));
      totals.add(sighting);
      crossings++;
    }
  }

  /** The number of the picture nearest to the crossing, from 0. */
  private long frameAt(double crossedS, double nowS) {
    double everyS = source.isRecorded() ? 1 / source.rateHz() : nowS / Math.max(1, lastFrame);
    return Math.max(0, lastFrame - Math.round((nowS - crossedS) / Math.max(1e-9, everyS)));
  }

  @Override
  public void interrupted(Interruption interruption) {
    String what = interruption.detail();
    Optional<String> failure = Optional.of(String.valueOf(of(what).getMessage()));
    if (interruption.cause() == Interruption.Cause.STOPPED) {
      ended.complete(frames == 0 ? failure : Optional.empty());
    } else if (source.isRecorded()) {
      ended.complete(failure);
    } else {
      progress.println(what);
    }
  }
}
