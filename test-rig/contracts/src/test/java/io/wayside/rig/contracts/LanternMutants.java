// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.core.water.LanternOrder;
import io.wayside.rig.contracts.Spoiling.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lanterns that break a promise. */
final class LanternMutants {

  private static final List<Mutant> ALL = new ArrayList<>();
  private static final LanternOrder AUTOMATIC = new LanternOrder.Automatic();

  /** A harness leaves out what has this fault. */
  private static final Fault NEVER = (call, given) -> null;

  private LanternMutants() {}

  static List<Mutant> all() {
    ALL.clear();
    leases();
    answers();
    losses();
    return List.copyOf(ALL);
  }

  private static void add(String name, String caughtBy, String method, Fault fault) {
    ALL.add(Mutant.of(ScriptedLanternTest.class, name, caughtBy, method, fault));
  }

  private static void leases() {
    add(
        "holds without a lease",
        "shinesByItselfWhenTheLeaseEnds",
        "order",
        (call, given) -> call.go(given[0], Duration.ofHours(1)));
    add("keeps the longer lease", "aNewOrderReplacesALongerLease", "order", onlyFirst());
    add("keeps the shorter lease", "aNewOrderReplacesAShorterLease", "order", onlyFirst());
    add(
        "falls back before the lease ends",
        "holdsAnOrderWhileTheLeaseLasts",
        "order",
        (call, given) -> call.go(given[0], Duration.ofMillis(1)));
    add(
        "ignores automatic",
        "canBeOrderedToShineByItself",
        "order",
        (call, given) -> given[0].equals(AUTOMATIC) ? Answer.TAKEN : call.go(given));
    add("is never dark", "holdsAnOrderWhileTheLeaseLasts", "order", saying(Answer.CONFIRMED));
    add("does not release", "releaseEndsTheLeaseNow", "release", saying(Answer.CONFIRMED));
    add(
        "minds a release without a lease",
        "releaseWithoutALeaseDoesNoHarm",
        "release",
        (call, given) -> {
          throw new IllegalStateException("no lease");
        });
  }

  private static void answers() {
    add(
        "goes dark for every order",
        "doesWhatItKnowsAndRefusesTheRest",
        "order",
        (call, given) -> call.go(new LanternOrder.Dark(), given[1]));
    add(
        "confirms what it did not read",
        "confirmsOnlyWhatTheLanternSaysItself",
        "order",
        (call, given) -> {
          call.go(given);
          return Answer.CONFIRMED;
        });
    add(
        "never confirms",
        "confirmsOnlyWhatTheLanternSaysItself",
        "order",
        (call, given) -> {
          call.go(given);
          return Answer.TAKEN;
        });
    add(
        "goes on as if nothing were refused",
        "anOrderThatIsRefusedChangesNothing",
        "order",
        (call, given) -> {
          try {
            return call.go(given);
          } catch (DeviceException.Refused refused) {
            return Answer.TAKEN;
          }
        });
    add(
        "does not say who refused",
        "anOrderThatIsRefusedChangesNothing",
        "order",
        (call, given) -> {
          try {
            return call.go(given);
          } catch (DeviceException.Refused refused) {
            throw new DeviceException.Refused("no");
          }
        });
    add(
        "does not know darkness",
        "knowsAutomaticAndDarkOnceAndForAll",
        "knows",
        (call, given) -> Set.of(LanternOrder.Automatic.class));
    add("changes what it knows", "knowsAutomaticAndDarkOnceAndForAll", "knows", fickle());
  }

  private static void losses() {
    add("holds over a stop", "shinesByItselfWhenTheGatewayStops", "stop", NEVER);
    add("holds over a restart", "shinesByItselfWhenTheGatewayDiedAndStartedAnew", "restart", NEVER);
    add(
        "is not told again",
        "tellsALanternThatForgotOnceMoreWhileTheLeaseLasts",
        "tellAgain",
        NEVER);
    add(
        "is silent about a lost link",
        "saysWhenItCannotBeReachedAndDoesNotCatchUpLater",
        "order",
        (call, given) -> {
          try {
            return call.go(given);
          } catch (LinkDown lost) {
            return Answer.TAKEN;
          }
        });
    ALL.add(
        Mutant.of(
            ScriptedHoldingLanternTest.class,
            "only says that it returns by itself",
            "shinesByItselfWhenTheLinkIsLost",
            "fallback",
            (call, given) -> Fallback.RETURNS_BY_ITSELF));
  }

  private static Fault saying(Answer answer) {
    return (call, given) -> answer;
  }

  private static Fault onlyFirst() {
    AtomicBoolean ordered = new AtomicBoolean();
    return (call, given) -> ordered.getAndSet(true) ? Answer.CONFIRMED : call.go(given);
  }

  private static Fault fickle() {
    AtomicInteger calls = new AtomicInteger();
    return (call, given) ->
        calls.incrementAndGet() % 2 == 1
            ? call.go(given)
            : Set.of(LanternOrder.Automatic.class, LanternOrder.Dark.class);
  }
}
