// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static io.wayside.rig.contracts.Faults.listening;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source.Subscription;
import io.wayside.core.health.Health;
import io.wayside.rig.contracts.Faults.Around;
import io.wayside.rig.contracts.Spoiling.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Faults any source may have. */
final class SourceMutants {

  private final Class<?> suite;
  private final List<Mutant> mutants = new ArrayList<>();

  private SourceMutants(Class<?> suite) {
    this.suite = suite;
  }

  static List<Mutant> of(Class<?> suite) {
    SourceMutants all = new SourceMutants(suite);
    all.ofDelivery();
    all.ofClosing();
    all.ofThrowingListeners();
    all.ofOutages();
    return all.mutants;
  }

  private void add(String name, String caughtBy, String method, Fault fault) {
    mutants.add(Mutant.of(suite, name, caughtBy, method, fault));
  }

  private void ofDelivery() {
    add(
        "has another health id",
        "isKnownByItsIdAndReportsHealthUnderIt",
        "healthId",
        (call, given) -> "scale");
    add(
        "repeats the last event to a new listener",
        "repeatsNothingThatWasHeardEarlier",
        "subscribe",
        repeatingTheLast());
    add(
        "stamps with the time of another clock",
        "deliversWhatThePeerSaysWithTheTimeItHappened",
        "subscribe",
        Faults.saying(SourceMutants::longAgo));
    add(
        "swaps events",
        "deliversInTheOrderOfMonotonicTimeOneCallAtATime",
        "subscribe",
        listening(SourceMutants::swapped));
    add(
        "calls from two threads at once",
        "deliversInTheOrderOfMonotonicTimeOneCallAtATime",
        "subscribe",
        listening(SourceMutants::fromTwoThreads));
    if (suite != ScriptedFrameSourceTest.class) {
      add(
          "says everything twice",
          "deliversEverythingOnceUnlessABusyListenerMayMissIt",
          "subscribe",
          listening(
              l ->
                  new Around(
                      l,
                      e -> {
                        l.received(e);
                        l.received(e);
                      },
                      l::interrupted)));
    }
    add("keeps only one listener", "tellsEveryListener", "subscribe", onlyTheFirst());
  }

  private void ofClosing() {
    Fault neverCloses = Faults.closing(subscription -> () -> {});
    add("delivers after close", "deliversNothingAfterClose", "subscribe", neverCloses);
    add(
        "tells a closed listener of an interruption",
        "aClosedListenerIsNotToldOfAnInterruption",
        "subscribe",
        neverCloses);
    add(
        "minds a second close",
        "closingTwiceDoesNoHarm",
        "subscribe",
        Faults.closing(SourceMutants::minding));
    add(
        "lets a late call begin after close",
        "noCallBeginsAfterCloseHasReturned",
        "subscribe",
        listening(SourceMutants::later));
  }

  private void ofThrowingListeners() {
    String test = "aListenerThatThrowsDisturbsNobodyAndShowsInHealth";
    add("stops at a listener that throws", test, "subscribe", stoppingAtAThrow());
    add("hides a listener that throws", test, "subscribe", listening(SourceMutants::hushed));
    add(
        "stops at a listener that throws at an interruption",
        "aListenerThatThrowsAtAnInterruptionDisturbsNobody",
        "subscribe",
        stoppingAtAThrow());
  }

  private void ofOutages() {
    String test = "tellsAnInterruptionOncePerOutageAndGoesOnAfterwards";
    add(
        "tells an interruption twice",
        test,
        "subscribe",
        listening(
            l ->
                new Around(
                    l,
                    l::received,
                    i -> {
                      l.interrupted(i);
                      l.interrupted(i);
                    })));
    add(
        "tells no interruption",
        test,
        "subscribe",
        listening(l -> new Around(l, l::received, i -> {})));
    add("is deaf after an interruption", test, "subscribe", listening(SourceMutants::deafened));
    add(
        "tells only some of an interruption",
        "tellsEveryListenerOfAnInterruption",
        "subscribe",
        onlyTheFirst());
    add(
        "does not say what was interrupted",
        "anInterruptionSaysSinceWhenAndWhyInWordsThatNameTheDevice",
        "subscribe",
        interrupting("detail", "link down"));
    add(
        "dates an interruption before what it said itself",
        "anInterruptionSaysSinceWhenAndWhyInWordsThatNameTheDevice",
        "subscribe",
        interrupting("sinceMonotonicNanos", 0L));
    add(
        "calls a lost link a stop",
        "anInterruptionSaysSinceWhenAndWhyInWordsThatNameTheDevice",
        "subscribe",
        interrupting("cause", Interruption.Cause.STOPPED));
    add(
        "takes no listener during an outage",
        "survivesItsDevicesFailureAsAService",
        "subscribe",
        refusingDuringOutages());
    add(
        "is always well",
        "showsALostLinkInItsHealthInWordsThatNameIt",
        "health",
        (call, given) -> Health.ok(1));
    add("never gets well again", "healthIsInOrderAgainAfterAnOutage", "health", sickForEver());
    add(
        "is never quite well",
        "isInOrderWhileThePeerSpeaks",
        "health",
        (call, given) -> Health.starting("still starting", 1));
  }

  private static Object longAgo(Object event) {
    Object earlier = Faults.changed(event, "monotonicNanos", t -> 1L);
    return Faults.changed(earlier, "firstMonotonicNanos", t -> 1L);
  }

  private static Fault repeatingTheLast() {
    AtomicReference<Object> last = new AtomicReference<>();
    return listening(
        l -> {
          if (last.get() != null) {
            l.received(last.get());
          }
          return new Around(
              l,
              e -> {
                last.set(e);
                l.received(e);
              },
              l::interrupted);
        });
  }

  private static Listener<Object> swapped(Listener<Object> l) {
    AtomicReference<Object> held = new AtomicReference<>();
    AtomicBoolean done = new AtomicBoolean();
    return new Around(
        l,
        e -> {
          Object before = held.getAndSet(null);
          if (before != null) {
            done.set(true);
            l.received(e);
            l.received(before);
          } else if (done.get()) {
            l.received(e);
          } else {
            held.set(e);
          }
        },
        l::interrupted);
  }

  private static Listener<Object> fromTwoThreads(Listener<Object> l) {
    return new Around(
        l,
        e -> {
          Thread other = new Thread(() -> l.received(e));
          other.start();
          while (other.getState() == Thread.State.NEW) {
            Thread.onSpinWait();
          }
          for (int i = 0; i < 20; i++) {
            l.received(e);
          }
          try {
            other.join();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        },
        l::interrupted);
  }

  private static Fault onlyTheFirst() {
    AtomicBoolean taken = new AtomicBoolean();
    return listening(l -> taken.getAndSet(true) ? new Around(l, e -> {}, i -> {}) : l);
  }

  private static Subscription minding(Subscription subscription) {
    AtomicBoolean closed = new AtomicBoolean();
    return () -> {
      if (closed.getAndSet(true)) {
        throw new IllegalStateException("closed already");
      }
      subscription.close();
    };
  }

  private static Listener<Object> later(Listener<Object> l) {
    ExecutorService queue =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "late");
              thread.setDaemon(true);
              return thread;
            });
    return new Around(
        l,
        e ->
            queue.execute(
                () -> {
                  LockSupport.parkNanos(1_000_000);
                  l.received(e);
                }),
        l::interrupted);
  }

  private static Fault stoppingAtAThrow() {
    AtomicBoolean broken = new AtomicBoolean();
    return listening(
        l ->
            new Around(
                l,
                e -> unlessBroken(broken, () -> l.received(e)),
                i -> unlessBroken(broken, () -> l.interrupted(i))));
  }

  private static void unlessBroken(AtomicBoolean broken, Runnable call) {
    if (!broken.get()) {
      try {
        call.run();
      } catch (RuntimeException thrown) {
        broken.set(true);
        throw thrown;
      }
    }
  }

  private static Listener<Object> hushed(Listener<Object> l) {
    return new Around(
        l,
        e -> {
          try {
            l.received(e);
          } catch (IllegalStateException hidden) {
            LockSupport.parkNanos(1);
          }
        },
        l::interrupted);
  }

  private static Listener<Object> deafened(Listener<Object> l) {
    AtomicBoolean deaf = new AtomicBoolean();
    return new Around(
        l,
        e -> {
          if (!deaf.get()) {
            l.received(e);
          }
        },
        i -> {
          deaf.set(true);
          l.interrupted(i);
        });
  }

  private static Fault interrupting(String component, Object instead) {
    return listening(
        l ->
            new Around(
                l,
                l::received,
                i -> l.interrupted((Interruption) Faults.changed(i, component, was -> instead))));
  }

  private static Fault refusingDuringOutages() {
    AtomicBoolean outage = new AtomicBoolean();
    return listening(
        l -> {
          if (outage.get()) {
            throw new IllegalStateException("no link");
          }
          return new Around(
              l,
              l::received,
              i -> {
                outage.set(true);
                l.interrupted(i);
              });
        });
  }

  private static Fault sickForEver() {
    AtomicReference<Health> sick = new AtomicReference<>();
    return (call, given) -> {
      Health health = (Health) call.go(given);
      if (health.status() == Health.Status.FAILED) {
        sick.set(health);
      }
      return sick.get() == null ? health : sick.get();
    };
  }
}
